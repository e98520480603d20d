// Summaries as text.
#include "analysis/summary/Print.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::summary {

static std::string nameOf(const TUSummary &unit, EntityId id) {
  return id == None ? "?" : unit.entities[id].name;
}

static std::string describeCall(const TUSummary &unit, const Function &f, const Call &call, unsigned depth) {
  std::string text;
  if (call.receiver)
    text += describe(unit, f, call.receiver, depth) + ".";
  text += call.callee != None ? nameOf(unit, call.callee) : "<" + describe(unit, f, call.target, depth) + ">";
  text += "(";
  for (size_t i = 0; i < call.arguments.size(); ++i)
    text += (i ? ", " : "") + describe(unit, f, call.arguments[i], depth);
  return text + ")";
}

static std::string operandsOf(const TUSummary &unit, const Function &f, const Value &value, unsigned depth) {
  std::string text;
  for (size_t i = 0; i < value.operands.size(); ++i)
    text += (i ? ", " : "") + describe(unit, f, value.operands[i], depth);
  return text;
}

std::string describe(const TUSummary &unit, const Function &f, ValueId id, unsigned depth) {
  const Value &v = f.values[id];
  if (depth == 0)
    return "…";
  --depth;
  switch (v.kind) {
  case ValueKind::Unknown:
    return "?";
  case ValueKind::Integer:
    return v.symbol.empty() ? std::to_string(v.integer) : v.symbol + "=" + std::to_string(v.integer);
  case ValueKind::Boolean:
    return v.integer ? "true" : "false";
  case ValueKind::Real:
    return v.text;
  case ValueKind::Null:
    return "null";
  case ValueKind::Duration:
    return std::to_string(v.integer) + "ns";
  case ValueKind::Text: {
    std::string escaped;
    llvm::raw_string_ostream(escaped).write_escaped(v.text);
    return "\"" + escaped + "\"";
  }
  case ValueKind::Parameter:
    return "param:" + (v.index < f.parameters.size() ? f.parameters[v.index].name : "?");
  case ValueKind::Local:
    return f.locals[v.index].name + "{" + operandsOf(unit, f, v, depth) + "}";
  case ValueKind::Captured:
    return "captured:" + (v.index < f.captures.size() ? f.captures[v.index] : "?");
  case ValueKind::Global:
    return nameOf(unit, v.entity) + (v.operands.empty() ? "" : "{" + operandsOf(unit, f, v, depth) + "}");
  case ValueKind::Field:
    return operandsOf(unit, f, v, depth) + "->" + nameOf(unit, v.entity);
  case ValueKind::Element:
    return "Element(" + operandsOf(unit, f, v, depth) + ")";
  case ValueKind::This:
    return "this";
  case ValueKind::Result:
    return "#" + std::to_string(v.index);
  case ValueKind::After:
    return "After(" + operandsOf(unit, f, v, depth) + ", #" + std::to_string(v.index) + ")";
  case ValueKind::Carried:
    return "Carried(L" + std::to_string(v.loop) + ": " + operandsOf(unit, f, v, depth) + ")";
  case ValueKind::Closure:
    return "Closure(" + nameOf(unit, v.entity) + "; " + operandsOf(unit, f, v, depth) + ")";
  case ValueKind::Function:
    return "&" + nameOf(unit, v.entity);
  case ValueKind::OneOf:
    return "OneOf(" + operandsOf(unit, f, v, depth) + ")";
  case ValueKind::Aggregate:
    return "{" + operandsOf(unit, f, v, depth) + "}";
  case ValueKind::Binary:
    return "(" + v.symbol + " " + operandsOf(unit, f, v, depth) + ")";
  }
  return "?";
}

static const char *kindName(LoopKind kind) {
  switch (kind) {
  case LoopKind::Range:
    return "range";
  case LoopKind::Iterator:
    return "iterator";
  case LoopKind::Counter:
    return "counter";
  case LoopKind::Links:
    return "links";
  case LoopKind::Condition:
    return "condition";
  case LoopKind::Forever:
    return "forever";
  }
  return "?";
}

static void printNode(llvm::raw_ostream &out, const TUSummary &unit, const Function &f, NodeId id, unsigned indent) {
  const Node &node = f.nodes[id];
  out.indent(indent * 2);
  if (node.span.valid())
    out << node.span.line << ": ";
  switch (node.kind) {
  case NodeKind::Block:
    out << "block";
    break;
  case NodeKind::Call: {
    const Call &call = f.calls[node.index];
    out << "#" << node.index << " " << describeCall(unit, f, call, 5);
    if (call.dispatches)
      out << " virtual";
    if (call.resultUnused)
      out << " unused";
    if (call.voidCast)
      out << " void";
    if (call.awaited)
      out << " awaited";
    break;
  }
  case NodeKind::Declare:
    out << "declare " << f.locals[node.index].name << " = " << describe(unit, f, node.value);
    break;
  case NodeKind::Assign:
    out << describe(unit, f, node.place, 3) << " := " << describe(unit, f, node.value);
    break;
  case NodeKind::Loop: {
    const Loop &loop = f.loops[node.index];
    out << "loop L" << node.index << " " << kindName(loop.kind);
    if (loop.driver)
      out << " driver=" << describe(unit, f, loop.driver);
    if (loop.bound)
      out << " bound=" << describe(unit, f, loop.bound);
    if (loop.condition)
      out << " condition=" << describe(unit, f, loop.condition);
    if (loop.constantTrips >= 0)
      out << " trips=" << loop.constantTrips;
    if (loop.step != 1)
      out << " step=" << loop.step;
    if (loop.bodyFirst)
      out << " body-first";
    if (loop.alwaysLeaves)
      out << " leaves";
    if (loop.coroutine)
      out << " awaits";
    break;
  }
  case NodeKind::Choice:
    out << "choice " << describe(unit, f, node.value);
    break;
  case NodeKind::Try:
    out << "try";
    break;
  case NodeKind::Return:
    out << "return " << describe(unit, f, node.value);
    break;
  case NodeKind::Break:
    out << "break";
    break;
  case NodeKind::Continue:
    out << "continue";
    break;
  case NodeKind::Throw:
    out << "throw";
    break;
  case NodeKind::Goto:
    out << "goto";
    break;
  case NodeKind::Await:
    out << "await " << describe(unit, f, node.value, 3);
    break;
  }
  out << "\n";
  for (NodeId child : node.children)
    printNode(out, unit, f, child, indent + 1);
}

void print(llvm::raw_ostream &out, const TUSummary &unit, const Function &f) {
  out << (f.entity == None ? "globals" : unit.entities[f.entity].name) << "(";
  for (size_t i = 0; i < f.parameters.size(); ++i)
    out << (i ? ", " : "") << f.parameters[i].name << ": " << f.parameters[i].typeName;
  out << ")" << (f.isTemplatePattern ? " pattern" : "") << (f.isCoroutine ? " coroutine" : "") << "\n";
  printNode(out, unit, f, 0, 1);
}

void print(llvm::raw_ostream &out, const TUSummary &unit) {
  for (const Function &function : unit.functions)
    if (!function.nodes.empty())
      print(out, unit, function);
  if (!unit.globals.nodes.empty())
    print(out, unit, unit.globals);
}

} // namespace scalelint::summary
