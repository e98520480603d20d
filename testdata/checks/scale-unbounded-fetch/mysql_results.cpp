// shows: bounded, use-result
// mysql_store_result takes all rows into memory; mysql_use_result streams, unless every row is kept.
#include <mysql/mysql.h>
#include <string>
#include <vector>

long stored(MYSQL *connection) {
  mysql_query(connection, "SELECT amount FROM payments"); // expect: scale-unbounded-fetch "'payments'"
  MYSQL_RES *result = mysql_store_result(connection); // ok: belongs to the query above
  long sum = 0;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    sum += std::stol(row[0]);
  mysql_free_result(result);
  return sum;
}

long streamed(MYSQL *connection) {
  mysql_query(connection, "SELECT amount FROM payments"); // ok: a row at a time, only summed
  MYSQL_RES *result = mysql_use_result(connection);
  long sum = 0;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    sum += std::stol(row[0]);
  mysql_free_result(result);
  return sum;
}

std::vector<std::string> streamedIntoMemory(MYSQL *connection) {
  mysql_query(connection, "SELECT reference FROM payments"); // expect: scale-unbounded-fetch "'payments'"
  MYSQL_RES *result = mysql_use_result(connection);
  std::vector<std::string> references;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    references.emplace_back(row[0]);
  mysql_free_result(result);
  return references;
}

std::vector<std::string> page(MYSQL *connection) {
  mysql_query(connection, "SELECT reference FROM payments ORDER BY id LIMIT 0, 50"); // ok: fifty
  MYSQL_RES *result = mysql_store_result(connection);
  std::vector<std::string> references;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    references.emplace_back(row[0]);
  mysql_free_result(result);
  return references;
}
