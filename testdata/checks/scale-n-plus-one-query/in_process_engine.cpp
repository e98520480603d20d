// shows: in-process-engine
// SQLite answers in the process: a read per row is worth a note, not more.
#include <sqlite3.h>
#include <string>
#include <vector>

class Catalogue {
public:
  explicit Catalogue(sqlite3 *database) : database_(database) {
    sqlite3_prepare_v2(database_, "SELECT title FROM books WHERE isbn = ?1", -1, &byIsbn_, nullptr);
  }
  ~Catalogue() { sqlite3_finalize(byIsbn_); }

  std::vector<std::string> titles(const std::vector<std::string> &isbns) {
    std::vector<std::string> found;
    for (const auto &isbn : isbns) {
      sqlite3_bind_text(byIsbn_, 1, isbn.c_str(), -1, SQLITE_TRANSIENT); // ok: binding is no query
      if (sqlite3_step(byIsbn_) == SQLITE_ROW) // expect: scale-n-plus-one-query (note) "'isbns'"
        found.emplace_back(reinterpret_cast<const char *>(sqlite3_column_text(byIsbn_, 0)));
      sqlite3_reset(byIsbn_); // ok: no query
    }
    return found;
  }

  std::vector<std::string> onLoan() {
    std::vector<std::string> found;
    sqlite3_stmt *loans = nullptr;
    sqlite3_prepare_v2(database_, "SELECT isbn FROM loans WHERE due < date('now')", -1, &loans, nullptr);
    while (sqlite3_step(loans) == SQLITE_ROW) // ok: walks the rows of one statement
      found.emplace_back(reinterpret_cast<const char *>(sqlite3_column_text(loans, 0)));
    sqlite3_finalize(loans);
    return found;
  }

private:
  sqlite3 *database_;
  sqlite3_stmt *byIsbn_ = nullptr;
};
