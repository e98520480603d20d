// scale-sync-call-chain: a request that waits for several remote operations one after another.
#include "checks/LoopFindings.h"
#include "checks/latency/Bounds.h"
#include "checks/latency/OwnService.h"

#include "analysis/model/Scalars.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>
#include <set>

namespace scalelint {

using namespace program;

static constexpr unsigned DefaultThreshold = 3;
static constexpr size_t MaxNamed = 6; // operations that a message names

static std::string described(const Program &program, const Link &link) {
  return program.lenses().statements.describe(link.operation);
}

// The operations in their order with what bounds each, equal neighbours once, and the sum.
static std::string named(const Program &program, const Chain &chain) {
  std::vector<std::pair<std::string, unsigned>> runs;
  std::vector<std::optional<std::chrono::nanoseconds>> bounds;
  for (const Link &link : chain.links)
    bounds.push_back(boundOf(program, link.operation));
  bool anyBound = llvm::any_of(bounds, [](const auto &bound) { return bound.has_value(); });
  for (size_t i = 0; i < chain.links.size(); ++i) {
    std::string what = described(program, chain.links[i]);
    if (anyBound)
      what += bounds[i] ? " (at most " + model::spellDuration(*bounds[i]) + ")" : " (no known bound)";
    if (!runs.empty() && runs.back().first == what)
      ++runs.back().second;
    else
      runs.push_back({what, 1});
  }
  std::vector<std::string> words;
  unsigned shown = 0;
  for (const auto &[what, count] : llvm::ArrayRef(runs).take_front(MaxNamed)) {
    words.push_back(count > 1 ? what + " " + std::to_string(count) + " times" : what);
    shown += count;
  }
  if (shown < chain.length)
    words.push_back(std::to_string(chain.length - shown) + " more");
  std::string text = llvm::join(words, ", ");
  if (!anyBound)
    return text + "; none has a known bound";
  bool allShown = bounds.size() == chain.length;
  if (!allShown || llvm::any_of(bounds, [](const auto &bound) { return !bound; }))
    return text + "; no known bound in all";
  std::chrono::nanoseconds sum{0};
  for (const auto &bound : bounds)
    sum += *bound;
  return text + "; at most " + model::spellDuration(sum) + " in all";
}

// The largest set, taken from one link on, of which none needs another's answer; numbers start at 1.
static std::vector<unsigned> independent(const Chain &chain) {
  std::vector<unsigned> best;
  for (unsigned start = 0; start < chain.links.size(); ++start) {
    std::vector<unsigned> group;
    for (unsigned at = start; at < chain.links.size(); ++at) {
      const auto &needs = chain.links[at].needs;
      if (llvm::none_of(needs, [&](unsigned from) { return llvm::is_contained(group, from + 1); }))
        group.push_back(at + 1);
    }
    if (group.size() > best.size())
      best = std::move(group);
  }
  return best.size() > 1 ? best : std::vector<unsigned>();
}

static std::string independence(const Chain &chain) {
  std::vector<unsigned> group = independent(chain);
  if (group.empty())
    return "each needs the answer of one before";
  if (group.size() == chain.length)
    return "none needs the answer of another";
  std::string text;
  for (unsigned i = 0; i < group.size(); ++i)
    text += (i == 0 ? "" : i + 1 == group.size() ? " and " : ", ") + std::to_string(group[i]);
  return text + " need no answer of each other";
}

// How many requests stand behind one another when this root of the program is asked; one that asks itself counts once.
static unsigned depthOf(const Program &program, const Root &root, std::set<const Root *> &asked) {
  if (!asked.insert(&root).second)
    return 0;
  unsigned deepest = 0;
  const Roots &roots = program.lenses().roots;
  for (const Chain &chain : program.lenses().chains)
    if (&roots.all[chain.root] == &root)
      for (const Link &link : chain.links) {
        const Root *served = servedBy(program, link.operation);
        deepest = std::max(deepest, served ? depthOf(program, *served, asked) : 1);
      }
  return deepest + 1;
}

// What the chain asks of the program itself.
static std::string ownServices(const Program &program, const Chain &chain) {
  std::set<const Root *> told;
  std::string text;
  for (const Link &link : chain.links) {
    const Root *served = servedBy(program, link.operation);
    std::set<const Root *> asked = {&program.lenses().roots.all[chain.root]};
    if (served && told.insert(served).second)
      text += "; '" + served->name + "' of this program is " + std::to_string(depthOf(program, *served, asked)) +
              " deep";
  }
  return text;
}

static std::vector<Step> flowOf(const Program &program, const Chain &chain) {
  std::vector<Step> flow;
  for (size_t i = 0; i < chain.links.size(); ++i) {
    const Operation &operation = chain.links[i].operation;
    std::vector<Step> way;
    for (const Frame *frame = operation.frame; frame->caller; frame = frame->caller)
      way.push_back({rangeOf(program, frame->caller->function->calls[frame->call].span),
                     "calls '" + frame->function->displayName + "'", frame->caller->depth, false});
    flow.insert(flow.end(), way.rbegin(), way.rend());
    flow.push_back({rangeOf(program, operation.get().span),
                    std::to_string(i + 1) + ": waits for the " + described(program, chain.links[i]),
                    operation.frame->depth, true});
  }
  return flow;
}

static Finding findingOf(const Program &program, const Chain &chain, const std::vector<const Root *> &roots) {
  const Root &root = program.lenses().roots.all[chain.root];
  Finding finding;
  finding.check = "scale-sync-call-chain";
  finding.primary = rangeOf(program, root.place);
  finding.function = root.function->displayName;
  finding.message = "'" + root.name + "' waits for " + std::to_string(chain.length) +
                    (chain.length == 1 ? " remote operation: " : " remote operations one after another: ") +
                    named(program, chain) + (chain.length == 1 ? "" : "; " + independence(chain)) +
                    ownServices(program, chain);
  finding.suggestion = "start operations that need no answer of each other together and join them, or send them in one "
                       "round trip; hand what the answer does not need to a queue";
  finding.key = "chain of " + root.function->displayName;
  finding.flow = flowOf(program, chain);
  finding.rank = std::min(80u, 40 + 5 * chain.length);
  placeOnRequestPath(program, *root.function, finding);
  for (const Root *each : roots)
    if (!llvm::is_contained(finding.roots, each->name))
      finding.roots.push_back(each->name);
  llvm::sort(finding.roots);
  return finding;
}

static void run(const Program &program, const CheckOptions &options, const FindingSink &sink) {
  const Roots &roots = program.lenses().roots;
  unsigned threshold = DefaultThreshold;
  if (llvm::StringRef(options.get("threshold", "")).getAsInteger(10, threshold) || !threshold)
    threshold = DefaultThreshold;
  // Roots with one name place are one finding: a function on several routes, a dispatcher.
  std::map<SourceRange, std::vector<const Chain *>> byPlace;
  for (const Chain &chain : program.lenses().chains)
    if (chain.length >= threshold)
      byPlace[rangeOf(program, roots.all[chain.root].place)].push_back(&chain);
  for (const auto &[place, chains] : byPlace) {
    const Chain *longest = chains.front();
    std::vector<const Root *> served;
    for (const Chain *chain : chains) {
      if (chain->length > longest->length)
        longest = chain;
      served.push_back(&roots.all[chain->root]);
    }
    sink(findingOf(program, *longest, served));
  }
}

extern const Check SyncCallChain;
const Check SyncCallChain = {
    .id = "scale-sync-call-chain",
    .summary = "request waits for several remote operations one after another",
    .doc = R"md(
## What it flags

A request root on whose longest path at least three blocking remote operations (SQL, HTTP, RPC, cache, broker, mail, DNS)
run one after another, directly or through any number of calls, files, virtual calls and callbacks. The message names each
operation with the longest that it can take (the deadlines of its client, set or the library's own), their sum, those that need
no answer of each other, and how many requests stand behind one that a route of the same program answers.

## Why it hurts at scale

The waits add up, and so do the failures: a request that asks five services with 99.9 % availability each has 99.5 %. When one
of them slows down, all threads of this service wait for it, and its own callers run into their timeouts.

## Example

```cpp bad
#include <curl/curl.h>
#include <httplib.h>
bool ask(CURL *handle, const char *url) {
  curl_easy_setopt(handle, CURLOPT_URL, url);
  return curl_easy_perform(handle) == CURLE_OK;
}
void serve(httplib::Server &server, CURL *handle) {
  server.Get("/v1/home", [handle](const httplib::Request &, httplib::Response &response) {
    bool done = ask(handle, "https://news.example/top");
    done &= ask(handle, "https://weather.example/now");
    done &= ask(handle, "https://events.example/next");
    response.status = done ? 200 : 502;
  });
}
```

```cpp good
#include <curl/curl.h>
#include <future>
#include <httplib.h>
bool ask(const char *url) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url);
  bool done = curl_easy_perform(handle) == CURLE_OK;
  curl_easy_cleanup(handle);
  return done;
}
void serve(httplib::Server &server) {
  server.Get("/v1/home", [](const httplib::Request &, httplib::Response &response) {
    auto news = std::async(std::launch::async, ask, "https://news.example/top");
    auto weather = std::async(std::launch::async, ask, "https://weather.example/now");
    auto events = std::async(std::launch::async, ask, "https://events.example/next");
    response.status = news.get() && weather.get() && events.get() ? 200 : 502;
  });
}
```

## Fix

Run what is independent side by side, ask for several things in one round trip, and hand what the answer does not need to a
queue.

## Limits

A lookup in a cache that guards a query, and the store after it, add nothing to the query. A query with the fetch of its
rows and a request with the receipt of its answer are one operation; connecting, preparing, BEGIN and COMMIT are none. A loop
counts as one turn. Of conditions only comparisons with constants are compared with each other. Work that is posted to a
thread, a pool or a later tick is not on the path, even when the request waits for it.

## Options

The length from which on a chain is reported.
)md",
    .family = Family::Latency,
    .severity = Level::Warning,
    .precision = Precision::High,
    .profile = Profile::Default,
    .taxa = {},
    .options = {{"threshold", "3", "remote operations one after another from which on a request is reported"}},
    .run = run,
};

} // namespace scalelint
