// shows: other-file, template, bounded
// The wrapper executes whatever it is given: the finding is where the text is given.
//--- database.h
#pragma once
#include <functional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

class Database {
public:
  explicit Database(pqxx::connection &connection) : connection_(connection) {}
  pqxx::result rows(const std::string &sql);
  template <class Row> std::vector<Row> all(const std::string &sql, std::function<Row(const pqxx::row &)> read) {
    std::vector<Row> list;
    for (const auto &row : rows(sql)) // ok: reported where the text is given
      list.push_back(read(row));
    return list;
  }

private:
  pqxx::connection &connection_;
};

//--- database.cpp
#include "database.h"

pqxx::result Database::rows(const std::string &sql) {
  pqxx::nontransaction tx(connection_);
  return tx.exec(sql); // ok: reported where the text is given
}

//--- report.cpp
#include "database.h"

constexpr const char *kOpenTickets = "SELECT id, title FROM tickets WHERE open";

std::size_t tickets(Database &database) {
  return database.rows(kOpenTickets).size(); // expect: scale-unbounded-fetch "'tickets'"
}

std::vector<std::string> agents(Database &database) {
  auto name = [](const pqxx::row &row) { return std::string(row[0].c_str()); };
  auto busy = database.all<std::string>("SELECT name FROM agents LIMIT 20", name); // ok: twenty
  auto some = database.all<std::string>("SELECT name FROM agents", name); // expect: scale-unbounded-fetch "'agents'"
  busy.insert(busy.end(), some.begin(), some.end());
  return busy;
}

std::string newest(Database &database) {
  std::string sql = "SELECT title FROM tickets";
  sql += " ORDER BY id DESC";
  sql += " LIMIT 1";
  return database.rows(sql)[0][0].c_str(); // ok: the text ends in a LIMIT
}
