// Values of settings.
#include "analysis/program/SettingValues.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::Value;

bool SettingValues::read(const SettingSource &source, const Frame &frame, CallId call, std::optional<int64_t> &value) {
  if (!source.value)
    return true;
  if (source.unit == model::Unit::Timeval) {
    value = timeval(frame, call, *source.value);
    return true;
  }
  Bound given = select(program, frame, call, *source.value);
  if (source.unit != model::Unit::Text) {
    value = of(given, source.unit);
    return true;
  }
  KeyInText key = keyIn(given, source);
  value = key.value;
  return key.possible;
}

KeyInText SettingValues::keyIn(Bound value, const SettingSource &source) {
  if (!value)
    return {};
  if (!value.value)
    return {true, std::nullopt}; // an expression that nothing is known of
  Bound known = origin(program, value);
  if (known.get().kind == ValueKind::Null)
    return {};
  if (known.get().kind == ValueKind::Aggregate && known.get().fields.empty())
    return keyAmong(known, source);
  Text text = program::text(program, value);
  outlook.asksCaller |= text.dependsOnParameter && startsAtRoot(known);
  return program::keyIn(text.pieces, source.key, source.keyUnit);
}

// An array of keywords, or of texts in which the key may stand.
KeyInText SettingValues::keyAmong(Bound array, const SettingSource &source) {
  KeyInText result;
  for (ValueId id : array.get().operands) {
    Bound element{array.frame, id};
    if (!id || origin(program, element).get().kind == ValueKind::Null)
      continue;
    Text text = program::text(program, element);
    KeyInText here = program::keyIn(text.pieces, source.key, source.keyUnit);
    if (text.literal() == source.key)
      here = {true, std::nullopt};
    if (here.possible && (!result.possible || here.value))
      result = here;
  }
  return result;
}

bool SettingValues::startsAtRoot(Bound value) const {
  const Frame *frame = value.frame;
  while (frame->caller)
    frame = frame->caller;
  return frame == outlook.root;
}

// Seconds and microseconds, given in braces or assigned one by one.
std::optional<int64_t> SettingValues::timeval(const Frame &frame, CallId call, model::Selector selector) {
  Bound whole = select(program, frame, call, selector);
  if (!whole || !certain(whole))
    return std::nullopt;
  int64_t total = 0;
  for (auto [member, factor] : {std::pair("tv_sec", int64_t(1'000'000'000)), std::pair("tv_usec", int64_t(1'000))}) {
    selector.member = member;
    Bound part = select(program, frame, call, selector);
    if (!part)
      return std::nullopt;
    std::optional<int64_t> count = part.value ? of(part, model::Unit::None) : std::optional<int64_t>(0);
    if (!count)
      return std::nullopt;
    total += *count * factor;
  }
  return total;
}

// `system_clock::now() + seconds(5)` is a deadline of 5 s: what is added to a call without arguments.
static std::optional<Bound> untilNow(const Program &program, Bound known) {
  const Value &value = known.get();
  if (value.kind != ValueKind::Result)
    return std::nullopt;
  const summary::Call &call = known.frame->function->calls[value.index];
  if (call.form != summary::CallForm::Operator || call.arguments.size() != 2 ||
      !llvm::StringRef(program.nameOf(call.callee)).ends_with("operator+"))
    return std::nullopt;
  for (unsigned side = 0; side < 2; ++side) {
    Bound other = origin(program, {known.frame, call.arguments[1 - side]});
    if (other.get().kind != ValueKind::Result)
      continue;
    const summary::Call &clock = other.frame->function->calls[other.get().index];
    if (clock.form == summary::CallForm::Plain && clock.arguments.empty() && call.arguments[side])
      return Bound{known.frame, call.arguments[side]};
  }
  return std::nullopt;
}

// Of alternatives the shortest that is a deadline at all: which one is taken is the program's decision.
std::optional<int64_t> SettingValues::of(Bound value, model::Unit unit) {
  if (!value || !value.value || !certain(value))
    return std::nullopt;
  Bound known = origin(program, value);
  if (known.get().kind == ValueKind::OneOf) {
    std::optional<int64_t> best;
    for (ValueId id : known.get().operands) {
      std::optional<int64_t> one = of({known.frame, id}, unit);
      if (!one)
        return std::nullopt;
      if (!best || (*one > 0 && (*best <= 0 || *one < *best)))
        best = one;
    }
    return best;
  }
  if (unit == model::Unit::None)
    return integer(program, value);
  if (std::optional<Bound> span = untilNow(program, known))
    return duration(program, *span, unit);
  return duration(program, value, unit);
}

// A call may have written to it, a loop may have, or a closure that captured it.
static bool isChanged(Bound value) {
  const Value &at = value.get();
  switch (at.kind) {
  case ValueKind::After:
    return true;
  case ValueKind::Carried:
    return at.operands.size() < 2 || at.operands[1] != at.operands[0];
  case ValueKind::OneOf:
    return llvm::any_of(at.operands, [&](ValueId id) {
      return value.frame->function->values[id].kind == ValueKind::Unknown;
    });
  default:
    return false;
  }
}

// Does nothing out of sight write to a place that the value comes through? Notes when a caller of the
// outermost function would know it.
bool SettingValues::certain(Bound value) {
  for (unsigned steps = 0; value && steps < 64; ++steps) {
    const Value &at = value.get();
    if (isChanged(value))
      return false;
    if ((at.kind == ValueKind::Field || at.kind == ValueKind::Global) && index.mayBeWrittenElsewhere(at.entity))
      return false;
    if (at.kind == ValueKind::Binary)
      return llvm::all_of(at.operands, [&](ValueId id) { return certain({value.frame, id}); });
    outlook.asksCaller |= value.frame == outlook.root && at.kind == ValueKind::Parameter;
    value = step(program, value);
  }
  return true;
}

} // namespace scalelint::program
