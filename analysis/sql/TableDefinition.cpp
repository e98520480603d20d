#include "analysis/sql/TableDefinition.h"

#include "analysis/sql/Analysis.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace scalelint::sql {

using llvm::StringRef;
using Kind = Token::Kind;

SchemaPlace DdlSource::placeOf(const Token &token) const {
  SchemaProblem at = text.problemAt(token.begin, "", "");
  return {file, at.line, at.column};
}

std::string DdlSource::textOf(Item item) const {
  return item.empty() ? "" : text.text.substr(item.front().begin, item.back().end - item.front().begin);
}

void TableDefinition::define(Item item) {
  if (!item.empty() && !constraint(item))
    column(item);
}

// A column may have the name of a keyword where a type follows: `period text`.
static bool isType(Item item, size_t i) {
  return i + 1 == item.size() && isName(item, i) && !isWordAt(item, i, "KEY");
}

// Whether the item is one that defines no column.
bool TableDefinition::constraint(Item item) {
  Index index;
  index.at = source.placeOf(item.front());
  if (isWordAt(item, 0, "CONSTRAINT")) {
    item = item.drop_front();
    if (!anyWordAt(item, 0, {"PRIMARY", "UNIQUE", "FOREIGN", "CHECK"}))
      index.name = takeName(item);
  }
  auto nameIndex = [&] {
    if (isName(item, 0) && !isWordAt(item, 0, "USING"))
      index.name = takeName(item);
  };
  if (isWordAt(item, 0, "PRIMARY") && isWordAt(item, 1, "KEY")) {
    index.primary = index.unique = true;
    if (index.name.empty())
      index.name = "primary";
    addIndex(std::move(index), item.drop_front(2));
    return true;
  }
  if (isWordAt(item, 0, "UNIQUE") && !isType(item, 1)) {
    item = item.drop_front();
    skip(item, {"KEY", "INDEX", "NULLS", "NOT", "DISTINCT"});
    nameIndex();
    index.unique = true;
    addIndex(std::move(index), item);
    return true;
  }
  if (isWordAt(item, 0, "FOREIGN") && isWordAt(item, 1, "KEY")) {
    item = item.drop_front(2);
    nameIndex();
    Item list;
    std::vector<std::string> columns;
    if (takeList(item, list))
      for (Item each : commaSeparated(list))
        if (isName(each, 0))
          columns.push_back(each[0].text);
    reference(std::move(columns), item, index.at);
    return true;
  }
  bool byWords = anyWordAt(item, 0, {"FULLTEXT", "SPATIAL"}) && !isType(item, 1);
  if (byWords || (anyWordAt(item, 0, {"KEY", "INDEX"}) && isIndex(item))) {
    index.method = !byWords ? IndexMethod::Ordered : isWordAt(item, 0, "FULLTEXT") ? IndexMethod::Words : IndexMethod::Other;
    skip(item, {"FULLTEXT", "SPATIAL", "KEY", "INDEX"});
    nameIndex();
    addIndex(std::move(index), item);
    return true;
  }
  return anyWordAt(item, 0, {"FOREIGN", "CHECK", "EXCLUDE", "PERIOD"}) && !isType(item, 1);
}

// KEY name (columns), in MySQL; elsewhere a column is called key.
bool TableDefinition::isIndex(Item item) const {
  if (source.dialect == Dialect::MySQL || isSymbolAt(item, 1, "("))
    return true;
  return source.dialect == Dialect::Any && isSymbolAt(item, 2, "(") && item.size() > 3 && isName(item, 3);
}

void TableDefinition::column(Item item) {
  if (!isName(item, 0))
    return;
  std::string name = item[0].text;
  SchemaPlace at = source.placeOf(item.front());
  bool isTyped = isName(item, 1) && !anyWordAt(item, 1, {"PRIMARY", "UNIQUE", "NOT", "NULL", "DEFAULT", "CHECK",
                                                          "REFERENCES", "COLLATE", "GENERATED", "AS", "CONSTRAINT"});
  if (!table.column(name))
    table.columns.push_back({name, isTyped ? folded(item[1].text) : ""});
  for (size_t i = 1; i < item.size(); ++i) {
    if (isSymbolAt(item, i, "(")) {
      i = std::min(closingIn(item, i), item.size()) - 1;
      continue;
    }
    bool primary = isWordAt(item, i, "PRIMARY") && isWordAt(item, i + 1, "KEY");
    // MySQL: `id int KEY`; a comment or a default before it may hold the word as well, but not bare.
    bool alone = source.dialect == Dialect::MySQL && i > 1 && isWordAt(item, i, "KEY") &&
                 !anyWordAt(item, i - 1, {"PRIMARY", "UNIQUE"});
    if (primary || alone)
      addKey(true, "primary", name, at);
    else if (isWordAt(item, i, "UNIQUE"))
      addKey(false, name, name, at);
    else if (isWordAt(item, i, "REFERENCES"))
      reference({name}, item.drop_front(i), at);
  }
}

void TableDefinition::addKey(bool primary, const std::string &name, const std::string &column, SchemaPlace at) {
  Index key;
  key.name = name;
  key.unique = true;
  key.primary = primary;
  key.at = at;
  key.parts.push_back({column, folded(column)});
  table.indexes.push_back(std::move(key));
}

// `item` begins with REFERENCES. MySQL makes an index for every reference:
// https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html
void TableDefinition::reference(std::vector<std::string> columns, Item item, SchemaPlace at) {
  if (!isWordAt(item, 0, "REFERENCES") || columns.empty())
    return;
  item = item.drop_front();
  ForeignKey key{std::move(columns), takeName(item), at};
  if (source.dialect == Dialect::MySQL) {
    Index made;
    for (const std::string &column : key.columns)
      made.parts.push_back({column, folded(column)});
    table.indexes.push_back(std::move(made));
  }
  table.references.push_back(std::move(key));
}

// https://www.postgresql.org/docs/15/indexes-types.html
static IndexMethod methodOf(StringRef word) {
  return llvm::StringSwitch<IndexMethod>(word.lower())
      .Case("btree", IndexMethod::Ordered)
      .Case("hash", IndexMethod::Hash)
      .Case("brin", IndexMethod::Blocks)
      .Cases("gin", "gist", "spgist", IndexMethod::Words)
      .Default(IndexMethod::Other);
}

void TableDefinition::addIndex(Index index, Item item) {
  if (isWordAt(item, 0, "USING") && isName(item, 1)) {
    // InnoDB makes a B-tree of USING HASH: https://dev.mysql.com/doc/refman/8.0/en/create-index.html
    if (source.dialect != Dialect::MySQL)
      index.method = methodOf(item[1].text);
    item = item.drop_front(2);
  }
  Item list;
  if (!takeList(item, list))
    return;
  for (Item each : commaSeparated(list))
    index.parts.push_back(part(each));
  size_t where = 0;
  while (where < item.size() && !isWordAt(item, where, "WHERE"))
    ++where;
  if (where < item.size()) {
    index.isPartial = true;
    Statement condition =
        parse({{"SELECT 1 FROM t WHERE " + source.textOf(item.drop_front(where + 1)), false, false}}, source.dialect);
    index.conditionKnown = condition.parsed && !condition.multiple;
    index.condition = std::move(condition.predicates);
  }
  if (!index.parts.empty())
    table.indexes.push_back(std::move(index));
}

// name, name(10), function(…) or (expression), then what says how it is ordered.
IndexPart TableDefinition::part(Item item) const {
  IndexPart part;
  bool called = isSymbolAt(item, 1, "(");
  part.isPrefix = called && item.size() > 3 && item[2].kind == Kind::Number && isSymbolAt(item, 3, ")");
  size_t end = isSymbolAt(item, 0, "(") || called ? closingIn(item, called) : 1;
  Item rest = item.drop_front(std::min(end, item.size()));
  if (isName(item, 0) && (!called || part.isPrefix)) {
    part.column = item[0].text;
    part.expression = folded(part.column);
  } else if (end <= item.size()) {
    Statement parsed = parse(
        {{"SELECT 1 FROM t WHERE (" + source.textOf(item.take_front(end)) + ") IS NULL", false, false}}, source.dialect);
    if (parsed.predicates.size() == 1) {
      part.column = parsed.predicates.front().column.column;
      part.expression = parsed.predicates.front().expression;
    }
  }
  for (; !rest.empty(); rest = rest.drop_front()) {
    if (isWordAt(rest, 0, "COLLATE"))
      rest = rest.drop_front();
    else if (!anyWordAt(rest, 0, {"ASC", "DESC", "NULLS", "FIRST", "LAST"}) && isName(rest, 0))
      part.operatorClass = folded(rest[0].text);
  }
  return part;
}

} // namespace scalelint::sql
