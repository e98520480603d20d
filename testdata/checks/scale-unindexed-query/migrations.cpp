// config: {schema: {dialect: postgresql, files: [migrations]}}
// pkg-config: libpq
// shows: factory, virtual
// Migrations in the order of their numbers: an index that comes, one that goes, a column that is renamed.
//--- migrations/V1__start.sql
CREATE TABLE jobs (id bigint PRIMARY KEY, queue text, due timestamptz, owner text);
CREATE INDEX jobs_owner ON jobs (owner);
//--- migrations/V2__queue.sql
CREATE INDEX jobs_queue ON jobs (queue);
ALTER TABLE jobs RENAME COLUMN due TO run_at;
//--- migrations/V10__owner.sql
DROP INDEX jobs_owner;
//--- main.cpp
#include <postgresql/libpq-fe.h>
#include <memory>
#include <string>

struct Store {
  virtual ~Store() = default;
  virtual PGresult *jobs(const char *const *values) = 0;
};

class ByQueue : public Store {
public:
  explicit ByQueue(PGconn *db) : db(db) {}
  PGresult *jobs(const char *const *values) override {
    return PQexecParams(db, "SELECT id FROM jobs WHERE queue = $1 LIMIT 10", 1, nullptr, values, nullptr, nullptr, 0); // ok: indexed in V2
  }

private:
  PGconn *db;
};

class ByOwner : public Store {
public:
  ByOwner(PGconn *db, std::string statement) : db(db), statement(std::move(statement)) {}
  PGresult *jobs(const char *const *values) override {
    return PQexecParams(db, statement.c_str(), 1, nullptr, values, nullptr, nullptr, 0);
  }

private:
  PGconn *db;
  std::string statement;
};

std::unique_ptr<Store> make(PGconn *db) {
  return std::make_unique<ByOwner>(db, "SELECT id FROM jobs WHERE owner = $1 LIMIT 10"); // expect: scale-unindexed-query "by 'owner' and no index begins with that"
}

PGresult *made(PGconn *db, const char *const *values) { return make(db)->jobs(values); } // ok: reported at the text

PGresult *due(PGconn *db, const char *const *values) {
  return PQexecParams(db, "SELECT id FROM jobs WHERE run_at < $1 LIMIT 10", 1, nullptr, values, nullptr, nullptr, 0); // expect: scale-unindexed-query "'run_at'"
}
