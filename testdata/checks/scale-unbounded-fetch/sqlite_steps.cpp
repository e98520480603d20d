// shows: bounded
// sqlite3_step is a stream; it is unbounded only when the program keeps every row.
#include <algorithm>
#include <sqlite3.h>
#include <string>
#include <vector>

std::string column(sqlite3_stmt *statement) {
  return reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
}

std::vector<std::string> allTitles(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "SELECT title FROM tracks", -1, &statement, nullptr); // ok: executes nothing
  std::vector<std::string> titles;
  int status = sqlite3_step(statement); // expect: scale-unbounded-fetch "'tracks'"
  while (status == SQLITE_ROW) {
    titles.push_back(column(statement));
    status = sqlite3_step(statement); // ok: the next row of the same execution
  }
  sqlite3_finalize(statement);
  return titles;
}

std::size_t longestTitle(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "SELECT title FROM tracks", -1, &statement, nullptr);
  std::size_t longest = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) // ok: no row is kept
    longest = std::max(longest, column(statement).size());
  sqlite3_finalize(statement);
  return longest;
}

std::vector<std::string> recentTitles(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "SELECT title FROM tracks ORDER BY added DESC LIMIT 25", -1, &statement, nullptr);
  std::vector<std::string> titles;
  while (sqlite3_step(statement) == SQLITE_ROW) // ok: 25 rows
    titles.push_back(column(statement));
  sqlite3_finalize(statement);
  return titles;
}

std::vector<std::string> firstFew(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "SELECT title FROM tracks", -1, &statement, nullptr);
  std::vector<std::string> titles;
  while (titles.size() < 10 && sqlite3_step(statement) == SQLITE_ROW) // ok: the loop stops at ten
    titles.push_back(column(statement));
  sqlite3_finalize(statement);
  return titles;
}

std::vector<std::string> everyTitle(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "SELECT title FROM tracks", -1, &statement, nullptr);
  std::vector<std::string> titles;
  while (sqlite3_step(statement) == SQLITE_ROW) // expect: scale-unbounded-fetch "query on 'tracks' has no bound and every row is kept in 'titles'"
    titles.push_back(column(statement));
  sqlite3_finalize(statement);
  return titles;
}
