// Two units have a helper of the same name with internal linkage; only one asks the database.
//--- billing.cpp
#include <pqxx/pqxx>
#include <string>
#include <vector>

static std::string label(pqxx::work &tx, int id) {
  return tx.exec_params1("SELECT label FROM accounts WHERE id = $1", id)[0].as<std::string>();
}

std::string accountLabels(pqxx::work &tx, const std::vector<int> &accounts) {
  std::string text;
  for (int account : accounts)
    text += label(tx, account); // expect: scale-n-plus-one-query "'accounts'"
  return text;
}

//--- logistics.cpp
#include <pqxx/pqxx>
#include <string>
#include <vector>

static std::string label(pqxx::work &, int id) { return "#" + std::to_string(id); }

namespace {
std::string code(pqxx::work &, const std::string &name) { return name.substr(0, 3); }
std::string code(pqxx::work &tx, int id) {
  return tx.exec_params1("SELECT code FROM depots WHERE id = $1", id)[0].as<std::string>();
}
} // namespace

std::string depotLabels(pqxx::work &tx, const std::vector<int> &depots) {
  std::string text;
  for (int depot : depots)
    text += label(tx, depot); // ok: this unit's helper only computes
  return text;
}

std::string depotCodes(pqxx::work &tx, const std::vector<std::string> &names, const std::vector<int> &depots) {
  std::string text;
  for (const auto &name : names)
    text += code(tx, name); // ok: this overload only computes
  for (int depot : depots)
    text += code(tx, depot); // expect: scale-n-plus-one-query "'depots'"
  return text;
}
