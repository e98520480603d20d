// pkg-config: libpq
// shows: copy
// COPY streams the rows: each line goes into a buffer, not over the wire and back.
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <pqxx/tablewriter>
#include <string>
#include <vector>

void copyLines(PGconn *connection, const std::vector<std::string> &lines) {
  PQclear(PQexec(connection, "COPY access_log (line) FROM STDIN"));
  for (const auto &line : lines) {
    std::string row = line + "\n";
    PQputCopyData(connection, row.data(), static_cast<int>(row.size())); // ok: COPY
  }
  PQputCopyEnd(connection, nullptr);
  PQclear(PQgetResult(connection));
}

void tableWriter(pqxx::work &tx, const std::vector<std::string> &lines) {
  pqxx::tablewriter rows(tx, "access_log");
  for (const auto &line : lines)
    rows.insert(std::vector<std::string>{line}); // ok: COPY
  rows.complete();
}

void insertLines(PGconn *connection, const std::vector<std::string> &lines) {
  for (const auto &line : lines) {
    const char *values[] = {line.c_str()};
    PGresult *result = PQexecParams(connection, // expect: scale-write-in-loop "'access_log'"
                                    "INSERT INTO access_log (line) VALUES ($1)", 1, nullptr, values,
                                    nullptr, nullptr, 0);
    PQclear(result);
  }
}

void copyPerFile(PGconn *connection, const std::vector<std::vector<std::string>> &files) {
  for (const auto &lines : files)
    copyLines(connection, lines); // ok: one stream per file
}
