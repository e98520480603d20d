#include "analysis/program/Constructed.h"

#include "analysis/program/Arguments.h"
#include "analysis/program/CallGraph.h"
#include "analysis/program/Values.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

using summary::CallForm;
using summary::NodeKind;
using summary::Value;

// Classes and factories nest a few levels deep.
static constexpr unsigned MaxDepth = 12;

// The last value that a constructor's body and initialisers give to a field.
static ValueId storedBy(const Function &constructor, EntityId field) {
  ValueId stored = 0;
  for (const summary::Node &node : constructor.nodes) {
    const Value &place = constructor.values[node.place];
    if (node.kind == NodeKind::Assign && place.kind == ValueKind::Field && place.entity == field)
      stored = node.value;
  }
  return stored;
}

static Bound ofConstruction(const Program &program, const Frame &frame, CallId id, EntityId field);

// What a constructor that has run leaves in a field: its own store, else that of the constructor of a base class or
// that it delegates to.
static Bound leftBy(const Program &program, const Frame &constructor, EntityId field) {
  const Function &function = *constructor.function;
  if (ValueId stored = storedBy(function, field))
    return {&constructor, stored};
  if (constructor.depth > MaxDepth)
    return {};
  for (CallId id = 0; id < function.calls.size(); ++id) {
    const summary::Call &call = function.calls[id];
    if (call.form == CallForm::Construct && call.receiver && function.values[call.receiver].kind == ValueKind::This)
      if (Bound stored = ofConstruction(program, constructor, id, field))
        return stored;
  }
  return {};
}

static Bound ofConstruction(const Program &program, const Frame &frame, CallId id, EntityId field) {
  auto made = targets(program, frame, id);
  return made.size() == 1 ? leftBy(program, *program.enter(frame, id, made[0]), field) : Bound{};
}

static bool isConstructor(const Program &program, const Function &function) {
  return function.entity != None && program.entities[function.entity].kind == summary::EntityKind::Constructor;
}

Constructed constructed(const Program &program, Bound object, EntityId field) {
  for (unsigned i = 0; object && i < 32; ++i) {
    const Value &value = object.get();
    const Frame &frame = *object.frame;
    switch (value.kind) {
    case ValueKind::This:
      if (isConstructor(program, *frame.function))
        if (Bound stored = leftBy(program, frame, field))
          return {stored};
      object = program::object(program, frame);
      if (!object)
        return {{}, !frame.caller};
      break;
    case ValueKind::Aggregate:
      for (size_t n = 0; n < value.fields.size() && n < value.operands.size(); ++n)
        if (value.fields[n] == field)
          return {{&frame, value.operands[n]}};
      return {};
    case ValueKind::After: {
      // A library call that was handed the object cannot reach its private text; the program's own may.
      const Entity *callee = program.entity(frame.function->calls[value.index].callee);
      if (!callee || callee->user)
        return {};
      object = step(program, object);
      break;
    }
    case ValueKind::Carried:
      return {};
    case ValueKind::Result: {
      const summary::Call &call = frame.function->calls[value.index];
      if (call.form == CallForm::Construct) {
        if (Bound stored = ofConstruction(program, frame, value.index, field))
          return {stored};
        // A copy, a move; a smart pointer made from a pointer.
        bool copies = call.arguments.size() == 1 && frame.function->values[call.arguments[0]].type == call.receiverClass;
        object = copies ? Bound{&frame, call.arguments[0]} : step(program, object);
        break;
      }
      if (!program.meanings(call).constructs.empty()) // std::make_unique<T>(…)
        return {ofConstruction(program, frame, value.index, field)};
      if (Bound same = step(program, object)) {
        object = same;
        break;
      }
      const Function *maker = call.callee == None ? nullptr : program.entities[call.callee].definition;
      auto returned = maker ? program.returned(*maker) : std::vector<ValueId>();
      object = returned.size() == 1 && frame.depth < MaxDepth ? Bound{program.enter(frame, value.index, {maker}), returned[0]}
                                                       : Bound{};
      break;
    }
    case ValueKind::Parameter:
    case ValueKind::Captured:
      if (!frame.caller && !frame.closure)
        return {{}, true};
      [[fallthrough]];
    default:
      object = step(program, object);
    }
  }
  return {};
}

} // namespace scalelint::program
