#include "checks/StatementTexts.h"

#include "llvm/ADT/STLExtras.h"

#include <map>

namespace scalelint {

using namespace program;
using model::Does;

bool isOfStatement(const Execution &execution) {
  Does does = execution.operation.row->does;
  return does == Does::SqlExecute || does == Does::SqlPrepare || does == Does::SqlFetchRow;
}

static const Text &textOf(const Program &program, const Execution &execution) {
  return program.lenses().statements.of(execution.operation).text;
}

static Finding findingAt(const Program &program, const SourceRange &place, const Execution &execution, unsigned piece,
                         const std::vector<const Execution *> &all) {
  const Roots &roots = program.lenses().roots;
  const Frame *written = textOf(program, execution).origins[piece].frame;
  Finding finding;
  finding.primary = place;
  finding.function = (written ? *written->function : *execution.primary.function).displayName;
  finding.flow = wayTo(program, execution);
  placeOnRequestPath(program, *execution.primary.function, finding);
  for (const Execution *other : all)
    for (uint32_t root : roots.rootsOf(*other->primary.function))
      if (!llvm::is_contained(finding.roots, roots.all[root].name))
        finding.roots.push_back(roots.all[root].name);
  llvm::sort(finding.roots);
  return finding;
}

void visitTexts(const Program &program, const PieceOf &pieceOf, const TextVisitor &visit) {
  std::map<SourceRange, std::vector<const Execution *>> byPlace;
  std::vector<SourceRange> order;
  for (const Execution &execution : program.lenses().executions.all) {
    std::optional<unsigned> piece = isOfStatement(execution) ? pieceOf(execution) : std::nullopt;
    if (!piece)
      continue;
    Span literal = textOf(program, execution).origins[*piece].span;
    SourceRange place = rangeOf(program, literal.valid() ? literal : program.call(execution.primary).span);
    auto &executions = byPlace[place];
    if (executions.empty())
      order.push_back(place);
    executions.push_back(&execution);
  }
  for (const SourceRange &place : order) {
    const auto &executions = byPlace[place];
    auto onPath = llvm::find_if(executions, [&](const Execution *execution) {
      return program.lenses().roots.onRequestPath(*execution->primary.function);
    });
    const Execution &execution = onPath == executions.end() ? *executions.front() : **onPath;
    visit(execution, findingAt(program, place, execution, *pieceOf(execution), executions));
  }
}

SourceRange rangeOf(const Program &program, const sql::SchemaPlace &at) {
  return {program.schema.files[at.file], at.line, at.column, at.line, at.column};
}

Step definitionOf(const Program &program, const sql::Table &table) {
  return {rangeOf(program, table.at), "'" + table.name + "' is defined here", 0, false};
}

} // namespace scalelint
