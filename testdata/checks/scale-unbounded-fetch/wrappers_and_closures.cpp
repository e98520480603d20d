// shows: callback, counts
// The text goes through closures, overloads and a chain of wrappers; a clause may come from the caller.
#include <functional>
#include <pqxx/pqxx>
#include <string>

pqxx::result retried(const std::function<pqxx::result()> &attempt) { return attempt(); }

class Store {
public:
  explicit Store(pqxx::work &tx) : tx_(tx) {}

  pqxx::result run(const char *sql) { return run(std::string(sql)); } // ok: hands it on
  pqxx::result run(const std::string &sql) {
    return retried([&] { return tx_.exec(sql); }); // ok: reported where the text is given
  }

  pqxx::result where(const std::string &condition) {
    return tx_.exec("SELECT id, name FROM plants WHERE " + condition); // expect: scale-unbounded-fetch "'plants'"
  }

  pqxx::result newest(const std::string &condition) {
    return tx_.exec("SELECT id FROM beds WHERE " + condition); // ok: each caller gives a limit
  }

private:
  pqxx::work &tx_;
};

void garden(Store &store, int bed) {
  store.run("SELECT id, name FROM plants ORDER BY name"); // expect: scale-unbounded-fetch "'plants'"
  store.run("SELECT count(*) FROM plants"); // ok: counts
  store.where("bed = " + std::to_string(bed)); // ok: reported where the statement is written
  store.where("id = 4"); // ok: one row
  store.newest("planted LIMIT 20"); // ok: twenty
}
