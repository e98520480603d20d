// Where a statement can be put, and how it names the object.
//
// There is no source text here, only places. `CURL *h = curl_easy_init()` ends where its `;` stands, so
// `;\n  set(h)` inserted there makes the old `;` end the new statement.
#include "checks/SetterFix.h"
#include "checks/LoopFindings.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using namespace program;
using summary::NodeKind;

namespace {
struct Insertion {
  SourceRange at;
  std::string name;        // of the object
  std::string type;        // of the place that holds it
  std::string before, between, after;
};
} // namespace

static bool before(const Span &span, uint32_t line, uint32_t column) {
  return std::pair(span.line, span.column) < std::pair(line, column);
}

static bool contains(const Span &outer, const Span &inner) {
  return outer.valid() && outer.file == inner.file && !before(inner, outer.line, outer.column) &&
         std::pair(inner.endLine, inner.endColumn) <= std::pair(outer.endLine, outer.endColumn);
}

// A statement of its own in a block with braces: no part of a larger expression, a condition or a loop's head.
static bool standsAlone(const Function &function, NodeId id) {
  NodeId parent = function.parents[id];
  if (parent == None || (parent != 0 && !function.nodes[parent].span.valid()))
    return false;
  const Span &span = function.nodes[id].span;
  for (NodeId sibling : function.nodes[parent].children)
    if (sibling != id && contains(function.nodes[sibling].span, span) && function.nodes[sibling].span != span)
      return false;
  return llvm::none_of(function.loops, [&](const summary::Loop &loop) { return contains(loop.span, span); });
}

static std::string spaces(unsigned column) { return std::string(column > 0 ? column - 1 : 0, ' '); }

static std::optional<Insertion> afterStatement(const Program &program, const Function &function, const Span &span,
                                               std::string name, std::string type) {
  if (!span.valid() || !contains(function.span, span))
    return std::nullopt;
  SourceRange end = rangeOf(program, span);
  end.line = end.endLine;
  end.column = end.endColumn;
  std::string line = ";\n" + spaces(span.column);
  return Insertion{end, std::move(name), std::move(type), line, line, ""};
}

static std::optional<Insertion> afterDeclaration(const Program &program, const Function &function, LocalId id) {
  const summary::Local &local = function.locals[id];
  if (local.isStatic || local.name.empty())
    return std::nullopt;
  for (const summary::Local &other : function.locals)
    if (&other != &local && other.declaration.valid() && other.declaration.line == local.declaration.line &&
        other.declaration.column == local.declaration.column)
      return std::nullopt; // CURL *one = …, *two = …;
  for (NodeId node = 0; node < function.nodes.size(); ++node)
    if (function.nodes[node].kind == NodeKind::Declare && function.nodes[node].index == id)
      return standsAlone(function, node)
                 ? afterStatement(program, function, local.declaration, local.name, local.typeName)
                 : std::nullopt;
  return std::nullopt;
}

// `Client() : handle_(curl_easy_init()) { … }`: before the closing brace, unless the body is left earlier.
static std::optional<Insertion> inBody(const Program &program, const ClientObject &object, std::string name,
                                       std::string type, const Span &initialiser) {
  const Function &constructor = *object.creation.function;
  bool usedHere = llvm::any_of(object.uses, [&](const Use &use) {
    for (const Frame *frame = use.operation.frame; frame; frame = frame->caller)
      if (frame->function == &constructor)
        return true;
    return false;
  });
  bool returns = llvm::any_of(constructor.nodes, [](const auto &node) { return node.kind == NodeKind::Return; });
  if (usedHere || returns || !contains(constructor.span, initialiser) || constructor.span.endColumn < 2)
    return std::nullopt;
  SourceRange brace = rangeOf(program, constructor.span);
  brace.line = brace.endLine;
  brace.column = brace.endColumn = brace.endColumn - 1;
  bool oneLine = initialiser.endLine == constructor.span.endLine;
  std::string indent = spaces(brace.column);
  if (oneLine)
    return Insertion{brace, std::move(name), std::move(type), " ", "; ", "; "};
  return Insertion{brace, std::move(name), std::move(type), "  ", ";\n" + indent + "  ", ";\n" + indent};
}

static std::optional<Insertion> afterAssignment(const Program &program, const ClientObject &object) {
  const Function &function = *object.creation.function;
  ValueId made = function.resultOfCall[object.creation.call];
  for (NodeId id = 0; made && id < function.nodes.size(); ++id) {
    const summary::Node &node = function.nodes[id];
    if (node.kind != NodeKind::Assign || node.value != made)
      continue;
    const summary::Value &place = function.values[node.place];
    if (place.kind == ValueKind::Local) {
      const summary::Local &local = function.locals[place.index];
      return standsAlone(function, id) ? afterStatement(program, function, node.span, local.name, local.typeName)
                                       : std::nullopt;
    }
    if (place.kind != ValueKind::Field || place.operands.empty() ||
        function.values[place.operands[0]].kind != ValueKind::This)
      return std::nullopt;
    const Entity &field = program.entities[place.entity];
    std::string name = llvm::StringRef(field.name).rsplit("::").second.str();
    if (!place.span.valid())
      return inBody(program, object, name, field.typeName, program.call(object.creation).span);
    return standsAlone(function, id) ? afterStatement(program, function, node.span, name, field.typeName)
                                     : std::nullopt;
  }
  return std::nullopt;
}

// Several statements get a block, so that what they declare clashes with nothing.
static bool isSeveral(llvm::StringRef statement) {
  bool quoted = false;
  unsigned ends = 0;
  for (char c : statement) {
    quoted ^= c == '"';
    ends += c == ';' && !quoted;
  }
  return ends > 1;
}

static std::optional<std::string> written(llvm::StringRef statement, const Insertion &insertion, bool pointer) {
  if (pointer && statement.contains("{object}."))
    return std::nullopt;
  bool several = isSeveral(statement);
  std::string result = several ? "{ " + statement.str() + " }" : statement.rtrim("; ").str();
  auto replace = [&](llvm::StringRef what, const std::string &by) {
    for (size_t at = result.find(what); at != std::string::npos; at = result.find(what, at + by.size()))
      result.replace(at, what.size(), by);
  };
  replace("{object}", insertion.name);
  replace("{.}", pointer ? "->" : ".");
  return result;
}

// A header that some unit has read is at hand where its library is used.
static bool isIncluded(const Program &program, const std::string &header) {
  return header.empty() || llvm::any_of(program.files, [&](const summary::File &file) {
           return llvm::StringRef(file.path).ends_with("/" + header);
         });
}

std::optional<Fix> setterFix(const Program &program, const ClientObject &object,
                             const std::vector<SetterStatement> &setters, std::string description) {
  const summary::Call &call = program.call(object.creation);
  if (setters.empty() || object.creation.function == &program.globals ||
      object.row->object.of != model::Selector::Of::Result || call.systemMacro)
    return std::nullopt;
  std::optional<Insertion> insertion = call.into != None
                                           ? afterDeclaration(program, *object.creation.function, call.into)
                                           : afterAssignment(program, object);
  if (!insertion)
    return std::nullopt;
  // std::make_unique and its like give something that points.
  bool pointer = llvm::StringRef(insertion->type).ends_with("*") || !program.meanings(call).constructs.empty();
  Fix fix{std::move(description), {}};
  std::vector<std::string> statements, includes;
  for (const SetterStatement &setter : setters) {
    std::optional<std::string> statement = written(setter.statement, *insertion, pointer);
    if (!statement)
      return std::nullopt;
    if (!llvm::is_contained(statements, *statement))
      statements.push_back(std::move(*statement));
    if (!isIncluded(program, setter.include) && !llvm::is_contained(includes, setter.include))
      includes.push_back(setter.include);
  }
  for (const std::string &include : includes)
    fix.replacements.push_back({{insertion->at.file, 1, 1, 1, 1}, "#include <" + include + ">\n"});
  fix.replacements.push_back(
      {insertion->at, insertion->before + llvm::join(statements, insertion->between) + insertion->after});
  return fix;
}

} // namespace scalelint
