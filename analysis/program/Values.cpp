// Values through frames.
#include "analysis/program/Values.h"
#include "analysis/program/Arguments.h"
#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

namespace scalelint::program {

using summary::Value;

// Chains of names are short in real code; a longer one is cut, and then the value is not known.
static constexpr unsigned MaxSteps = 64;

Bound select(const Program &program, const Frame &frame, CallId id, const model::Selector &selector) {
  const summary::Call &call = frame.function->calls[id];
  Bound result;
  switch (selector.of) {
  case model::Selector::Of::Receiver:
    if (!call.receiver)
      return {};
    result = {&frame, call.receiver};
    break;
  case model::Selector::Of::Argument:
    if (selector.index >= call.arguments.size())
      return {};
    result = {&frame, call.arguments[selector.index]};
    break;
  case model::Selector::Of::LastArgument:
    if (call.arguments.empty())
      return {};
    result = {&frame, call.arguments.back()};
    break;
  case model::Selector::Of::Result:
  case model::Selector::Of::Call:
    if (ValueId value = frame.function->resultOfCall[id])
      return {&frame, value};
    return {};
  }
  if (selector.member.empty())
    return result;
  // A field of it: of a braced list directly, else whatever is stored to a field of that name.
  Bound whole = origin(program, result);
  const Value &aggregate = whole.get();
  if (aggregate.kind == ValueKind::Aggregate)
    for (size_t i = 0; i < aggregate.fields.size() && i < aggregate.operands.size(); ++i)
      if (aggregate.fields[i] != None &&
          llvm::StringRef(program.nameOf(aggregate.fields[i])).ends_with("::" + selector.member))
        return {whole.frame, aggregate.operands[i]};
  for (NodeId node = 0; node < frame.function->nodes.size(); ++node) {
    const summary::Node &assign = frame.function->nodes[node];
    if (assign.kind != summary::NodeKind::Assign)
      continue;
    const Value &place = frame.function->values[assign.place];
    if (place.kind == ValueKind::Field &&
        llvm::StringRef(program.nameOf(place.entity)).ends_with("::" + selector.member) &&
        origin(program, {&frame, place.operands[0]}) == whole)
      return {&frame, assign.value};
  }
  return {};
}

static bool conditionHolds(const Program &program, const Frame &frame, CallId call, const model::Condition &condition) {
  Bound value = select(program, frame, call, condition.value);
  bool hit = false;
  if (value) {
    Bound known = origin(program, value);
    const Value &v = known.get();
    auto spelled = [&](llvm::StringRef word) {
      switch (v.kind) {
      case ValueKind::Integer:
        return v.symbol == word || std::to_string(v.integer) == word;
      case ValueKind::Boolean:
        return word == (v.integer ? "true" : "false") || std::to_string(v.integer) == word;
      case ValueKind::Text:
        return v.text == word || v.symbol == word;
      case ValueKind::Null:
        return word == "nullptr" || word == "NULL" || word == "null";
      case ValueKind::Global:
      case ValueKind::Field:
        return llvm::StringRef(program.nameOf(v.entity)) == word;
      case ValueKind::Result: // a string class around the text
        return text(program, known).literal() == word;
      default:
        return false;
      }
    };
    hit = llvm::any_of(condition.is, spelled);
    for (Bound seen = value; !hit && seen; seen = step(program, seen)) {
      const Value &named = seen.get();
      hit = llvm::any_of(condition.is, [&](llvm::StringRef word) {
        return named.kind == ValueKind::Global && program.nameOf(named.entity) == word;
      });
      hit |= llvm::any_of(condition.type, [&](llvm::StringRef type) {
        return program.derivesFrom(named.type, type);
      });
    }
    hit |= llvm::any_of(condition.type, [&](llvm::StringRef type) { return program.derivesFrom(v.type, type); });
  }
  return hit != condition.negated;
}

bool holds(const Program &program, const Frame &frame, CallId id, const model::CallPattern &pattern) {
  const summary::Call &call = frame.function->calls[id];
  if (pattern.minArguments && call.arguments.size() < *pattern.minArguments)
    return false;
  if (pattern.maxArguments && call.arguments.size() > *pattern.maxArguments)
    return false;
  if (!pattern.parameterTypes.empty()) {
    const Entity *callee = program.entity(call.callee);
    if (!callee || callee->parameterTypes != pattern.parameterTypes)
      return false;
  }
  return llvm::all_of(pattern.when, [&](const model::Condition &condition) {
    return conditionHolds(program, frame, id, condition);
  });
}

// A library call that hands `from` on as its result: std::move, unique_ptr::get, accessors.
static const model::FlowRow *handingOn(const Program &program, const Frame &frame, CallId call) {
  for (const model::FlowRow *row : program.meanings({frame.function, call}).flows)
    if (row->to.of == model::Selector::Of::Result && !row->element && holds(program, frame, call, row->pattern))
      return row;
  return nullptr;
}

static Bound handedOn(const Program &program, const Frame &frame, CallId call) {
  const model::FlowRow *row = handingOn(program, frame, call);
  return row ? select(program, frame, call, row->from) : Bound{};
}

static bool isMadeByDefault(const Function &function, const Value &value) {
  if (value.kind != ValueKind::Result)
    return false;
  const summary::Call &call = function.calls[value.index];
  return call.form == summary::CallForm::Construct && call.arguments.empty();
}

Bound step(const Program &program, Bound bound) {
  const Value &value = bound.get();
  const Frame &frame = *bound.frame;
  auto operand = [&](size_t i) -> Bound {
    return i < value.operands.size() && value.operands[i] ? Bound{&frame, value.operands[i]} : Bound{};
  };
  switch (value.kind) {
  case ValueKind::Local:
  case ValueKind::After:
  case ValueKind::Carried:
    return operand(0);
  case ValueKind::Parameter:
    return argument(program, frame, value.index);
  case ValueKind::Captured: {
    if (!frame.closure)
      return {};
    const Value &closure = frame.closure.get();
    if (value.index < closure.operands.size() && closure.operands[value.index])
      return {frame.closure.frame, closure.operands[value.index]};
    return {};
  }
  case ValueKind::Global:
    if (Bound constant = operand(0))
      return constant;
    [[fallthrough]];
  case ValueKind::Field: {
    // Stored to once in the whole program: that is its value. What was only made by default is filled elsewhere.
    const auto &stores = program.stores(value.entity);
    if (stores.size() != 1)
      return {};
    const Value &stored = stores[0].function->values[stores[0].value];
    if (stored.kind == ValueKind::Unknown || isMadeByDefault(*stores[0].function, stored))
      return {};
    return {program.frame(*stores[0].function), stores[0].value};
  }
  case ValueKind::Result:
    return handedOn(program, frame, value.index);
  case ValueKind::OneOf: {
    // Null beside one real value: that value. `T *p = nullptr; if (…) p = make();`
    Bound only;
    for (ValueId id : value.operands) {
      const Value &alternative = frame.function->values[id];
      if (alternative.kind == ValueKind::Null || alternative.kind == ValueKind::Unknown)
        continue;
      if (only)
        return {};
      only = {&frame, id};
    }
    return only;
  }
  default:
    return {};
  }
}

Bound untouched(Bound bound) {
  for (unsigned i = 0; bound && i < MaxSteps; ++i) {
    const Value &value = bound.get();
    if ((value.kind != ValueKind::After && value.kind != ValueKind::Carried) || value.operands.empty())
      break;
    bound = {bound.frame, value.operands[0]};
  }
  return bound;
}

Bound origin(const Program &program, Bound value) {
  for (unsigned i = 0; i < MaxSteps; ++i) {
    Bound next = step(program, value);
    if (!next || next == value)
      return value;
    value = next;
  }
  return value;
}

std::optional<int64_t> integer(const Program &program, Bound bound) {
  Bound known = origin(program, bound);
  const Value &value = known.get();
  switch (value.kind) {
  case ValueKind::Integer:
  case ValueKind::Boolean:
    return value.integer;
  case ValueKind::Real:
    return static_cast<int64_t>(std::strtod(value.text.c_str(), nullptr));
  case ValueKind::Binary: {
    if (value.operands.size() == 1 && value.symbol == "-")
      if (auto inner = integer(program, {known.frame, value.operands[0]}))
        return -*inner;
    if (value.operands.size() != 2)
      return std::nullopt;
    auto left = integer(program, {known.frame, value.operands[0]});
    auto right = integer(program, {known.frame, value.operands[1]});
    if (!left || !right)
      return std::nullopt;
    if (value.symbol == "+")
      return *left + *right;
    if (value.symbol == "-")
      return *left - *right;
    int64_t product = 0;
    if (value.symbol == "*" && !__builtin_mul_overflow(*left, *right, &product))
      return product;
    if (value.symbol == "/" && *right)
      return *left / *right;
    return std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

std::optional<int64_t> duration(const Program &program, Bound bound, model::Unit unit) {
  Bound known = origin(program, bound);
  const Value &value = known.get();
  if (value.kind == ValueKind::Duration)
    return value.integer;
  if (unit == model::Unit::Timeval) {
    if (value.kind != ValueKind::Aggregate || value.operands.empty())
      return std::nullopt;
    auto seconds = integer(program, {known.frame, value.operands[0]});
    std::optional<int64_t> micros = 0;
    if (value.operands.size() > 1 && value.operands[1])
      micros = integer(program, {known.frame, value.operands[1]});
    if (!seconds || !micros)
      return std::nullopt;
    return *seconds * 1'000'000'000 + *micros * 1000;
  }
  if (value.kind == ValueKind::Result) {
    // A class around one number or duration: Poco::Timespan(5, 0) is for its pack, seconds{n} is not known.
    const summary::Call &call = known.frame->function->calls[value.index];
    if (call.form == summary::CallForm::Construct && call.arguments.size() == 1)
      return duration(program, {known.frame, call.arguments[0]}, unit);
    return std::nullopt;
  }
  auto count = integer(program, known);
  if (!count)
    return std::nullopt;
  int64_t factor = 0;
  switch (unit) {
  case model::Unit::Nanoseconds:
    factor = 1;
    break;
  case model::Unit::Microseconds:
    factor = 1'000;
    break;
  case model::Unit::Milliseconds:
    factor = 1'000'000;
    break;
  case model::Unit::Seconds:
    factor = 1'000'000'000;
    break;
  case model::Unit::Minutes:
    factor = 60'000'000'000;
    break;
  default:
    return *count == 0 ? std::optional<int64_t>(0) : std::nullopt;
  }
  int64_t result = 0;
  if (__builtin_mul_overflow(*count, factor, &result))
    return INT64_MAX;
  return result;
}

bool hasMark(const Program &program, const Frame &frame, CallId call, model::Mark mark) {
  for (const model::MarkRow *row : program.meanings({frame.function, call}).marks)
    if (row->is == mark && holds(program, frame, call, row->pattern))
      return true;
  return false;
}

static void addCallable(std::vector<Target> &result, const Function *function, Bound closure, bool objectFirst = false) {
  if (!function)
    return;
  for (const Target &known : result)
    if (known.function == function)
      return;
  Target target{function, Mode::Call, closure, nullptr};
  target.objectFirst = objectFirst;
  result.push_back(target);
}

static void collectCallables(const Program &program, Bound bound, std::vector<Target> &result, std::set<Bound> &seen) {
  if (!bound || !seen.insert(bound).second || seen.size() > 256)
    return;
  const Value &value = bound.get();
  const Frame &frame = *bound.frame;
  switch (value.kind) {
  case ValueKind::Closure:
    addCallable(result, program.entities[value.entity].definition, bound);
    return;
  case ValueKind::Function:
    for (EntityId method : program.withOverriders(value.entity)) {
      const Entity &entity = program.entities[method];
      bool isMethod = entity.kind == summary::EntityKind::Method && !entity.isStatic;
      addCallable(result, entity.definition, {}, isMethod && value.operands.empty());
    }
    return;
  case ValueKind::OneOf:
    for (ValueId operand : value.operands)
      collectCallables(program, {&frame, operand}, result, seen);
    return;
  case ValueKind::Field:
  case ValueKind::Global:
    for (const Program::Store &store : program.stores(value.entity))
      collectCallables(program, {program.frame(*store.function), store.value}, result, seen);
    return;
  case ValueKind::Element:
    // Something kept in a container: what was put into it where it is written, else unknown.
    if (!value.operands.empty())
      collectCallables(program, {&frame, value.operands[0]}, result, seen);
    return;
  case ValueKind::After: {
    const summary::Call &call = frame.function->calls[value.index];
    for (const model::FlowRow *row : program.meanings(call).flows)
      if (row->element)
        collectCallables(program, select(program, frame, value.index, row->from), result, seen);
    break;
  }
  case ValueKind::Aggregate:
    for (ValueId operand : value.operands)
      collectCallables(program, {&frame, operand}, result, seen);
    return;
  case ValueKind::Parameter:
    if (!frame.caller) {
      for (const Site &caller : frame.function->callers) {
        const summary::Call &call = program.call(caller);
        if (value.index < call.arguments.size())
          collectCallables(program, {program.frame(*caller.function), call.arguments[value.index]}, result, seen);
      }
      return;
    }
    break;
  case ValueKind::Result: {
    if (const model::FlowRow *row = handingOn(program, frame, value.index)) {
      size_t before = result.size();
      collectCallables(program, select(program, frame, value.index, row->from), result, seen);
      for (Target &target : llvm::drop_begin(result, before))
        if (row->bindsFrom && !target.binding.row)
          target.binding = {&frame, value.index, row};
      return;
    }
    const summary::Call &call = frame.function->calls[value.index];
    // std::function(closure), a functor, a factory that returns a closure.
    if (call.form == summary::CallForm::Construct && !call.arguments.empty()) {
      const Entity *type = program.entity(call.receiverClass);
      if (type && !type->user) {
        collectCallables(program, {&frame, call.arguments[0]}, result, seen);
        return;
      }
    }
    if (call.callee == None)
      return;
    if (const Function *made = program.entities[call.callee].definition) {
      const Frame *inner = program.enter(frame, value.index, {made});
      for (ValueId returned : program.returned(*made))
        collectCallables(program, {inner, returned}, result, seen);
    }
    return;
  }
  default:
    break;
  }
  collectCallables(program, step(program, bound), result, seen);
}

std::vector<Target> callables(const Program &program, Bound value) {
  std::vector<Target> result;
  std::set<Bound> seen;
  collectCallables(program, value, result, seen);
  return result;
}

static llvm::StringRef lastName(llvm::StringRef qualified) {
  size_t at = qualified.rfind("::");
  return at == llvm::StringRef::npos ? qualified : qualified.substr(at + 2);
}

std::string describe(const Program &program, Bound bound) {
  if (!bound)
    return {};
  const Value &value = bound.get();
  const Frame &frame = *bound.frame;
  auto inner = [&](size_t i) {
    return i < value.operands.size() ? describe(program, {&frame, value.operands[i]}) : std::string();
  };
  switch (value.kind) {
  case ValueKind::Local: {
    const summary::Local &local = frame.function->locals[value.index];
    // The range variable of a macro (Q_FOREACH) or an unnamed temporary: what it holds has the name.
    if (local.name.empty() || llvm::StringRef(local.name).starts_with("_"))
      return inner(0);
    return local.name;
  }
  case ValueKind::Parameter:
    return value.index < frame.function->parameters.size() ? frame.function->parameters[value.index].name : "";
  case ValueKind::Captured: {
    std::string name = value.index < frame.function->captures.size() ? frame.function->captures[value.index] : "";
    return name == "this" ? "" : name;
  }
  case ValueKind::Global:
    return lastName(program.nameOf(value.entity)).str();
  case ValueKind::Field: {
    std::string base = inner(0);
    std::string field = lastName(program.nameOf(value.entity)).str();
    return base.empty() ? field : base + "." + field;
  }
  case ValueKind::Element: {
    std::string base = inner(0);
    return base.empty() ? "" : base + "[]";
  }
  case ValueKind::After:
  case ValueKind::Carried:
    return inner(0);
  case ValueKind::OneOf:
    return inner(0).empty() ? inner(1) : inner(0);
  case ValueKind::Result: {
    const summary::Call &call = frame.function->calls[value.index];
    if (call.receiver && hasMark(program, frame, value.index, model::Mark::Begin))
      return describe(program, {&frame, call.receiver});
    if (Bound from = handedOn(program, frame, value.index))
      return describe(program, from);
    if (call.callee == None)
      return {};
    std::string receiver = call.receiver ? describe(program, {&frame, call.receiver}) : "";
    if (call.form == summary::CallForm::Construct || call.form == summary::CallForm::Operator)
      return call.arguments.size() == 1 ? describe(program, {&frame, call.arguments[0]}) : receiver;
    return (receiver.empty() ? "" : receiver + ".") + lastName(program.nameOf(call.callee)).str() + "()";
  }
  default:
    return {};
  }
}

} // namespace scalelint::program
