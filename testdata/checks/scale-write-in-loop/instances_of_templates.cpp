// A template is written once: however many instances it has, what it does is one finding.
#include <list>
#include <pqxx/pqxx>
#include <string>
#include <vector>

template <class Names> void addAll(pqxx::work &tx, const Names &names) {
  for (const auto &name : names)
    tx.exec_params0("INSERT INTO suppliers (name) VALUES ($1)", name); // expect: scale-write-in-loop "'names'"
}

void both(pqxx::work &tx, const std::vector<std::string> &known, const std::list<std::string> &guessed) {
  addAll(tx, known); // ok: reported where it is written
  addAll(tx, guessed);
}
