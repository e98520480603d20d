// shows: in-constructor, by-parameter
// redisConnectWithTimeout bounds the connect alone; replies wait for ever until redisSetTimeout.
#include <hiredis/hiredis.h>
#include <string>

std::string get(redisContext *cache, const char *key) {
  auto *reply = static_cast<redisReply *>(redisCommand(cache, "GET %s", key)); // ok: reported at the connects
  std::string value = reply && reply->str ? reply->str : "";
  freeReplyObject(reply);
  return value;
}

std::string bare(const char *key) {
  redisContext *cache = redisConnect("cache", 6379); // expect: scale-missing-timeout "timeout"
  return get(cache, key);
}

std::string connectOnly(const char *key) {
  timeval limit{2, 0};
  redisContext *cache = redisConnectWithTimeout("cache", 6379, limit); // expect: scale-missing-timeout "timeout"
  return get(cache, key);
}

std::string complete(const char *key) {
  timeval limit{2, 0};
  redisContext *cache = redisConnectWithTimeout("cache", 6379, limit); // ok: both
  redisSetTimeout(cache, limit);
  return get(cache, key);
}

std::string commandOnly(const char *key) {
  redisContext *cache = redisConnect("cache", 6379); // expect: scale-missing-timeout "timeout"
  redisSetTimeout(cache, {1, 500000});
  return get(cache, key);
}

std::string zero(const char *key) {
  redisContext *cache = redisConnectWithTimeout("cache", 6379, {2, 0}); // expect: scale-missing-timeout "timeout"
  timeval never{};
  never.tv_sec = 0;
  redisSetTimeout(cache, never);
  return get(cache, key);
}

class Cache {
public:
  explicit Cache(timeval limit) : context_(redisConnectWithTimeout("cache", 6379, limit)) { // ok: both, from a parameter
    redisSetTimeout(context_, limit);
  }
  ~Cache() { redisFree(context_); }
  std::string get(const char *key) { return ::get(context_, key); }

private:
  redisContext *context_;
};

std::string cached(const char *key) { return Cache({0, 200000}).get(key); }
