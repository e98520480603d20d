// A statement that asks another table each turn: no one statement reads all of them. A prefix that stays the same
// is no such name, and a loop over keys around it is still one over keys.
#include <pqxx/pqxx>
#include <string>
#include <vector>

class Store {
public:
  explicit Store(pqxx::work &tx, std::string prefix) : tx_(tx), prefix_(std::move(prefix)) {}

  void count(const std::vector<std::string> &tables) {
    for (const auto &table : tables)
      tx_.exec1("SELECT count(*) FROM " + table); // ok: another table each turn
  }

  void countThroughHelper(const std::vector<std::string> &tables) {
    for (const auto &table : tables)
      countOf(table); // ok: another table each turn
  }

  void names(const std::vector<int> &ids) {
    for (int id : ids)
      tx_.exec1("SELECT name FROM " + prefix_ + "users WHERE id = " + std::to_string(id)); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

  void everywhere(const std::vector<int> &ids, const std::vector<std::string> &tables) {
    for (int id : ids)
      for (const auto &table : tables)
        tx_.exec1("SELECT name FROM " + table + " WHERE id = " + std::to_string(id)); // expect: scale-n-plus-one-query "once per element of 'ids'"
  }

  void keysOfEach(const std::vector<std::string> &tables, const std::vector<int> &ids) {
    for (const auto &table : tables)
      for (int id : ids)
        tx_.exec1("SELECT name FROM " + table + " WHERE id = " + std::to_string(id)); // expect: scale-n-plus-one-query "once per element of 'ids' for each element of 'tables'"
  }

private:
  void countOf(const std::string &table) { tx_.exec1("SELECT count(*) FROM " + prefix_ + table); }

  pqxx::work &tx_;
  std::string prefix_;
};
