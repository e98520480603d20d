// shows: other-file
// The query is two calls and one unit away from the loop.
//--- user_store.h
#pragma once
#include <pqxx/pqxx>
#include <string>

std::string nameOf(pqxx::work &tx, int userId);
std::string displayName(pqxx::work &tx, int userId);
std::string initials(const std::string &name);

//--- user_store.cpp
#include "user_store.h"

std::string nameOf(pqxx::work &tx, int userId) {
  auto row = tx.exec_params1("SELECT name FROM users WHERE id = $1", userId); // ok: reported at the loop
  return row[0].as<std::string>();
}

std::string displayName(pqxx::work &tx, int userId) {
  return "@" + nameOf(tx, userId); // ok: reported at the loop
}

std::string initials(const std::string &name) { return name.substr(0, 1); }

//--- report.cpp
#include "user_store.h"
#include <vector>

std::vector<std::string> authors(pqxx::work &tx, const std::vector<int> &ids) {
  std::vector<std::string> names;
  names.push_back(displayName(tx, ids.front())); // ok: not in the loop
  for (int id : ids)
    names.push_back(displayName(tx, id)); // expect: scale-n-plus-one-query "'ids'"
  for (auto &name : names)
    name = initials(name); // ok: this helper of the same file queries nothing
  return names;
}
