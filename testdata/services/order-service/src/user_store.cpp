#include "user_store.h"

namespace orders {

namespace {

// PostgreSQL's spelling of an array: {1,2,3}.
std::string arrayOf(const std::vector<std::int64_t> &ids) {
  std::string text = "{";
  for (std::int64_t id : ids) {
    if (text.size() > 1)
      text += ',';
    text += std::to_string(id);
  }
  return text + "}";
}

} // namespace

std::string nameOf(pqxx::transaction_base &tx, std::int64_t userId) {
  const pqxx::result rows = tx.exec_prepared("user_by_id", userId);
  return rows.empty() ? std::string("unknown") : rows[0]["name"].as<std::string>();
}

std::map<std::int64_t, std::string> namesOf(pqxx::transaction_base &tx, const std::vector<std::int64_t> &userIds) {
  std::map<std::int64_t, std::string> names;
  const pqxx::result rows =
      tx.exec_params("SELECT id, name FROM users WHERE id = ANY($1::bigint[])", arrayOf(userIds)); // ok: one statement for all
  for (const auto &row : rows)
    names.emplace(row["id"].as<std::int64_t>(), row["name"].as<std::string>());
  return names;
}

} // namespace orders
