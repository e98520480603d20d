// config: {roots: [wiki::handlePage, wiki::handleFlag, wiki::handleLog]}
// shows: other-file, cache-in-front
// The lookup is in a class of the project, and a hit leaves early or sets a flag.
//--- cache.h
#pragma once
#include <hiredis/hiredis.h>
#include <optional>
#include <string>

namespace wiki {
class Cache {
public:
  std::optional<std::string> find(const std::string &key);
  bool read(const std::string &key, std::string &into);
  void store(const std::string &key, const std::string &value);

private:
  redisContext *redis_ = nullptr;
};
} // namespace wiki

//--- cache.cpp
#include "cache.h"

namespace wiki {
std::optional<std::string> Cache::find(const std::string &key) {
  auto *reply = static_cast<redisReply *>(redisCommand(redis_, "GET %s", key.c_str()));
  std::optional<std::string> result;
  if (reply && reply->type == REDIS_REPLY_STRING)
    result = reply->str;
  freeReplyObject(reply);
  return result;
}

bool Cache::read(const std::string &key, std::string &into) {
  auto known = find(key);
  if (known)
    into = *known;
  return known.has_value();
}

void Cache::store(const std::string &key, const std::string &value) {
  freeReplyObject(redisCommand(redis_, "SET %s %s EX 300", key.c_str(), value.c_str()));
}
} // namespace wiki

//--- pages.cpp
#include "cache.h"
#include <pqxx/pqxx>

namespace wiki {
std::string load(pqxx::connection &connection, const std::string &name) {
  pqxx::read_transaction tx(connection);
  return tx.exec_params1("SELECT text FROM pages WHERE name = $1", name)[0].as<std::string>();
}

std::string handlePage(Cache &cache, pqxx::connection &connection, const std::string &name) { // ok: a lookup, and one query on a miss
  if (auto known = cache.find(name))
    return *known;
  std::string text = load(connection, name);
  cache.store(name, text);
  return text;
}

std::string handleFlag(Cache &cache, pqxx::connection &connection, const std::string &name) { // ok: the flag is the answer of the lookup
  std::string text;
  bool hit = false;
  if (cache.read(name, text))
    hit = true;
  if (!hit) {
    text = load(connection, name);
    cache.store(name, text);
  }
  return text;
}

std::string handleLog(Cache &cache, pqxx::connection &connection, const std::string &name) { // expect: scale-sync-call-chain "3 remote operations"
  cache.store("last", name);
  std::string text = load(connection, name);
  cache.store(name, text);
  return text;
}
} // namespace wiki
