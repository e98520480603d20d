// SQLite: a prepared text, a text given to sqlite3_exec, and a pragma.
#include <sqlite3.h>
#include <string>

class Library {
public:
  explicit Library(sqlite3 *database) : database_(database) {
    sqlite3_prepare_v2(database_, "SELECT * FROM albums WHERE artist = ?1 LIMIT 30", -1, &byArtist_, nullptr); // expect: scale-over-fetch "'albums'"
    sqlite3_prepare_v2(database_, "SELECT title FROM albums WHERE id = ?1", -1, &byId_, nullptr); // ok: one column
  }
  ~Library() {
    sqlite3_finalize(byArtist_);
    sqlite3_finalize(byId_);
  }

  int albums(const std::string &artist) {
    sqlite3_bind_text(byArtist_, 1, artist.c_str(), -1, SQLITE_TRANSIENT);
    int rows = 0;
    while (sqlite3_step(byArtist_) == SQLITE_ROW) // ok: reported at the text
      ++rows;
    sqlite3_reset(byArtist_);
    return rows;
  }

  bool has(int id) {
    sqlite3_bind_int(byId_, 1, id);
    bool found = sqlite3_step(byId_) == SQLITE_ROW; // ok: one column
    sqlite3_reset(byId_);
    return found;
  }

  void copy() {
    sqlite3_exec(database_, "CREATE TABLE backup AS SELECT * FROM albums", nullptr, nullptr, nullptr); // ok: stays in the engine
    sqlite3_exec(database_, "CREATE VIEW newest AS SELECT * FROM albums", nullptr, nullptr, nullptr); // ok: defines a view
    sqlite3_exec(database_, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr); // ok: no SELECT
  }

private:
  sqlite3 *database_;
  sqlite3_stmt *byArtist_ = nullptr, *byId_ = nullptr;
};
