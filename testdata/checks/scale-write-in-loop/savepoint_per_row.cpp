// A subtransaction per row adds two more round trips to the insert's own.
#include <pqxx/pqxx>
#include <string>
#include <vector>

std::vector<std::string> import(pqxx::connection &connection, const std::vector<std::string> &emails) {
  std::vector<std::string> rejected;
  pqxx::work tx(connection);
  for (const auto &email : emails) {
    try {
      pqxx::subtransaction row(tx, "row"); // ok: belongs to the finding below
      row.exec_params0("INSERT INTO subscribers (email) VALUES ($1)", email); // expect: scale-write-in-loop "'subscribers'"
      row.commit(); // ok: belongs to the finding above
    } catch (const pqxx::unique_violation &) {
      rejected.push_back(email);
    }
  }
  tx.commit();
  return rejected;
}

void importOrIgnore(pqxx::connection &connection, const std::vector<std::string> &emails) {
  pqxx::work tx(connection);
  std::string sql = "INSERT INTO subscribers (email) VALUES ";
  for (std::size_t i = 0; i < emails.size(); ++i)
    sql += (i ? ", (" : "(") + tx.quote(emails[i]) + ")"; // ok: builds one statement
  tx.exec0(sql + " ON CONFLICT DO NOTHING");              // ok: one statement for all rows
  tx.commit();
}
