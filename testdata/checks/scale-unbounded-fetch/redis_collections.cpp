// shows: bounded, counts
// Commands that answer with a whole collection, and their bounded kin.
#include <hiredis/hiredis.h>
#include <string>

redisReply *ask(redisContext *cache, const std::string &user) {
  return static_cast<redisReply *>(redisCommand(cache, "SMEMBERS followers:%s", user.c_str())); // expect: scale-unbounded-fetch
}

void whole(redisContext *cache) {
  freeReplyObject(redisCommand(cache, "KEYS session:*")); // expect: scale-unbounded-fetch "KEYS"
  freeReplyObject(redisCommand(cache, "HGETALL settings")); // expect: scale-unbounded-fetch "HGETALL"
  freeReplyObject(redisCommand(cache, "LRANGE timeline 0 -1")); // expect: scale-unbounded-fetch "LRANGE"
}

void bounded(redisContext *cache, int last) {
  freeReplyObject(redisCommand(cache, "SCAN 0 MATCH session:* COUNT 100")); // ok: a page
  freeReplyObject(redisCommand(cache, "HGET settings theme")); // ok: one field
  freeReplyObject(redisCommand(cache, "LRANGE timeline 0 49")); // ok: fifty
  freeReplyObject(redisCommand(cache, "LRANGE timeline 0 %d", last)); // ok: up to a number
  freeReplyObject(redisCommand(cache, "SRANDMEMBER followers 10")); // ok: ten
  freeReplyObject(redisCommand(cache, "SCARD followers")); // ok: a number
  freeReplyObject(redisCommand(cache, "GET KEYS")); // ok: a key of that name
}
