// The longest ways through one function's body, given what its calls do.
#pragma once

#include "analysis/program/CacheGuards.h"
#include "analysis/program/Conditions.h"

#include <memory>
#include <optional>

namespace scalelint::program {

// A call on a way that matters: an operation, or what happened inside the called function.
// Items are shared and never change; a way is the chain of `before` from its last item.
struct Item {
  std::shared_ptr<const Item> before;
  CallId call = None;
  const model::OperationRow *row = nullptr;  // an operation …
  const Function *entered = nullptr;         // … or a function that was entered,
  std::shared_ptr<const Item> inner;         //   and its way
};

// A remote operation that was started and is not waited for yet. `starter` is the call of this function
// that started it or entered what did.
struct Pending {
  CallId starter = None;
  std::shared_ptr<const Item> item;
  unsigned length = 0;
};

struct Way {
  static constexpr size_t MaxWays = 8;       // to one point
  unsigned length = 0;                       // operations waited for, one after another
  std::shared_ptr<const Item> last;
  std::vector<Pending> pending;
  bool bulk = false;                         // the last operation writes a stream that the next one may go on with
  std::vector<Fact> taken;                   // sorted: what must hold to come here, where it matters further on
};

// The longest way back to the caller, and the longest one that ends in an exception.
struct Through {
  std::optional<Way> returns, throws;
};

// What a call does to a way.
struct Effect {
  const model::OperationRow *row = nullptr;  // an operation that counts
  bool starts = false;                       // it does not block
  bool waits = false;                        // for something that was started
  struct Alternative {
    const Function *entered;
    Through through;
  };
  std::vector<Alternative> entered;          // one of these
  std::vector<Alternative> callbacks;        // and one of these after it
  CacheRole role = CacheRole::None;
};

// `effects` has one for each call.
Through walkBody(const Program &program, const Function &function, const std::vector<Effect> &effects);

} // namespace scalelint::program
