// From DDL to tables. Read token by token and not through PostgreSQL's grammar alone: the three dialects
// agree in where names, column lists and keys stand and differ in types and options without end, which
// are stepped over. PostgreSQL's own DDL is checked by its own parser first.
#include "analysis/sql/Analysis.h"
#include "analysis/sql/TableDefinition.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;

class Reader {
public:
  Reader(Schema &schema, DdlSource source) : schema(schema), source(source) {}

  // "" or why the statement is left out.
  std::string statement(Item all) {
    at = source.placeOf(all.front());
    if (isWordAt(all, 0, "CREATE"))
      return create(all.drop_front());
    if (isWordAt(all, 0, "ALTER") && isWordAt(all, 1, "TABLE"))
      return alter(all.drop_front(2));
    if (isWordAt(all, 0, "ALTER") && isWordAt(all, 1, "INDEX"))
      renameIndex(all.drop_front(2));
    if (isWordAt(all, 0, "DROP") && (anyWordAt(all, 1, {"TABLE", "VIEW", "MATERIALIZED"})))
      dropTables(all.drop_front(2));
    if (isWordAt(all, 0, "DROP") && isWordAt(all, 1, "INDEX"))
      dropIndexes(all.drop_front(2));
    if (isWordAt(all, 0, "RENAME") && isWordAt(all, 1, "TABLE"))
      renameTables(all.drop_front(2));
    return "";
  }

private:
  Schema &schema;
  DdlSource source;
  SchemaPlace at; // of the statement

  TableDefinition definitionOf(Table &table) const { return TableDefinition(table, source); }

  std::string create(Item item) {
    skip(item, {"OR", "REPLACE", "GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "FOREIGN", "RECURSIVE",
                "MATERIALIZED"});
    if (isWordAt(item, 0, "TABLE"))
      return createTable(item.drop_front());
    if (isWordAt(item, 0, "VIEW"))
      return createView(item.drop_front());
    Index index;
    index.at = at;
    index.unique = isWordAt(item, 0, "UNIQUE");
    if (isWordAt(item, 0, "FULLTEXT"))
      index.method = IndexMethod::Words;
    if (isWordAt(item, 0, "SPATIAL"))
      index.method = IndexMethod::Other;
    skip(item, {"UNIQUE", "FULLTEXT", "SPATIAL", "CLUSTERED", "NONCLUSTERED"});
    if (isWordAt(item, 0, "INDEX"))
      return createIndex(std::move(index), item.drop_front());
    return index.unique ? "expected INDEX after CREATE UNIQUE" : "";
  }

  bool isKnown(StringRef name) const {
    const Table *known = schema.find(name);
    return known && folded(known->name) == folded(name);
  }

  std::string createView(Item item) {
    skip(item, {"IF", "NOT", "EXISTS"});
    Table view;
    view.name = takeName(item);
    view.isView = true;
    view.allColumns = false;
    view.at = at;
    if (!view.name.empty() && !isKnown(view.name))
      schema.tables.push_back(std::move(view));
    return "";
  }

  std::string createTable(Item item) {
    skip(item, {"IF", "NOT", "EXISTS"});
    Table table;
    table.name = takeName(item);
    table.at = at;
    if (table.name.empty())
      return "expected the name of a table";
    if (isKnown(table.name))
      return ""; // IF NOT EXISTS, or the same dump twice
    Item list;
    if (isWordAt(item, 0, "LIKE")) {
      copyColumns(table, item.drop_front(), /*keys=*/true);
    } else if (isWordAt(item, 0, "PARTITION") && isWordAt(item, 1, "OF")) {
      copyColumns(table, item.drop_front(2), /*keys=*/true);
    } else if (takeList(item, list)) {
      for (Item definition : commaSeparated(list))
        define(table, definition);
      if (isWordAt(item, 0, "INHERITS") && isSymbolAt(item, 1, "("))
        inherit(table, item.drop_front());
    } else if (isSymbolAt(item, 0, "(")) {
      return "the bracket after '" + table.name + "' is not closed";
    } else {
      table.allColumns = false; // AS SELECT, OF type
    }
    schema.tables.push_back(std::move(table));
    return "";
  }

  void define(Table &table, Item item) {
    if (!isWordAt(item, 0, "LIKE"))
      return definitionOf(table).define(item);
    bool keys = false;
    for (size_t i = 1; i < item.size(); ++i)
      keys |= isWordAt(item, i, "INCLUDING") && anyWordAt(item, i + 1, {"ALL", "INDEXES"});
    copyColumns(table, item.drop_front(), keys);
  }

  void copyColumns(Table &table, Item item, bool keys) {
    const Table *other = schema.find(takeName(item));
    table.allColumns &= other && other->allColumns;
    if (!other)
      return;
    llvm::append_range(table.columns, other->columns);
    if (keys)
      llvm::append_range(table.indexes, other->indexes);
  }

  void inherit(Table &table, Item item) {
    Item parents;
    if (!takeList(item, parents))
      return;
    for (Item parent : commaSeparated(parents)) {
      Table inherited;
      copyColumns(inherited, parent, /*keys=*/false);
      table.allColumns &= inherited.allColumns;
      table.columns.insert(table.columns.begin(), inherited.columns.begin(), inherited.columns.end());
    }
  }

  std::string createIndex(Index index, Item item) {
    skip(item, {"CONCURRENTLY", "IF", "NOT", "EXISTS"});
    index.name = isWordAt(item, 0, "ON") ? "" : takeName(item);
    if (isWordAt(item, 0, "USING"))
      item = item.drop_front(std::min<size_t>(2, item.size()));
    if (!isWordAt(item, 0, "ON"))
      return "expected ON and a table after the index";
    item = item.drop_front();
    skip(item, {"ONLY"});
    if (Table *table = schema.find(takeName(item)))
      definitionOf(*table).addIndex(std::move(index), item);
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
    bool changes = isWordAt(action, 0, "CHANGE");
    if (!changes && !anyWordAt(action, 0, {"ALTER", "MODIFY"}))
      return;
    action = action.drop_front();
    skip(action, {"COLUMN"});
    if (changes && isName(action, 0) && isName(action, 1)) {
      renameColumn(table, action[0].text, action[1].text);
      action = action.drop_front();
    }
    retype(table, action, changes);
  }

  // ALTER a TYPE t, ALTER a SET DATA TYPE t; in MySQL MODIFY a t, CHANGE a b t
  void retype(Table &table, Item item, bool changes) {
    auto column = llvm::find_if(table.columns, [&](const Column &each) {
      return isName(item, 0) && folded(each.name) == folded(item[0].text);
    });
    if (column == table.columns.end())
      return;
    item = item.drop_front();
    bool isPostgres = anyWordAt(item, 0, {"SET", "TYPE", "DROP", "ADD", "RESTART", "RESET"});
    if (isPostgres) {
      skip(item, {"SET", "DATA"});
      if (!isWordAt(item, 0, "TYPE"))
        return;
      item = item.drop_front();
    }
    if (isName(item, 0) && (isPostgres || changes || source.dialect != Dialect::PostgreSQL))
      column->type = folded(item[0].text);
  }

  void add(Table &table, Item item) {
    skip(item, {"COLUMN", "IF", "NOT", "EXISTS"});
    Item list;
    if (!takeList(item, list))
      return define(table, item);
    for (Item definition : commaSeparated(list))
      define(table, definition);
  }

  void drop(Table &table, Item item) {
    if (isWordAt(item, 0, "PRIMARY"))
      return dropIndex(table, "primary");
    bool key = anyWordAt(item, 0, {"CONSTRAINT", "INDEX", "KEY"});
    skip(item, {"COLUMN", "CONSTRAINT", "INDEX", "KEY", "IF", "EXISTS"});
    if (!isName(item, 0))
      return;
    if (key)
      return dropIndex(table, item[0].text);
    std::string name = folded(item[0].text);
    auto is = [&](const std::string &column) { return folded(column) == name; };
    llvm::erase_if(table.columns, [&](const Column &column) { return is(column.name); });
    llvm::erase_if(table.references, [&](const ForeignKey &key) { return llvm::any_of(key.columns, is); });
    auto has = [&](const IndexPart &part) { return is(part.column); };
    // MySQL takes the column out of its indexes: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html
    if (source.dialect == Dialect::MySQL)
      for (Index &index : table.indexes)
        llvm::erase_if(index.parts, has);
    llvm::erase_if(table.indexes,
                   [&](const Index &index) { return index.parts.empty() || llvm::any_of(index.parts, has); });
  }

  // By its own name or the one that PostgreSQL makes up.
  static void dropIndex(Table &table, StringRef name) {
    StringRef own = StringRef(table.name).rsplit('.').second;
    std::string bare = folded(own.empty() ? StringRef(table.name) : own);
    llvm::erase_if(table.indexes, [&](const Index &index) {
      std::string made = bare;
      for (const IndexPart &part : index.parts)
        made += "_" + folded(part.column);
      return folded(index.name) == folded(name) || folded(name) == made + (index.unique ? "_key" : "_idx") ||
             (index.name == "primary" && folded(name) == bare + "_pkey");
    });
  }

  void rename(Table &table, Item item) {
    if (anyWordAt(item, 0, {"CONSTRAINT", "INDEX", "KEY"})) {
      if (isName(item, 1) && isWordAt(item, 2, "TO") && isName(item, 3))
        for (Index &index : table.indexes)
          if (folded(index.name) == folded(item[1].text))
            index.name = item[3].text;
      return;
    }
    if (anyWordAt(item, 0, {"TO", "AS"})) {
      item = item.drop_front();
      return renameTable(table, takeName(item));
    }
    skip(item, {"COLUMN"});
    if (isName(item, 0) && isWordAt(item, 1, "TO") && isName(item, 2))
      renameColumn(table, item[0].text, item[2].text);
    else if (isName(item, 0) && item.size() == 1) // MySQL: RENAME new
      renameTable(table, item[0].text);
  }

  void renameTable(Table &table, const std::string &to) {
    for (Table &other : schema.tables)
      for (ForeignKey &key : other.references)
        if (schema.find(key.table) == &table)
          key.table = to;
    table.name = to;
  }

  static void renameColumn(Table &table, const std::string &from, const std::string &to) {
    auto change = [&](std::string &column) {
      if (folded(column) == folded(from))
        column = to;
    };
    for (Column &column : table.columns)
      change(column.name);
    for (ForeignKey &key : table.references)
      llvm::for_each(key.columns, change);
    for (Index &index : table.indexes)
      for (IndexPart &part : index.parts) {
        if (folded(part.column) == folded(from)) // an expression over it is not written anew
          part.expression = part.expression == folded(from) ? folded(to) : "";
        change(part.column);
      }
  }

  void renameIndex(Item item) {
    skip(item, {"IF", "EXISTS"});
    std::string from = takeName(item);
    if (!isWordAt(item, 0, "RENAME") || !isWordAt(item, 1, "TO"))
      return;
    item = item.drop_front(2);
    std::string to = takeName(item);
    for (Table &table : schema.tables)
      for (Index &index : table.indexes)
        if (folded(index.name) == folded(from))
          index.name = to;
  }

  void dropTables(Item item) {
    skip(item, {"VIEW", "IF", "EXISTS"});
    for (Item part : commaSeparated(item)) {
      std::string name = takeName(part);
      if (const Table *table = schema.find(name))
        schema.tables.erase(schema.tables.begin() + (table - schema.tables.data()));
    }
  }

  void dropIndexes(Item item) {
    skip(item, {"CONCURRENTLY", "IF", "EXISTS"});
    for (Item part : commaSeparated(item)) {
      std::string name = takeName(part);
      for (Table &table : schema.tables)
        dropIndex(table, name);
    }
  }

  void renameTables(Item item) {
    for (Item part : commaSeparated(item)) {
      Table *table = schema.find(takeName(part));
      if (table && isWordAt(part, 0, "TO")) {
        part = part.drop_front();
        renameTable(*table, takeName(part));
      }
    }
  }
};

} // namespace

Schema readSchema(llvm::ArrayRef<SchemaFile> files, Dialect dialect, std::vector<SchemaProblem> &problems) {
  Schema schema;
  schema.dialect = dialect;
  for (const SchemaFile &file : files) {
    SchemaText text = schemaText(file, dialect, problems);
    Reader reader(schema, {text, static_cast<unsigned>(schema.files.size()), dialect});
    schema.files.push_back(file.path);
    for (const std::vector<Token> &statement : text.statements) {
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
