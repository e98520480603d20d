// shows: wait-releases, in-process-engine
// A condition variable releases its lock while it waits; an engine in the process is no round trip; what only starts does
// not wait.
#include <condition_variable>
#include <hiredis/hiredis.h>
#include <mutex>
#include <netdb.h>
#include <sqlite3.h>
#include <vector>

struct Inbox {
  std::mutex mutex;
  std::condition_variable filled;
  std::vector<int> items;

  int next() {
    std::unique_lock lock(mutex);
    filled.wait(lock, [this] { return !items.empty(); }); // ok: releases the lock
    return items.back();
  }

  int nextAndTell(redisContext *redis) {
    std::unique_lock lock(mutex);
    filled.wait(lock); // ok: releases the lock, and has it again
    redisCommand(redis, "INCR taken"); // expect: scale-lock-across-remote-call "'mutex' is locked"
    return items.back();
  }

  void keep(sqlite3 *database) {
    std::lock_guard guard(mutex);
    sqlite3_exec(database, "DELETE FROM items", nullptr, nullptr, nullptr); // ok: in the process
  }

  void queueUp(redisContext *redis) {
    std::lock_guard guard(mutex);
    redisAppendCommand(redis, "INCR taken"); // ok: only kept until somebody asks for the reply
  }

  redisContext *connect() {
    std::lock_guard guard(mutex);
    return redisConnect("cache", 6379); // expect: scale-lock-across-remote-call "connect runs while 'mutex' is locked"
  }

  void name(const sockaddr *address, socklen_t length) {
    char host[NI_MAXHOST];
    std::lock_guard guard(mutex);
    getnameinfo(address, length, host, sizeof(host), nullptr, 0, 0); // expect: scale-lock-across-remote-call "name lookup"
    getnameinfo(address, length, host, sizeof(host), nullptr, 0, NI_NUMERICHOST | NI_NUMERICSERV); // ok: looks nothing up
  }
};
