// pkg-config: libpqxx
// shows: factory, virtual
// Nothing is known of indexes: what no plain one can answer is a note, what none at all can a warning.
#include <pqxx/pqxx>
#include <memory>
#include <string>

struct Search {
  virtual ~Search() = default;
  virtual pqxx::result run(pqxx::work &tx) = 0;
};

struct ByPart : Search {
  pqxx::result run(pqxx::work &tx) override {
    return tx.exec("SELECT id FROM users WHERE name LIKE '%son' LIMIT 9"); // expect: scale-non-sargable-predicate (note) "pattern on 'name'"
  }
};

struct ByName : Search {
  explicit ByName(std::string text) : text(std::move(text)) {}
  pqxx::result run(pqxx::work &tx) override { return tx.exec(text); }
  std::string text;
};

std::unique_ptr<Search> make() {
  return std::make_unique<ByName>("SELECT id FROM users WHERE lower(name) = 'x' LIMIT 9"); // expect: scale-non-sargable-predicate (note) "computes 'lower(name)'"
}

pqxx::result made(pqxx::work &tx) { return make()->run(tx); } // ok: reported at the text

pqxx::result page(pqxx::work &tx, int offset) {
  return tx.exec_params("SELECT id FROM users ORDER BY id LIMIT 9 OFFSET $1", offset); // expect: scale-non-sargable-predicate "OFFSET"
}
pqxx::result either(pqxx::work &tx, long id, const std::string &email) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 OR email = $2", id, email); // ok: not known
}
pqxx::result one(pqxx::work &tx, long id) {
  return tx.exec_params("SELECT id FROM users WHERE id = $1 AND lower(name) = 'x'", id); // ok: filters one row
}
pqxx::result tables(pqxx::work &tx) {
  return tx.exec("SELECT table_name FROM information_schema.tables WHERE table_name LIKE '%s' LIMIT 9"); // ok: as large as the schema
}
