// pkg-config: libpq
// shows: other-file
// A project's own database wrapper: the statement comes in as a parameter, the loop is in the caller.
//--- database.h
#pragma once
#include <libpq-fe.h>
#include <string>
#include <vector>

class Database {
public:
  explicit Database(const char *conninfo) : connection_(PQconnectdb(conninfo)) {}
  ~Database() { PQfinish(connection_); }
  std::string value(const std::string &sql, const std::string &parameter);
  void log(const std::string &line) { lines_.push_back(line); }

private:
  PGconn *connection_;
  std::vector<std::string> lines_;
};

//--- database.cpp
#include "database.h"

std::string Database::value(const std::string &sql, const std::string &parameter) {
  const char *values[] = {parameter.c_str()};
  PGresult *result = PQexecParams(connection_, sql.c_str(), 1, nullptr, values, nullptr, nullptr, 0); // ok: no loop
  std::string text = PQntuples(result) ? PQgetvalue(result, 0, 0) : "";
  PQclear(result);
  return text;
}

//--- flights.cpp
#include "database.h"

std::vector<std::string> gates(Database &database, const std::vector<std::string> &flights) {
  std::vector<std::string> found;
  for (const auto &flight : flights)
    found.push_back(database.value("SELECT gate FROM flights WHERE number = $1", flight)); // expect: scale-n-plus-one-query "'flights'"
  for (const auto &flight : flights)
    database.log("SELECT gate FROM flights for " + flight); // ok: words in a log, no statement
  return found;
}

std::string firstGate(Database &database, const std::vector<std::string> &flights) {
  return database.value("SELECT gate FROM flights WHERE number = $1", flights.front()); // ok: one flight
}
