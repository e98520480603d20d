// config: {roots: [menu::handleDish, menu::handleOrder]}
// shows: cache-in-front
// A cache in front of a database is one lookup, not a chain.
#include <hiredis/hiredis.h>
#include <pqxx/pqxx>
#include <string>

namespace menu {
std::string load(pqxx::connection &connection, long id) {
  pqxx::read_transaction tx(connection);
  return tx.exec_params1("SELECT name FROM dishes WHERE id = $1", id)[0].as<std::string>();
}

std::string handleDish(redisContext *cache, pqxx::connection &connection, long id) { // ok: lookup, load on a miss, store
  auto *reply = static_cast<redisReply *>(redisCommand(cache, "GET dish:%ld", id));
  std::string name = reply->type == REDIS_REPLY_STRING ? reply->str : "";
  freeReplyObject(reply);
  if (name.empty()) {
    name = load(connection, id);
    freeReplyObject(redisCommand(cache, "SET dish:%ld %s EX 60", id, name.c_str()));
  }
  return name;
}

std::string handleOrder(redisContext *cache, pqxx::connection &connection, long id) { // expect: scale-sync-call-chain "3"
  freeReplyObject(redisCommand(cache, "INCR orders"));
  std::string name = load(connection, id);
  freeReplyObject(redisCommand(cache, "PUBLISH orders %s", name.c_str()));
  return name;
}
} // namespace menu
