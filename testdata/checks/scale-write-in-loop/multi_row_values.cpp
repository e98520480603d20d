// shows: flushed-after
// The statement is put together in the loop and sent once, or once per thousand rows.
#include <mysql/mysql.h>
#include <string>
#include <vector>

class ClickBuffer {
public:
  explicit ClickBuffer(MYSQL *connection) : connection_(connection) {}

  void add(const std::string &page) {
    pages_.push_back(page);
    if (pages_.size() >= 1000)
      flush(); // ok: one statement per thousand rows
  }

  void flush() {
    if (pages_.empty())
      return;
    std::string sql = "INSERT INTO clicks (page) VALUES ";
    for (const auto &page : pages_)
      sql += "('" + page + "'),"; // ok: builds one statement
    sql.pop_back();
    mysql_query(connection_, sql.c_str()); // ok: one statement for all buffered rows
    pages_.clear();
  }

private:
  MYSQL *connection_;
  std::vector<std::string> pages_;
};

void record(MYSQL *connection, const std::vector<std::string> &pages) {
  ClickBuffer buffer(connection);
  for (const auto &page : pages)
    buffer.add(page); // ok: buffered
  buffer.flush();     // ok: after the loop
}

void recordOneByOne(MYSQL *connection, const std::vector<std::string> &pages) {
  for (const auto &page : pages) {
    std::string sql = "INSERT INTO clicks (page) VALUES ('" + page + "')";
    mysql_real_query(connection, sql.c_str(), sql.size()); // expect: scale-write-in-loop "'clicks'"
  }
}

// Two a step is no batch: each turn still sends one row.
void recordPairs(MYSQL *connection, const std::vector<std::string> &pages) {
  for (std::size_t i = 0; i + 1 < pages.size(); i += 2) {
    std::string sql = "INSERT INTO clicks (page) VALUES ('" + pages[i] + "')";
    mysql_query(connection, sql.c_str()); // expect: scale-write-in-loop "'clicks'"
  }
}
