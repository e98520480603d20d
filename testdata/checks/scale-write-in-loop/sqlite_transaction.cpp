// shows: in-process-transaction
// In SQLite a lone INSERT is a commit with a sync to disk; inside one transaction it is cheap.
#include <sqlite3.h>
#include <string>
#include <vector>

class Transaction {
public:
  explicit Transaction(sqlite3 *database) : database_(database) {
    sqlite3_exec(database_, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Transaction() { sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr); }

private:
  sqlite3 *database_;
};

void insert(sqlite3_stmt *statement, const std::string &word) {
  sqlite3_bind_text(statement, 1, word.c_str(), -1, SQLITE_TRANSIENT);
  sqlite3_step(statement);
  sqlite3_reset(statement);
}

sqlite3_stmt *prepareInsert(sqlite3 *database) {
  sqlite3_stmt *statement = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO words (word) VALUES (?1)", -1, &statement, nullptr);
  return statement;
}

void learn(sqlite3 *database, const std::vector<std::string> &words) {
  sqlite3_stmt *statement = prepareInsert(database);
  for (const auto &word : words)
    insert(statement, word); // expect: scale-write-in-loop "'words'"
  sqlite3_finalize(statement);
}

void learnTogether(sqlite3 *database, const std::vector<std::string> &words) {
  sqlite3_stmt *statement = prepareInsert(database);
  sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  for (const auto &word : words)
    insert(statement, word); // ok: one transaction in the process
  sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_finalize(statement);
}

void learnInScope(sqlite3 *database, const std::vector<std::string> &words) {
  sqlite3_stmt *statement = prepareInsert(database);
  {
    Transaction transaction(database);
    for (const auto &word : words)
      insert(statement, word); // ok: the project's own guard holds a transaction
  }
  sqlite3_finalize(statement);
}
