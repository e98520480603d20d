// shows: bounded
// SOCI: into a scalar takes one row, into a vector at most its size, a rowset walks all.
#include <algorithm>
#include <soci/soci.h>
#include <string>
#include <vector>

std::vector<std::string> everyRow(soci::session &sql) {
  std::vector<std::string> names;
  soci::rowset<std::string> rows = (sql.prepare << "SELECT name FROM suppliers"); // expect: scale-unbounded-fetch "'suppliers'"
  for (const auto &name : rows)
    names.push_back(name);
  return names;
}

std::size_t longest(soci::session &sql) {
  std::size_t length = 0;
  soci::rowset<std::string> rows = (sql.prepare << "SELECT name FROM suppliers"); // ok: walked, not kept
  for (const auto &name : rows)
    length = std::max(length, name.size());
  return length;
}

std::vector<std::string> upToHundred(soci::session &sql) {
  std::vector<std::string> names(100);
  sql << "SELECT name FROM suppliers", soci::into(names); // ok: at most the vector's hundred
  return names;
}

std::string any(soci::session &sql) {
  std::string name;
  sql << "SELECT name FROM suppliers", soci::into(name); // ok: one row
  return name;
}
