#include "analysis/program/Arguments.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

static Bound argumentAt(const Frame &frame, CallId call, size_t position) {
  const auto &arguments = frame.function->calls[call].arguments;
  return position < arguments.size() && arguments[position] ? Bound{&frame, arguments[position]} : Bound{};
}

// The n-th value that is handed to the function, whether it was bound before or comes with the call.
static Bound handed(const Program &program, const Frame &frame, size_t position) {
  if (!frame.caller)
    return {};
  if (const Binding &binding = frame.binding; binding.row) {
    size_t first = *binding.row->bindsFrom;
    size_t given = binding.frame->function->calls[binding.call].arguments.size();
    size_t count = given > first ? given - first : 0;
    const auto &placeholders = binding.row->placeholders;
    if (position < count) {
      Bound value = argumentAt(*binding.frame, binding.call, first + position);
      auto open = value && value.get().kind == ValueKind::Global
                      ? llvm::find(placeholders, program.nameOf(value.get().entity))
                      : placeholders.end();
      if (open == placeholders.end())
        return value;
      position = open - placeholders.begin();
    } else if (placeholders.empty()) {
      position -= count;
    } else {
      return {};
    }
  }
  if (frame.call == None || (frame.callback && !frame.argumentsFrom))
    return {};
  return argumentAt(*frame.caller, frame.call, position + frame.argumentsFrom.value_or(0));
}

Bound argument(const Program &program, const Frame &frame, uint32_t parameter) {
  return handed(program, frame, parameter + (frame.objectFirst ? 1 : 0));
}

Bound object(const Program &program, const Frame &frame) {
  if (!frame.caller)
    return {};
  if (frame.objectFirst)
    return handed(program, frame, 0);
  if (frame.callback || frame.call == None)
    return {};
  const Function &caller = *frame.caller->function;
  const summary::Call &call = caller.calls[frame.call];
  ValueId object = call.receiver;
  if (call.form == summary::CallForm::Construct && !object)
    object = caller.resultOfCall[frame.call];
  return object ? Bound{frame.caller, object} : Bound{};
}

} // namespace scalelint::program
