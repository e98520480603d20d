// pkg-config: libpq
// shows: pipelining
// Queries sent without waiting for each answer cost one round trip together.
#include <libpq-fe.h>
#include <pqxx/pqxx>
#include <string>
#include <vector>

void stationsPipelined(pqxx::work &tx, const std::vector<int> &ids) {
  pqxx::pipeline pipeline(tx);
  for (int id : ids)
    pipeline.insert("SELECT name FROM stations WHERE id = " + std::to_string(id)); // ok: a pipeline
  pipeline.complete();
}

void stationsPipelineMode(PGconn *connection, const std::vector<std::string> &ids) {
  PQenterPipelineMode(connection);
  for (const auto &id : ids) {
    const char *values[] = {id.c_str()};
    PQsendQueryParams(connection, "SELECT name FROM stations WHERE id = $1", 1, nullptr, values, // ok: sent only
                      nullptr, nullptr, 0);
  }
  PQpipelineSync(connection);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    while (PGresult *result = PQgetResult(connection)) // ok: takes an answer already on its way
      PQclear(result);
  }
  PQexitPipelineMode(connection);
}

void stationsOneByOne(PGconn *connection, const std::vector<std::string> &ids) {
  for (const auto &id : ids) {
    const char *values[] = {id.c_str()};
    PGresult *result = PQexecParams(connection, // expect: scale-n-plus-one-query "'ids'"
                                    "SELECT name FROM stations WHERE id = $1", 1, nullptr, values,
                                    nullptr, nullptr, 0);
    PQclear(result);
  }
}
