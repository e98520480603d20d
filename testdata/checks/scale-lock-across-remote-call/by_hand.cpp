// shows: unlocked-first
// Locks without a guard: every way counts for itself, and what could not be locked is not held.
#include <hiredis/hiredis.h>
#include <mutex>
#include <pthread.h>
#include <string>
#include <unistd.h>

static std::mutex table;
static std::recursive_mutex tree;
static pthread_mutex_t legacy = PTHREAD_MUTEX_INITIALIZER;

void held(redisContext *redis) {
  table.lock();
  redisCommand(redis, "GET a"); // expect: scale-lock-across-remote-call "'table' is locked"
  table.unlock();
  redisCommand(redis, "GET b"); // ok: unlocked
}

bool earlyReturn(redisContext *redis, bool known) {
  table.lock();
  if (known) {
    table.unlock();
    redisCommand(redis, "GET a"); // ok: unlocked on this way
    return true;
  }
  table.unlock();
  return redisCommand(redis, "GET b") != nullptr; // ok: unlocked on this one too
}

void tried(redisContext *redis) {
  if (table.try_lock()) {
    redisCommand(redis, "GET a"); // expect: scale-lock-across-remote-call "'table' is locked"
    table.unlock();
  } else {
    redisCommand(redis, "GET b"); // ok: it could not be locked
  }
  redisCommand(redis, "GET c"); // ok: unlocked, or never locked
}

void spins() {
  while (!table.try_lock())
    usleep(100); // ok: sleeps until it can be locked
  table.unlock();
}

void legacyLock(redisContext *redis) {
  if (pthread_mutex_lock(&legacy) != 0)
    return;
  redisCommand(redis, "GET a"); // expect: scale-lock-across-remote-call "'legacy' is locked"
  pthread_mutex_unlock(&legacy);
  redisCommand(redis, "GET b"); // ok: unlocked
}

void twice(redisContext *redis) {
  tree.lock();
  {
    std::lock_guard<std::recursive_mutex> again(tree);
  }
  redisCommand(redis, "GET a"); // expect: scale-lock-across-remote-call "'tree' is locked"
  tree.unlock();
  redisCommand(redis, "GET b"); // ok: unlocked as often as locked
}

void adopted(redisContext *redis) {
  table.lock();
  {
    std::lock_guard<std::mutex> guard(table, std::adopt_lock);
  }
  redisCommand(redis, "GET a"); // ok: the guard took it over and let it go
}

struct Two {
  std::mutex mutex;
};

void oneOfTwo(redisContext *redis, Two &first, Two &second) {
  first.mutex.lock();
  second.mutex.lock();
  second.mutex.unlock();
  redisCommand(redis, "GET a"); // expect: scale-lock-across-remote-call "'first.mutex' is locked"
  first.mutex.unlock();
  redisCommand(redis, "GET b"); // ok: both are unlocked
}

static void pauseLocked(redisContext *redis) {
  table.unlock();
  redisCommand(redis, "GET a"); // ok: unlocked, whoever held it
  table.lock();
}

void unlockedForAWhile(redisContext *redis) {
  {
    std::unique_lock<std::mutex> lock(table);
    pauseLocked(redis); // ok: not held at the command
    redisCommand(redis, "GET b"); // expect: scale-lock-across-remote-call "'table' is locked"
  }
  redisCommand(redis, "GET c"); // false alarm: scale-lock-across-remote-call
}

static void relock(std::unique_lock<std::mutex> &lock) { lock.lock(); }

void lockedByHelper(redisContext *redis) {
  std::unique_lock<std::mutex> lock(table, std::defer_lock);
  redisCommand(redis, "GET a"); // ok: deferred
  relock(lock);
  redisCommand(redis, "GET b"); // expect: scale-lock-across-remote-call "'table' is locked"
}
