#include "cache.h"

#include <hiredis/hiredis.h>
#include <memory>
#include <stdexcept>

namespace orders {

namespace {

struct Close {
  void operator()(redisContext *context) const { redisFree(context); }
};
using Connection = std::unique_ptr<redisContext, Close>;

struct FreeReply {
  void operator()(redisReply *reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

Connection connect(const std::string &host) {
  Connection connection(redisConnectWithTimeout(host.c_str(), 6379, timeval{1, 0})); // ok: both deadlines
  if (!connection || connection->err)
    throw std::runtime_error("redis: " + host);
  redisSetTimeout(connection.get(), timeval{0, 200000});
  return connection;
}

redisContext *connectionTo(const std::string &host) {
  thread_local Connection connection = connect(host);
  if (connection->err)
    connection = connect(host);
  return connection.get();
}

Reply checked(void *reply) {
  if (!reply)
    throw std::runtime_error("redis: no reply");
  return Reply(static_cast<redisReply *>(reply));
}

} // namespace

std::optional<int> Cache::stockOf(const std::string &sku) {
  const Reply reply = checked(redisCommand(connectionTo(host_), "GET stock:%s", sku.c_str()));
  if (reply->type != REDIS_REPLY_STRING)
    return std::nullopt;
  return std::stoi(reply->str);
}

std::map<std::string, int> Cache::stockOfAll(const std::vector<std::string> &skus) {
  std::vector<std::string> keys;
  for (const std::string &sku : skus)
    keys.push_back("stock:" + sku);
  std::vector<const char *> words = {"MGET"};
  for (const std::string &key : keys)
    words.push_back(key.c_str());

  const Reply reply =
      checked(redisCommandArgv(connectionTo(host_), static_cast<int>(words.size()), words.data(), nullptr)); // ok: one round trip
  std::map<std::string, int> stock;
  for (std::size_t i = 0; i < reply->elements && i < skus.size(); ++i)
    if (reply->element[i]->type == REDIS_REPLY_STRING)
      stock[skus[i]] = std::stoi(reply->element[i]->str);
  return stock;
}

std::optional<std::string> Cache::lastSeen(const std::string &userId) {
  const Reply reply = checked(redisCommand(connectionTo(host_), "GET seen:%s", userId.c_str()));
  if (reply->type != REDIS_REPLY_STRING)
    return std::nullopt;
  return std::string(reply->str, reply->len);
}

} // namespace orders
