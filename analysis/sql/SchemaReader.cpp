// From DDL to tables. Read token by token and not through PostgreSQL's grammar alone: the three dialects
// agree in where names, column lists and keys stand and differ in types and options without end, which
// are stepped over. PostgreSQL's own DDL is checked by its own parser first.
#include "analysis/sql/Schema.h"

#include "analysis/sql/Analysis.h"
#include "analysis/sql/SchemaText.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;
using TokenList = std::vector<Token>;

// The tokens between two brackets or commas.
using Item = llvm::ArrayRef<Token>;

bool isWordAt(Item item, size_t i, StringRef word) {
  return i < item.size() && item[i].kind == Kind::Word && StringRef(item[i].text).equals_insensitive(word);
}
bool isSymbolAt(Item item, size_t i, StringRef symbol) {
  return i < item.size() && item[i].kind == Kind::Symbol && item[i].text == symbol;
}
bool isName(Item item, size_t i) {
  return i < item.size() && (item[i].kind == Kind::Word || item[i].kind == Kind::Quoted);
}
bool anyWordAt(Item item, size_t i, std::initializer_list<StringRef> words) {
  return llvm::any_of(words, [&](StringRef word) { return isWordAt(item, i, word); });
}

// The index after the bracket that closes the one at `i`; npos when none does.
size_t closingIn(Item item, size_t i) {
  for (size_t depth = 0; i < item.size(); ++i) {
    depth += isSymbolAt(item, i, "(");
    if (isSymbolAt(item, i, ")") && --depth == 0)
      return i + 1;
  }
  return StringRef::npos;
}

// What stands between commas outside of brackets.
std::vector<Item> commaSeparated(Item list) {
  std::vector<Item> items;
  size_t begin = 0, depth = 0;
  for (size_t i = 0; i <= list.size(); ++i) {
    if (i < list.size()) {
      depth += isSymbolAt(list, i, "(");
      depth -= isSymbolAt(list, i, ")") && depth;
    }
    if (i == list.size() || (depth == 0 && isSymbolAt(list, i, ","))) {
      if (i > begin)
        items.push_back(list.slice(begin, i - begin));
      begin = i + 1;
    }
  }
  return items;
}

class Reader {
public:
  Reader(Schema &schema, Dialect dialect) : schema(schema), dialect(dialect) {}

  // "" or why the statement is left out.
  std::string statement(Item all) {
    if (isWordAt(all, 0, "CREATE"))
      return create(all);
    if (isWordAt(all, 0, "ALTER") && isWordAt(all, 1, "TABLE"))
      return alter(all.drop_front(2));
    if (isWordAt(all, 0, "DROP") && isWordAt(all, 1, "TABLE"))
      dropTables(all.drop_front(2));
    if (isWordAt(all, 0, "DROP") && isWordAt(all, 1, "INDEX"))
      dropIndex(all.drop_front(2));
    if (isWordAt(all, 0, "RENAME") && isWordAt(all, 1, "TABLE"))
      renameTables(all.drop_front(2));
    return "";
  }

private:
  Schema &schema;
  Dialect dialect;

  static void skip(Item &item, std::initializer_list<StringRef> words) {
    while (anyWordAt(item, 0, words))
      item = item.drop_front();
  }

  // Takes a dotted name from the front; "" when there is none.
  static std::string takeName(Item &item) {
    std::string name;
    while (isName(item, 0)) {
      name += item[0].text;
      item = item.drop_front();
      if (!isSymbolAt(item, 0, "."))
        break;
      name += '.';
      item = item.drop_front();
    }
    return name;
  }

  std::string create(Item item) {
    item = item.drop_front();
    skip(item, {"OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "FOREIGN"});
    if (isWordAt(item, 0, "TABLE"))
      return createTable(item.drop_front());
    if (isWordAt(item, 0, "UNIQUE")) {
      skip(item, {"UNIQUE", "CLUSTERED", "NONCLUSTERED"});
      if (!isWordAt(item, 0, "INDEX"))
        return "expected INDEX after CREATE UNIQUE";
      return createUniqueIndex(item.drop_front());
    }
    return "";
  }

  std::string createTable(Item item) {
    skip(item, {"IF", "NOT", "EXISTS"});
    Table table;
    table.name = takeName(item);
    if (table.name.empty())
      return "expected the name of a table";
    if (const Table *known = schema.find(table.name); known && folded(known->name) == folded(table.name))
      return ""; // IF NOT EXISTS, or the same dump twice
    if (isWordAt(item, 0, "LIKE")) {
      copyColumns(table, item.drop_front(), /*keys=*/true);
    } else if (isWordAt(item, 0, "PARTITION") && isWordAt(item, 1, "OF")) {
      copyColumns(table, item.drop_front(2), /*keys=*/true);
    } else if (isSymbolAt(item, 0, "(")) {
      size_t end = closingIn(item, 0);
      if (end == StringRef::npos)
        return "the bracket after '" + table.name + "' is not closed";
      for (Item definition : commaSeparated(item.slice(1, end - 2)))
        define(table, definition);
      if (isWordAt(item, end, "INHERITS") && isSymbolAt(item, end + 1, "("))
        inherit(table, item.drop_front(end + 2));
    } else {
      table.allColumns = false; // AS SELECT, OF type
    }
    schema.tables.push_back(std::move(table));
    return "";
  }

  void copyColumns(Table &table, Item item, bool keys) {
    const Table *other = schema.find(takeName(item));
    table.allColumns &= other && other->allColumns;
    if (!other)
      return;
    llvm::append_range(table.columns, other->columns);
    if (keys)
      llvm::append_range(table.keys, other->keys);
  }

  void inherit(Table &table, Item parents) {
    for (Item parent : commaSeparated(parents.take_front(std::min(closingOf(parents), parents.size())))) {
      Table inherited;
      copyColumns(inherited, parent, /*keys=*/false);
      table.allColumns &= inherited.allColumns;
      table.columns.insert(table.columns.begin(), inherited.columns.begin(), inherited.columns.end());
    }
  }
  static size_t closingOf(Item item) {
    for (size_t i = 0; i < item.size(); ++i)
      if (isSymbolAt(item, i, ")"))
        return i;
    return item.size();
  }

  // One item of a table's list: a column or a constraint.
  void define(Table &table, Item item) {
    if (constraint(table, item))
      return;
    if (isWordAt(item, 0, "LIKE")) {
      copyColumns(table, item.drop_front(), /*keys=*/false);
      return;
    }
    column(table, item);
  }

  // Whether the item is one that defines no column.
  bool constraint(Table &table, Item item) {
    std::string name;
    if (isWordAt(item, 0, "CONSTRAINT")) {
      item = item.drop_front();
      if (!anyWordAt(item, 0, {"PRIMARY", "UNIQUE", "FOREIGN", "CHECK"}))
        name = takeName(item);
    }
    if (isWordAt(item, 0, "PRIMARY") && isWordAt(item, 1, "KEY")) {
      addKey(table, name.empty() ? "primary" : name, item.drop_front(2));
      return true;
    }
    if (isWordAt(item, 0, "UNIQUE") && !isType(item, 1)) {
      item = item.drop_front();
      skip(item, {"KEY", "INDEX", "NULLS", "NOT", "DISTINCT"});
      if (isName(item, 0) && !isWordAt(item, 0, "USING"))
        name = item[0].text;
      addKey(table, name, item);
      return true;
    }
    if (anyWordAt(item, 0, {"FOREIGN", "CHECK", "EXCLUDE", "PERIOD", "FULLTEXT", "SPATIAL"}))
      return !isType(item, 1);
    return anyWordAt(item, 0, {"KEY", "INDEX"}) && isIndex(item);
  }

  // A column may have the name of a keyword where a type follows: `period text`.
  static bool isType(Item item, size_t i) {
    return i + 1 == item.size() && isName(item, i) && !isWordAt(item, i, "KEY");
  }

  // KEY name (columns), in MySQL; elsewhere a column is called key.
  bool isIndex(Item item) const {
    if (dialect == Dialect::MySQL || isSymbolAt(item, 1, "("))
      return true;
    return dialect == Dialect::Any && isSymbolAt(item, 2, "(") && item.size() > 3 && isName(item, 3);
  }

  void column(Table &table, Item item) {
    if (!isName(item, 0))
      return;
    std::string name = item[0].text;
    if (!llvm::is_contained(table.columns, name))
      table.columns.push_back(name);
    for (size_t i = 1; i < item.size(); ++i) {
      if (isSymbolAt(item, i, "(")) {
        i = std::min(closingIn(item, i), item.size()) - 1;
        continue;
      }
      bool primary = isWordAt(item, i, "PRIMARY") && isWordAt(item, i + 1, "KEY");
      if (primary || isWordAt(item, i, "UNIQUE"))
        table.keys.push_back({primary ? "primary" : name, {name}});
    }
  }

  // A key over the first bracketed list of `item`; none when it has an expression or a condition.
  static void addKey(Table &table, const std::string &name, Item item) {
    size_t open = 0;
    while (open < item.size() && !isSymbolAt(item, open, "("))
      ++open;
    size_t end = closingIn(item, open);
    if (end == StringRef::npos)
      return;
    UniqueKey key{name, {}};
    for (Item part : commaSeparated(item.slice(open + 1, end - open - 2))) {
      // name(10) is a prefix, name(other) a function.
      bool plain = isName(part, 0) && !(isSymbolAt(part, 1, "(") && part.size() > 2 &&
                                        part[2].kind != Kind::Number);
      if (!plain || isSymbolAt(part, 1, "."))
        return;
      key.columns.push_back(part[0].text);
    }
    for (size_t i = end; i < item.size(); ++i)
      if (isWordAt(item, i, "WHERE"))
        return;
    if (!key.columns.empty())
      table.keys.push_back(std::move(key));
  }

  std::string createUniqueIndex(Item item) {
    skip(item, {"CONCURRENTLY", "IF", "NOT", "EXISTS"});
    std::string name = isWordAt(item, 0, "ON") ? "" : takeName(item);
    if (isWordAt(item, 0, "USING"))
      item = item.drop_front(std::min<size_t>(2, item.size()));
    if (!isWordAt(item, 0, "ON"))
      return "expected ON and a table after the index";
    item = item.drop_front();
    skip(item, {"ONLY"});
    std::string of = takeName(item);
    if (Table *table = schema.find(of))
      addKey(*table, name, item);
    return "";
  }

  std::string alter(Item item) {
    skip(item, {"IF", "EXISTS", "ONLY"});
    std::string name = takeName(item);
    if (name.empty())
      return "expected the name of a table";
    Table *table = schema.find(name);
    if (!table)
      return ""; // of another schema, or defined by a program
    for (Item action : commaSeparated(item))
      alter(*table, action);
    return "";
  }

  void alter(Table &table, Item action) {
    if (isWordAt(action, 0, "ADD"))
      return add(table, action.drop_front());
    if (isWordAt(action, 0, "DROP"))
      return drop(table, action.drop_front());
    if (isWordAt(action, 0, "RENAME"))
      return rename(table, action.drop_front());
    if (isWordAt(action, 0, "CHANGE")) {
      action = action.drop_front();
      skip(action, {"COLUMN"});
      if (isName(action, 0) && isName(action, 1))
        renameColumn(table, action[0].text, action[1].text);
    }
  }

  void add(Table &table, Item item) {
    skip(item, {"COLUMN", "IF", "NOT", "EXISTS"});
    size_t end = isSymbolAt(item, 0, "(") ? closingIn(item, 0) : StringRef::npos;
    if (end == StringRef::npos)
      return define(table, item);
    for (Item definition : commaSeparated(item.slice(1, end - 2)))
      define(table, definition);
  }

  static void drop(Table &table, Item item) {
    if (isWordAt(item, 0, "PRIMARY"))
      return dropKey(table, "primary");
    bool key = anyWordAt(item, 0, {"CONSTRAINT", "INDEX", "KEY"});
    skip(item, {"COLUMN", "CONSTRAINT", "INDEX", "KEY", "IF", "EXISTS"});
    if (!isName(item, 0))
      return;
    if (key)
      return dropKey(table, item[0].text);
    std::string name = folded(item[0].text);
    auto is = [&](const std::string &column) { return folded(column) == name; };
    llvm::erase_if(table.columns, is);
    llvm::erase_if(table.keys, [&](const UniqueKey &unique) { return llvm::any_of(unique.columns, is); });
  }

  // By its own name or the one that PostgreSQL makes up.
  static void dropKey(Table &table, StringRef name) {
    StringRef own = StringRef(table.name).rsplit('.').second;
    std::string bare = folded(own.empty() ? StringRef(table.name) : own);
    llvm::erase_if(table.keys, [&](const UniqueKey &key) {
      std::string made = bare;
      for (const std::string &column : key.columns)
        made += "_" + folded(column);
      return folded(key.name) == folded(name) || folded(name) == made + "_key" ||
             (key.name == "primary" && folded(name) == bare + "_pkey");
    });
  }

  void rename(Table &table, Item item) {
    if (anyWordAt(item, 0, {"CONSTRAINT", "INDEX", "KEY"}))
      return;
    if (anyWordAt(item, 0, {"TO", "AS"})) {
      item = item.drop_front();
      table.name = takeName(item);
      return;
    }
    skip(item, {"COLUMN"});
    if (isName(item, 0) && isWordAt(item, 1, "TO") && isName(item, 2))
      renameColumn(table, item[0].text, item[2].text);
    else if (isName(item, 0) && item.size() == 1) // MySQL: RENAME new
      table.name = item[0].text;
  }

  static void renameColumn(Table &table, const std::string &from, const std::string &to) {
    auto change = [&](std::string &column) {
      if (folded(column) == folded(from))
        column = to;
    };
    llvm::for_each(table.columns, change);
    for (UniqueKey &key : table.keys)
      llvm::for_each(key.columns, change);
  }

  void dropTables(Item item) {
    skip(item, {"IF", "EXISTS"});
    for (Item part : commaSeparated(item)) {
      std::string name = takeName(part);
      if (const Table *table = schema.find(name))
        schema.tables.erase(schema.tables.begin() + (table - schema.tables.data()));
    }
  }

  void dropIndex(Item item) {
    skip(item, {"CONCURRENTLY", "IF", "EXISTS"});
    std::string name = takeName(item);
    for (Table &table : schema.tables)
      llvm::erase_if(table.keys, [&](const UniqueKey &key) { return folded(key.name) == folded(name); });
  }

  void renameTables(Item item) {
    for (Item part : commaSeparated(item)) {
      Table *table = schema.find(takeName(part));
      if (table && isWordAt(part, 0, "TO")) {
        part = part.drop_front();
        table->name = takeName(part);
      }
    }
  }
};

} // namespace

Schema readSchema(llvm::ArrayRef<SchemaFile> files, Dialect dialect, std::vector<SchemaProblem> &problems) {
  Schema schema;
  schema.dialect = dialect;
  Reader reader(schema, dialect);
  for (const SchemaFile &file : files) {
    SchemaText text = schemaText(file, dialect, problems);
    for (const TokenList &statement : text.statements) {
      std::string problem = text.problemOf(statement, dialect);
      if (problem.empty())
        problem = reader.statement(statement);
      if (!problem.empty())
        problems.push_back(text.problemAt(statement.front().begin, file.path, problem));
    }
  }
  return schema;
}

} // namespace scalelint::sql
