// config: {roots: [feed::handleWall, feed::handleFriends, feed::handleRetry]}
// shows: loop-counts-once
// A loop of remote calls is a finding of its own; here it counts once.
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

namespace feed {
void touch(redisContext *cache, const std::string &key) {
  freeReplyObject(redisCommand(cache, "GET %s", key.c_str()));
}

void handleWall(redisContext *cache, const std::vector<std::string> &posts) { // ok: the loop and one more
  touch(cache, "wall");
  for (const auto &post : posts)
    touch(cache, post);
}

void handleFriends(redisContext *cache, const std::vector<std::string> &friends) { // expect: scale-sync-call-chain "3"
  touch(cache, "me");
  for (const auto &name : friends)
    touch(cache, name);
  touch(cache, "suggestions");
}

void handleRetry(redisContext *cache) { // ok: attempts of one call, and one more
  for (int attempt = 0; attempt < 5; ++attempt) {
    touch(cache, "lease");
    if (cache->err == 0)
      break;
  }
  touch(cache, "done");
}
} // namespace feed
