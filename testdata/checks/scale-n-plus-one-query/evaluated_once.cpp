// What a loop's head evaluates once, and what only a later call of a stored lambda would run.
#include <functional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Menu {
  std::vector<std::function<std::string()>> entries;
};

std::string titleOf(pqxx::work &tx, int id) {
  return tx.exec_params1("SELECT title FROM dishes WHERE id = $1", id)[0].as<std::string>();
}

int countDishes(pqxx::work &tx, int menuId) {
  int count = 0;
  for (const auto &row : tx.exec_params("SELECT price FROM dishes WHERE menu_id = $1", menuId)) // ok: once
    count += row[0].as<int>() > 0;
  for (int i = 0, n = tx.exec_params1("SELECT count(*) FROM drinks WHERE menu_id = $1", menuId)[0].as<int>(); i < n; ++i) // ok: once
    count += i % 2;
  return count;
}

Menu lazily(pqxx::work &tx, const std::vector<int> &ids) {
  Menu menu;
  for (int id : ids)
    menu.entries.push_back([&tx, id] { return titleOf(tx, id); }); // ok: stored here, not run
  return menu;
}

std::string chosen(const Menu &menu, std::size_t choice) { return menu.entries[choice](); } // ok: one entry

void everySecondColumn(pqxx::work &tx, const std::vector<int> &ids) {
  std::size_t i = 0;
  while (i < ids.size())
    titleOf(tx, ids[i++]); // expect: scale-n-plus-one-query "'ids'"
  bool verbose = false;
  for (int id : ids)
    if (verbose || id % 2)
      titleOf(tx, id); // expect: scale-n-plus-one-query "'ids'"
}
