// pkg-config: libpq
// shows: batched, batch-per-shard, array-bind
// One statement for many rows is the cure, also when a loop sends one batch per shard.
#include <libpq-fe.h>
#include <string>
#include <vector>

struct Shard {
  PGconn *connection;
  std::vector<std::string> skus;
};

std::string quotedList(const std::vector<std::string> &skus) {
  std::string list;
  for (const auto &sku : skus) {
    if (!list.empty())
      list += ", ";
    list += "'" + sku + "'";
  }
  return list;
}

void stockOfAll(PGconn *connection, const std::vector<std::string> &skus) {
  std::string sql = "SELECT sku, on_hand FROM stock WHERE sku IN (";
  for (std::size_t i = 0; i < skus.size(); ++i) {
    sql += i ? ", $" : "$";
    sql += std::to_string(i + 1); // ok: the loop only writes the list
  }
  sql += ")";
  PQclear(PQexec(connection, sql.c_str())); // ok: one statement
}

void stockByShard(const std::vector<Shard> &shards) {
  for (const auto &shard : shards) {
    std::string sql = "SELECT sku, on_hand FROM stock WHERE sku IN (" + quotedList(shard.skus) + ")";
    PQclear(PQexec(shard.connection, sql.c_str())); // ok: one batch per shard
  }
}

void stockByArray(const std::vector<Shard> &shards) {
  for (const auto &shard : shards) {
    std::string array = "{" + quotedList(shard.skus) + "}";
    const char *values[] = {array.c_str()};
    PQclear(PQexecParams(shard.connection, // ok: one batch per shard
                         "SELECT sku, on_hand FROM stock WHERE sku = ANY($1::text[])", 1, nullptr,
                         values, nullptr, nullptr, 0));
  }
}

void stockOneByOne(PGconn *connection, const std::vector<std::string> &skus) {
  for (const auto &sku : skus) {
    std::string sql = "SELECT on_hand FROM stock WHERE sku IN ('" + sku + "')";
    PQclear(PQexec(connection, sql.c_str())); // expect: scale-n-plus-one-query "'skus'"
  }
}
