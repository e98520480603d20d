// pkg-config: libpq
// shows: pipelining
// Writes that are sent without waiting for each answer cost one round trip together.
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

void pipelined(pqxx::work &tx, const std::vector<int> &ids) {
  pqxx::pipeline pipeline(tx);
  for (int id : ids)
    pipeline.insert("UPDATE seats SET taken = true WHERE id = " + std::to_string(id)); // ok: a pipeline
  pipeline.complete();
}

void pipelineMode(PGconn *connection, const std::vector<std::string> &ids) {
  PQenterPipelineMode(connection);
  for (const auto &id : ids) {
    const char *values[] = {id.c_str()};
    PQsendQueryParams(connection, "UPDATE seats SET taken = true WHERE id = $1", 1, nullptr, values, // ok: sent only
                      nullptr, nullptr, 0);
  }
  PQpipelineSync(connection);
  for (std::size_t i = 0; i < ids.size(); ++i)
    while (PGresult *result = PQgetResult(connection)) // ok: takes an answer already on its way
      PQclear(result);
  PQexitPipelineMode(connection);
}

void sentAndAwaited(PGconn *connection, const std::vector<std::string> &ids) {
  for (const auto &id : ids) {
    const char *values[] = {id.c_str()};
    PQclear(PQexecParams(connection, "UPDATE seats SET taken = true WHERE id = $1", 1, nullptr, values, // expect: scale-write-in-loop "'ids'"
                         nullptr, nullptr, 0));
  }
}
