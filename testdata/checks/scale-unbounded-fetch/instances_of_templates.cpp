// A template is written once: however many instances it has, what it does is one finding.
#include <list>
#include <pqxx/pqxx>
#include <set>
#include <string>
#include <vector>

template <class Names> void addAll(pqxx::work &tx, Names &names) {
  pqxx::result rows = tx.exec("SELECT name FROM suppliers"); // expect: scale-unbounded-fetch "'suppliers'"
  for (const auto &row : rows)
    names.insert(names.end(), row[0].c_str());
}

std::size_t all(pqxx::work &tx) {
  std::vector<std::string> inOrder;
  std::list<std::string> linked;
  std::set<std::string> sorted;
  addAll(tx, inOrder); // ok: reported where it is written
  addAll(tx, linked);
  addAll(tx, sorted);
  return inOrder.size() + linked.size() + sorted.size();
}
