// shows: scope-ended
// Guards that may have failed, that die when a turn or a block is left, and that a handler finds dead.
#include <hiredis/hiredis.h>
#include <mutex>
#include <stdexcept>
#include <vector>

static std::mutex first, second;

void tried(redisContext *redis) {
  std::unique_lock<std::mutex> lock(first, std::try_to_lock);
  if (!lock.owns_lock()) {
    redisCommand(redis, "INCR busy"); // ok: it could not be locked
    return;
  }
  redisCommand(redis, "INCR held"); // expect: scale-lock-across-remote-call "'first' is locked"
}

void triedShort(redisContext *redis) {
  if (std::unique_lock lock{first, std::try_to_lock}; lock)
    redisCommand(redis, "INCR held"); // expect: scale-lock-across-remote-call "'first' is locked"
  else
    redisCommand(redis, "INCR busy"); // ok: it could not be locked
}

void together(redisContext *redis) {
  {
    std::lock(first, second);
    std::lock_guard one(first, std::adopt_lock);
    std::lock_guard two(second, std::adopt_lock);
    redisCommand(redis, "INCR both"); // expect: scale-lock-across-remote-call "'second' is locked"
  }
  redisCommand(redis, "INCR none"); // ok: both guards have died
}

void eachTurn(redisContext *redis, const std::vector<int> &items) {
  for (int item : items) {
    std::lock_guard guard(first);
    if (item == 0)
      continue;
    if (item < 0)
      break;
  }
  redisCommand(redis, "INCR seen"); // ok: the guard of each turn has died with it
}

void unlocksForEach(redisContext *redis, std::vector<int> &items) {
  std::unique_lock lock(first);
  while (!items.empty()) {
    items.pop_back();
    lock.unlock();
    redisCommand(redis, "INCR seen"); // ok: unlocked for as long as it takes
    lock.lock();
  }
}

void throwing(redisContext *redis, bool broken) {
  try {
    std::lock_guard guard(first);
    if (broken)
      throw std::runtime_error("broken");
  } catch (const std::exception &) {
    redisCommand(redis, "INCR failures"); // ok: the guard died before the handler started
  }
}

void swapped(redisContext *redis) {
  std::unique_lock<std::mutex> outer;
  {
    std::unique_lock<std::mutex> lock(first);
    outer.swap(lock);
  }
  redisCommand(redis, "INCR seen"); // ok: who holds what after a swap is not known
}

struct Shared {
  std::mutex mutex;
};

void twoObjects(Shared &left, Shared &right, redisContext *redis) {
  std::unique_lock one(left.mutex), two(right.mutex);
  one.unlock();
  redisCommand(redis, "INCR right"); // expect: scale-lock-across-remote-call "'right.mutex' is locked"
  two.unlock();
  redisCommand(redis, "INCR none"); // ok: both are unlocked
}

void nested(redisContext *redis) {
  std::lock_guard outer(first);
  std::lock_guard inner(second);
  redisCommand(redis, "INCR both"); // expect: scale-lock-across-remote-call "'second' is locked"
}
