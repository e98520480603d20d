// scale-lock-across-remote-call: a mutex is held while the code waits for another process, or sleeps.
#include "checks/RegionFindings.h"

namespace scalelint {

using namespace program;

static bool isLong(const Program &, const RegionTrail &) { return true; }

static bool guardsOnlyConnection(const Program &program, const RegionTrail &trail) {
  return program.lenses().regions().guardsOnlyConnection(trail);
}

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  reportRegions(program,
                {"scale-lock-across-remote-call", model::ScopeKind::Lock, "lock", "locks", "is locked",
                 "copy what it needs and unlock first",
                 "narrow the lock's scope: copy what the operation needs, unlock, run it, and lock again to store the "
                 "result",
                 isLong, guardsOnlyConnection},
                sink);
}

extern const Check LockAcrossRemoteCall;
const Check LockAcrossRemoteCall = {
    .id = "scale-lock-across-remote-call",
    .summary = "remote operation or sleep runs while a mutex is locked",
    .doc = R"md(
## What it flags

A remote operation, the opening of a connection or a sleep that runs while a mutex is held: by a guard, or locked by hand, also
through callees, virtual calls and callbacks.

## Why it hurts at scale

All other threads that need the mutex wait for the network too. One slow answer stops the whole service, however many threads
it has.

## Example

```cpp bad
#include <hiredis/hiredis.h>
#include <map>
#include <mutex>
#include <string>
struct Rates {
  std::mutex mutex;
  std::map<std::string, long long> known;
  long long rate(redisContext *redis, const std::string &currency) {
    std::lock_guard guard(mutex);
    auto it = known.find(currency);
    if (it != known.end())
      return it->second;
    auto *reply = static_cast<redisReply *>(redisCommand(redis, "GET rate"));
    long long rate = reply->integer;
    freeReplyObject(reply);
    return known[currency] = rate;
  }
};
```

```cpp good
#include <hiredis/hiredis.h>
#include <map>
#include <mutex>
#include <string>
struct Rates {
  std::mutex mutex;
  std::map<std::string, long long> known;
  long long rate(redisContext *redis, const std::string &currency) {
    std::unique_lock lock(mutex);
    auto it = known.find(currency);
    if (it != known.end())
      return it->second;
    lock.unlock();
    auto *reply = static_cast<redisReply *>(redisCommand(redis, "GET rate"));
    long long rate = reply->integer;
    freeReplyObject(reply);
    lock.lock();
    return known[currency] = rate;
  }
};
```

## Fix

Narrow the scope: copy what the operation needs, release the lock, and take it again to store the result.

## Limits

A lock that guards one connection alone is a note: the connection is used under that lock only, and everyone who takes the lock
uses the connection. Operations of an in-process engine and calls that return before the answer is there are not reported. A
`try_lock` counts as taken where nothing asks whether it was. A guard that is handed to code out of sight, or to a function by
value or as a reference to const, holds nothing from there on, nor does one in a `std::optional`. Waiting on a condition variable releases its lock and is not reported. A lock that
is taken again in the next turn of a loop is looked at for one turn.

The check is part of the strict profile until more of its findings on real programs are judged: a virtual call on the object itself
enters the overrides of all classes, also where the class of the object is known.

## Options

None.
)md",
    .family = Family::Database,
    .severity = Level::Warning,
    .precision = Precision::Medium,
    .profile = Profile::Strict,
    .taxa = {cwe(667)},
    .options = {},
    .run = run,
};

} // namespace scalelint
