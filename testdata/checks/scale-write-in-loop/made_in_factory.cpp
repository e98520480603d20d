// pkg-config: Qt5Sql
// shows: factory, in-process-transaction
// A statement that a factory prepares, and a transaction that a factory or a base class begins.
#include <QSqlQuery>
#include <QVariant>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <vector>

QSqlQuery insertTag() {
  QSqlQuery query;
  query.prepare("INSERT INTO tags (name) VALUES (?)"); // ok: prepared once
  return query;
}

QSqlQuery findTag() {
  QSqlQuery query;
  query.prepare("SELECT id FROM tags WHERE name = ?");
  return query;
}

void addTags(const QList<QString> &tags) {
  QSqlQuery insert = insertTag();
  for (const QString &tag : tags) {
    insert.addBindValue(tag);
    insert.exec(); // expect: scale-write-in-loop "'tags'"
  }
}

void findTags(const QList<QString> &tags) {
  QSqlQuery find = findTag();
  for (const QString &tag : tags) {
    find.addBindValue(tag);
    find.exec(); // ok: a read, another check's
  }
}

class Transaction {
public:
  explicit Transaction(sqlite3 *database) : database_(database) {
    sqlite3_exec(database_, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Transaction() { sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr); }

private:
  sqlite3 *database_;
};

std::unique_ptr<Transaction> begin(sqlite3 *database) { return std::make_unique<Transaction>(database); }

class Journal {
public:
  explicit Journal(sqlite3 *database) : database_(database), insert_(prepare(database)) {}

  void write(const std::string &line) {
    sqlite3_bind_text(insert_, 1, line.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(insert_); // ok: reported at the loops
    sqlite3_reset(insert_);
  }

  void writeEach(const std::vector<std::string> &lines) {
    for (const auto &line : lines)
      write(line); // expect: scale-write-in-loop "'journal'"
  }

  void writeTogether(const std::vector<std::string> &lines) {
    auto transaction = begin(database_);
    for (const auto &line : lines)
      write(line); // ok: the factory began a transaction in the process
  }

private:
  static sqlite3_stmt *prepare(sqlite3 *database) {
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO journal (line) VALUES (?1)", -1, &statement, nullptr);
    return statement;
  }

  sqlite3 *database_;
  sqlite3_stmt *insert_;
};

class Scoped : public Transaction { // a base class begins it
public:
  using Transaction::Transaction;
};

void writeInScope(sqlite3 *database, Journal &journal, const std::vector<std::string> &lines) {
  Scoped scope(database);
  for (const auto &line : lines)
    journal.write(line); // ok: the base class began a transaction in the process
}
