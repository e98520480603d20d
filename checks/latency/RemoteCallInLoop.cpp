// scale-remote-call-in-loop: an HTTP, RPC or cache call once per turn of a data-driven loop.
#include "checks/LoopFindings.h"

namespace scalelint {

using namespace program;

static bool isRemoteCallPerTurn(const Program &, const LoopTrail &trail) {
  const model::OperationRow &row = *trail.operation.row;
  switch (row.does) {
  case model::Does::HttpRequest:
  case model::Does::RpcCall:
  case model::Does::CacheRead:
  case model::Does::CacheWrite:
  case model::Does::CacheCommand:
    break;
  default:
    return false;
  }
  if (!row.blocking || row.batched || row.continuation || row.inProcess)
    return false;
  // A read that asks the same every turn is to be hoisted, not batched: another hazard.
  bool reads = row.does == model::Does::CacheRead || row.access == model::Access::Read;
  return trail.varies || !(reads || trail.turns.needsVariation);
}

static void run(const Program &program, const CheckOptions &, const FindingSink &sink) {
  reportLoops(program,
              {"scale-remote-call-in-loop", "ask for all of them at once",
               "use the batch endpoint or the multi-get, or start the calls together with a bound and join them",
               true, isRemoteCallPerTurn},
              sink);
}

extern const Check RemoteCallInLoop;
const Check RemoteCallInLoop = {
    .id = "scale-remote-call-in-loop",
    .summary = "remote call runs once per turn of a data-driven loop",
    .doc = R"md(
## What it flags

An HTTP, RPC or cache (Redis, memcached) call that runs once per turn of a data-driven loop.

## Why it hurts at scale

The waits add up: a hundred elements at 20 ms each are two seconds of one request.

## Example

```cpp bad
#include <hiredis/hiredis.h>
#include <string>
#include <vector>
void warm(redisContext *redis, const std::vector<std::string> &keys) {
  for (const auto &key : keys)
    freeReplyObject(redisCommand(redis, "GET %s", key.c_str()));
}
```

```cpp good
#include <hiredis/hiredis.h>
void warm(redisContext *redis, int count, const char **keys) {
  freeReplyObject(redisCommandArgv(redis, count, keys, nullptr));
}
```

## Fix

A batch endpoint, a multi-get, a pipeline, or bounded concurrency.

## Limits

Calls that only start the work (asynchronous clients) are not reported, nor is a flush that waits until a buffer is full, nor a
cache read that asks the same every turn. What a command says that comes as an array of words (`redisCommandArgv`) is not
known, so a multi-get in a loop over shards is reported. A virtual call that may meet four or more classes, and reaches the
network for fewer than half of them, is not followed: the call does not run once for each of what the loop walks.

## Options

None.
)md",
    .family = Family::Latency,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {cwe(1050)},
    .options = {},
    .run = run,
};

} // namespace scalelint
