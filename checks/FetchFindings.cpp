#include "checks/FetchFindings.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint {

using namespace program;

std::vector<Step> wayTo(const Program &program, const Execution &execution) {
  const Operation &operation = execution.operation;
  std::vector<Step> steps;
  if (execution.keeps)
    steps.push_back({rangeOf(program, program.call(execution.keeps).span),
                     "every row is kept" + (execution.container.empty() ? "" : " in '" + execution.container + "'"),
                     operation.frame->depth, true});
  steps.push_back({rangeOf(program, operation.get().span),
                   "runs the " + program.lenses().statements.describe(operation), operation.frame->depth, true});
  for (const Frame *frame = operation.frame; frame->caller && execution.supplied(); frame = frame->caller) {
    steps.push_back({rangeOf(program, frame->caller->function->calls[frame->call].span),
                     "calls '" + frame->function->displayName + "'", frame->caller->depth, false});
    if (Site{frame->caller->function, frame->call} == execution.primary)
      break;
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

bool isPlainLiteral(const Text &text, size_t piece) {
  const Span &span = text.origins[piece].span;
  return span.valid() && !text.pieces[piece].hole && span.line == span.endLine &&
         span.endColumn - span.column == text.pieces[piece].text.size() + 2;
}

SourceRange rangeIn(const Program &program, const Text &text, size_t piece, size_t offset, size_t length) {
  SourceRange range = rangeOf(program, text.origins[piece].span);
  range.column += 1 + offset;
  range.endColumn = range.column + length;
  return range;
}

static bool contains(const Span &outer, const Span &inner) {
  return outer.valid() && outer.file == inner.file &&
         std::pair(outer.line, outer.column) <= std::pair(inner.line, inner.column) &&
         std::pair(inner.endLine, inner.endColumn) <= std::pair(outer.endLine, outer.endColumn);
}

bool isWrittenInPlace(const Program &program, const Text &text, size_t piece, Site primary) {
  const Frame *frame = text.origins[piece].frame;
  if (!frame)
    return false;
  const Function &function = *frame->function;
  int64_t length = text.pieces[piece].text.size();
  for (CallId id = 0; id < function.calls.size(); ++id) {
    if (function.nodeOfCall[id] == None || !contains(function.calls[id].span, text.origins[piece].span))
      continue;
    Operation operation = operationAt(program, *frame, id);
    bool executes = operation && (operation.row->does == model::Does::SqlPrepare ||
                                  operation.row->does == model::Does::SqlExecute);
    if (!executes && primary != Site{&function, id})
      continue;
    return llvm::none_of(function.calls[id].arguments, [&](ValueId argument) {
      auto number = argument ? integer(program, {frame, argument}) : std::nullopt;
      return number && (*number == length || *number == length + 1);
    });
  }
  return false;
}

sql::Dialect dialectOf(const Program &program, const Execution &execution) {
  sql::Dialect ofLibrary = sqlDialect(execution.operation.row->dialect);
  return ofLibrary == sql::Dialect::Any ? program.schema.dialect : ofLibrary;
}

} // namespace scalelint
