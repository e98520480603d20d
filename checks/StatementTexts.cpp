#include "checks/StatementTexts.h"

#include "llvm/ADT/STLExtras.h"

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

namespace {
struct Executed {
  const Execution *execution;
  unsigned piece; // that the finding points at
};
} // namespace

static Finding findingAt(const Program &program, const SourceRange &place, const Executed &use, const std::vector<Executed> &all) {
  const Roots &roots = program.lenses().roots;
  const Execution &execution = *use.execution;
  const Frame *written = textOf(program, execution).origins[use.piece].frame;
  Finding finding;
  finding.primary = place;
  finding.function = (written ? *written->function : *execution.primary.function).displayName;
  finding.flow = wayTo(program, execution);
  placeOnRequestPath(program, *execution.primary.function, finding);
  for (const Executed &other : all)
    for (uint32_t root : roots.rootsOf(*other.execution->primary.function))
      if (!llvm::is_contained(finding.roots, roots.all[root].name))
        finding.roots.push_back(roots.all[root].name);
  llvm::sort(finding.roots);
  return finding;
}

void visitTexts(const Program &program, const PieceOf &pieceOf, const TextVisitor &visit) {
  std::map<SourceRange, std::vector<Executed>> byPlace;
  std::vector<SourceRange> order;
  for (const Execution &execution : program.lenses().executions.all) {
    std::optional<unsigned> piece = isOfStatement(execution) ? pieceOf(execution) : std::nullopt;
    if (!piece)
      continue;
    Span literal = textOf(program, execution).origins[*piece].span;
    SourceRange place = rangeOf(program, literal.valid() ? literal : program.call(execution.primary).span);
    auto &uses = byPlace[place];
    if (uses.empty())
      order.push_back(place);
    uses.push_back({&execution, *piece});
  }
  for (const SourceRange &place : order) {
    const std::vector<Executed> &uses = byPlace[place];
    auto onPath = llvm::find_if(uses, [&](const Executed &use) {
      return program.lenses().roots.onRequestPath(*use.execution->primary.function);
    });
    const Executed &use = onPath == uses.end() ? uses.front() : *onPath;
    visit(*use.execution, findingAt(program, place, use, uses));
  }
}

SourceRange rangeOf(const Program &program, const sql::SchemaPlace &at) {
  return {program.schema.files[at.file], at.line, at.column, at.line, at.column};
}

Step definitionOf(const Program &program, const sql::Table &table) {
  return {rangeOf(program, table.at), "'" + table.name + "' is defined here", 0, false};
}

} // namespace scalelint
