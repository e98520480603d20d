// From a parse tree to what the statement does.
#pragma once

#include "analysis/sql/Solve.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

namespace scalelint::sql {

// Names as the text writes them: the parser folds them to lower case, and holes have invented names
// in it.
class Spelling {
public:
  explicit Spelling(const std::vector<Token> &tokens);
  std::string operator()(llvm::StringRef parsed) const;

private:
  llvm::StringMap<std::string> written;
};

// A member of FROM.
struct Source {
  std::string alias;                          // what columns are qualified with, in lower case
  std::string table;                          // "" when it is not a table
  const PgQuery__SelectStmt *query = nullptr; // the subquery or the body of the CTE
  unsigned use = 0;                           // as in ColumnRef
};

// The sources that a column may belong to, from the inside out.
struct Scope {
  std::vector<Source> sources;
  const Scope *outer = nullptr;
};

// One side of a comparison.
struct Side {
  std::vector<const PgQuery__ColumnRef *> columns;
  std::string function; // what stands around the first column
  bool parameter = false, constant = false, subquery = false;
};

// Walks one statement. The parts of it: what it reads (Analysis.cpp), its conditions
// (Predicates.cpp), its rows and columns (Rows.cpp).
class Analyzer {
public:
  Analyzer(const Solved &solved, const Tokens &text, const Flat &flat, Statement &out)
      : solved(solved), text(text), flat(flat), spelling(solved.spelled.tokens), out(out) {}

  void run();

private:
  const Solved &solved;
  const Tokens &text;
  const Flat &flat;
  Spelling spelling;
  Statement &out;
  unsigned disjunctions = 0;
  unsigned query = 0, queries = 0; // the one that is walked, and how many have begun
  // The CTEs that a name may mean here, with their bodies: null while a recursive one is walked.
  std::vector<std::pair<std::string, const PgQuery__SelectStmt *>> visible;
  llvm::DenseMap<const PgQuery__SelectStmt *, std::vector<Source>> sources; // of each SELECT walked
  std::vector<std::pair<int, std::string>> tables;                          // with their places

  // Analysis.cpp
  void takenLimit();
  void doubts();
  void dataHoles();
  void statement(Node node);
  void nested(Node node, const Scope *outer, unsigned depth);
  size_t with(const PgQuery__WithClause *clause, const Scope *outer, unsigned depth);
  void select(const PgQuery__SelectStmt &select, const Scope *outer, unsigned depth);
  void from(Node node, Scope &scope, unsigned depth, std::vector<const PgQuery__JoinExpr *> &joins);
  std::string table(const PgQuery__RangeVar &table);
  Source source(const PgQuery__RangeVar &table);
  void expression(Node node, const Scope &scope, unsigned depth);
  void batches(Node node);
  bool isRepeated(int location) const;
  Place placeOf(int location) const;

  // Writes.cpp
  void transaction(const PgQuery__TransactionStmt &transaction);
  void fetch(const PgQuery__FetchStmt &fetch);
  void insert(const PgQuery__InsertStmt &insert);
  void update(const PgQuery__UpdateStmt &update);
  void forget(unsigned use, Scope &scope);
  void remove(const PgQuery__DeleteStmt &remove);
  void merge(const PgQuery__MergeStmt &merge);
  void copy(const PgQuery__CopyStmt &copy);
  void define(Node node);
  void rows(const PgQuery__InsertStmt &insert);

  // Predicates.cpp
  void where(Node node, const Scope &scope, unsigned depth);
  void keepPreserved(const PgQuery__JoinExpr &join, size_t firstPredicate);
  void joinUsing(const PgQuery__JoinExpr &join, const Scope &scope, unsigned depth);
  void join(const PgQuery__JoinExpr &join, const Scope &scope, unsigned depth);
  void condition(Node node, const Scope &scope, Predicate common);
  void comparison(const PgQuery__AExpr &expression, const Scope &scope, Predicate common);
  void relate(Node left, Node right, int location, const Scope &scope, Predicate common);
  Side look(Node node) const;
  ColumnRef resolve(const PgQuery__ColumnRef &column, const Scope &scope) const;
  const PgQuery__ColumnRef *firstColumn(Node node, std::string &function) const;
  bool beginsWithWildcard(Node pattern) const;

  // Expressions.cpp
  std::string canonical(Node node) const;

  // Rows.cpp
  void outerSelect(const PgQuery__SelectStmt &select);
  RowBound boundOf(const PgQuery__SelectStmt &select, std::optional<int64_t> &limit) const;
  RowBound unlimitedBoundOf(const PgQuery__SelectStmt &select, std::optional<int64_t> &limit) const;
  void listFrom(const PgQuery__SelectStmt &select);
  void listColumns(const PgQuery__SelectStmt &select);
  void listStar(const PgQuery__ColumnRef &star, const PgQuery__SelectStmt &select);
  unsigned placeholder(unsigned number) const;
  void numberOf(Node node, std::optional<unsigned> &hole, std::optional<unsigned> &parameter) const;
  void sortKeys(const PgQuery__SelectStmt &select, const Scope &scope);
};

// What a name is compared by.
std::string folded(llvm::StringRef name);
// The location of the first byte of an expression, -1 when not known.
int locationOf(Node node);

} // namespace scalelint::sql
