// Findings that point at the text of a statement: one for each text, whoever executes it.
#pragma once

#include "checks/FetchFindings.h"

#include <map>

namespace scalelint {

// Whether a library executes, prepares or fetches the rows of an SQL text here.
bool isOfStatement(const program::Execution &execution);

// The piece of the execution's text that a finding would point at; nullopt: it does not concern the check.
using PieceOf = std::function<std::optional<unsigned>(const program::Execution &)>;

// Gets an execution of each text, one that a request reaches if there is one, and a finding with place, function, path
// and roots; a place is visited once, in the order of executions.
using TextVisitor = std::function<void(const program::Execution &, Finding)>;

void visitTexts(const program::Program &program, const PieceOf &pieceOf, const TextVisitor &visit);

// The same for all that `find` sees wrong with an execution's statement, each with its place `at` in the text: the
// findings stand where the first does. Each execution is asked once.
template <class Found>
void visitTexts(const program::Program &program,
                const std::function<std::vector<Found>(const program::Execution &)> &find,
                const std::function<void(const program::Execution &, const Found &, Finding)> &visit) {
  std::map<const program::Execution *, std::vector<Found>> found; // for look-up alone
  auto pieceOf = [&](const program::Execution &execution) {
    const std::vector<Found> &all = found[&execution] = find(execution);
    return all.empty() ? std::nullopt : std::optional(all.front().at.piece);
  };
  visitTexts(program, PieceOf(pieceOf), TextVisitor([&](const program::Execution &execution, Finding finding) {
               for (const Found &each : found[&execution])
                 visit(execution, each, finding);
             }));
}

// A place in the project's DDL.
SourceRange rangeOf(const program::Program &program, const sql::SchemaPlace &at);

// "'orders' is defined here"
Step definitionOf(const program::Program &program, const sql::Table &table);

} // namespace scalelint
