// The rows of an open result drive the loop; fetching the next one is no query.
#include <mysql/mysql.h>
#include <string>
#include <vector>

std::string lineCount(MYSQL *connection, const std::string &orderId) {
  std::string sql = "SELECT COUNT(*) FROM order_lines WHERE order_id = " + orderId;
  mysql_query(connection, sql.c_str());
  MYSQL_RES *result = mysql_store_result(connection);
  MYSQL_ROW row = mysql_fetch_row(result); // ok: no loop
  std::string count = row ? row[0] : "0";
  mysql_free_result(result);
  return count;
}

std::vector<std::string> summary(MYSQL *connection) {
  std::vector<std::string> lines;
  mysql_query(connection, "SELECT id FROM orders WHERE placed_at > NOW() - INTERVAL 1 DAY");
  MYSQL_RES *orders = mysql_store_result(connection);
  while (MYSQL_ROW row = mysql_fetch_row(orders)) // ok: the fetch of the next row
    lines.push_back(lineCount(connection, row[0])); // expect: scale-n-plus-one-query "'order_lines'"
  mysql_free_result(orders);
  return lines;
}

std::vector<std::string> ids(MYSQL *connection) {
  std::vector<std::string> all;
  mysql_query(connection, "SELECT id FROM orders WHERE state = 'open'");
  MYSQL_RES *orders = mysql_store_result(connection);
  MYSQL_ROW row;
  while ((row = mysql_fetch_row(orders)) != nullptr) // ok: the fetch of the next row
    all.emplace_back(row[0]);
  mysql_free_result(orders);
  return all;
}
