// DDL of three dialects to tables, as one line a table: "users(id, email) key id key email index lower(email)".
#include "analysis/sql/Schema.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

struct Read {
  Schema schema;
  std::vector<SchemaProblem> problems;
};

Read readText(llvm::StringRef text, Dialect dialect) {
  Read read;
  read.schema = readSchema({{"schema.sql", text.str()}}, dialect, read.problems);
  return read;
}

std::string factsOf(const Index &index) {
  static const char *const Methods[] = {"index", "hash", "blocks", "words", "other"};
  std::string facts = index.unique ? " key " : " " + std::string(Methods[static_cast<int>(index.method)]) + " ";
  facts += llvm::join(llvm::map_range(index.parts,
                                      [](const IndexPart &part) {
                                        return part.expression + (part.isPrefix ? "*" : "") +
                                               (part.operatorClass.empty() ? "" : ":" + part.operatorClass);
                                      }),
                      "+");
  if (index.isPartial)
    facts += " where";
  for (const Predicate &predicate : index.condition)
    facts += " " + predicate.expression + (predicate.value.empty() ? "" : "=" + predicate.value);
  return facts;
}

std::string factsOf(const Schema &schema) {
  std::string facts;
  for (const Table &table : schema.tables) {
    facts += (facts.empty() ? "" : " | ") + table.name;
    if (table.isView) {
      facts += " view";
      continue;
    }
    facts += "(" + llvm::join(llvm::map_range(table.columns, [](const Column &column) { return column.name; }), ", ") +
             (table.allColumns ? ")" : ", …)");
    for (const Index &index : table.indexes)
      facts += factsOf(index);
    for (const ForeignKey &key : table.references)
      facts += " to " + key.table + " by " + llvm::join(key.columns, "+");
  }
  return facts;
}

struct Row {
  const char *ddl;
  const char *facts;
};

void expectAll(llvm::ArrayRef<Row> rows, Dialect dialect) {
  for (const Row &row : rows) {
    Read read = readText(row.ddl, dialect);
    EXPECT_EQ(factsOf(read.schema), row.facts) << row.ddl;
    for (const SchemaProblem &problem : read.problems)
      ADD_FAILURE() << row.ddl << "\n" << problem.line << ": " << problem.message;
  }
}

TEST(Schema, ReadsPostgreSQL) {
  expectAll(
      {
          {"CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE, at timestamptz DEFAULT now())",
           "users(id, email, at) key id key email"},
          {"CREATE TABLE IF NOT EXISTS app.users (a int, b int, CONSTRAINT users_pk PRIMARY KEY (a, b))",
           "app.users(a, b) key a+b"},
          {"CREATE TABLE t (a numeric(10, 2) DEFAULT 0 CHECK (a > 0), b int REFERENCES u (id) ON DELETE CASCADE)",
           "t(a, b) to u by b"},
          {"CREATE TABLE t (a text, b text GENERATED ALWAYS AS (lower(a)) STORED, UNIQUE (a), "
           "EXCLUDE USING gist (b WITH =), FOREIGN KEY (a) REFERENCES u (x))",
           "t(a, b) key a to u by a"},
          {"CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY public.t USING "
           "btree (a DESC NULLS LAST, b text_pattern_ops) INCLUDE (b)",
           "t(a, b) key a+b:text_pattern_ops"},
          {"CREATE TABLE t (a text, b bool); CREATE UNIQUE INDEX ON t (lower(a)); CREATE UNIQUE INDEX ON t (a) WHERE b",
           "t(a, b) key lower(a) key a where b=true"},
          {"CREATE TABLE t (a int); ALTER TABLE ONLY t ADD CONSTRAINT t_pkey PRIMARY KEY (a), ADD COLUMN IF NOT EXISTS "
           "b text UNIQUE, OWNER TO app",
           "t(a, b) key a key b"},
          {"CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int); ALTER TABLE t DROP CONSTRAINT t_pkey; "
           "ALTER TABLE t DROP CONSTRAINT t_b_key; ALTER TABLE t DROP COLUMN c",
           "t(a, b)"},
          {"CREATE TABLE t (a int PRIMARY KEY); ALTER TABLE t RENAME COLUMN a TO id; ALTER TABLE t RENAME TO u",
           "u(id) key id"},
          {"CREATE TABLE t (a int); CREATE TABLE u (b int); DROP TABLE IF EXISTS t, v CASCADE", "u(b)"},
          {"CREATE TABLE base (a int); CREATE TABLE t (b int) INHERITS (base); CREATE TABLE c (LIKE t INCLUDING ALL)",
           "base(a) | t(a, b) | c(a, b)"},
          {"CREATE TABLE t (a int, b int, PRIMARY KEY (a)) PARTITION BY RANGE (a); CREATE TABLE t1 PARTITION OF t FOR "
           "VALUES FROM (0) TO (10)",
           "t(a, b) key a | t1(a, b) key a"},
          {"CREATE TABLE t AS SELECT 1 AS a", "t(, …)"},
          {"CREATE TABLE t (a text, b jsonb, c int); CREATE INDEX i ON t USING gin (a gin_trgm_ops); CREATE INDEX j ON t "
           "((b ->> 'x'), LOWER(t.a)); CREATE INDEX k ON t USING brin (c); CREATE INDEX ON t USING hash (c)",
           "t(a, b, c) words a:gin_trgm_ops index (b ->> 'x')+lower(a) blocks c hash c"},
          {"CREATE TABLE t (a text, b text, c int); CREATE INDEX i ON t (a) WHERE b = 'open'::text AND c IS NOT NULL; "
           "ALTER INDEX i RENAME TO j; CREATE INDEX ON t (b); DROP INDEX t_b_idx",
           "t(a, b, c) index a where b='open' c"},
          {"CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES u (x, y)); "
           "CREATE INDEX ON t (a); ALTER TABLE u RENAME TO v; ALTER TABLE t RENAME b TO c; ALTER TABLE t ALTER a TYPE bigint",
           "v(id) key id | t(a, c) index a to v by a+c"},
          {"CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; CREATE TABLE t (a int)",
           "t(a)"},
          {"CREATE TYPE mood AS ENUM ('a', 'b'); CREATE VIEW v AS SELECT 1; CREATE TABLE \"Order\" (\"from\" int, key text)",
           "v view | Order(from, key)"},
      },
      Dialect::PostgreSQL);
}

TEST(Schema, ReadsMySQL) {
  expectAll(
      {
          {"CREATE TABLE `users` (\n `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'it''s, the key',\n"
           " `state` enum('a','b') DEFAULT 'a',\n PRIMARY KEY (`id`),\n UNIQUE KEY `by_state` (`state`(10)) USING BTREE,\n"
           " KEY `k` (`state`),\n CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `o` (`id`)\n"
           ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
           "users(id, state) key id key state* index state index id to o by id"},
          {"CREATE TABLE t (a int KEY, b int, FULLTEXT KEY f (b), INDEX (b))", "t(a, b) key a words b index b"},
          {"CREATE TABLE t (a int); ALTER TABLE t ADD (b int, c int), ADD UNIQUE INDEX u (b, c), CHANGE COLUMN a d int",
           "t(d, b, c) key b+c"},
          {"CREATE TABLE t (a int PRIMARY KEY, UNIQUE u (a)); ALTER TABLE t DROP PRIMARY KEY; DROP INDEX u ON t", "t(a)"},
          {"CREATE TABLE t (a int);\nDELIMITER ;;\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET @a = 1; "
           "END;;\nDELIMITER ;\nCREATE TABLE u LIKE t; RENAME TABLE t TO w",
           "w(a) | u(a)"},
          {"/*!40101 SET NAMES utf8 */;\nCREATE TABLE t (a int); # a remark\nINSERT INTO t VALUES (1), ('x;y')", "t(a)"},
      },
      Dialect::MySQL);
}

TEST(Schema, ReadsSQLite) {
  expectAll(
      {
          {"CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE, [a b] BLOB, untyped) WITHOUT ROWID",
           "t(id, key, a b, untyped) key id key key"},
          {"CREATE TABLE t (a, b, PRIMARY KEY (a, b) ON CONFLICT REPLACE); CREATE TRIGGER r AFTER INSERT ON t BEGIN "
           "UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END; DELETE FROM t; END; CREATE TABLE u (c)",
           "t(a, b) key a+b | u(c)"},
          {"CREATE TEMP TABLE t (a INT UNIQUE ON CONFLICT IGNORE)", "t(a) key a"},
      },
      Dialect::SQLite);
}

TEST(Schema, KnowsTypesAndPlaces) {
  Schema schema = readText("CREATE TABLE t (\n  a double precision NOT NULL,\n  b varchar(10), c,\n  d NOT NULL,\n"
                           "  FOREIGN KEY (b) REFERENCES u (x)\n);\n  CREATE INDEX i ON t (b);\n"
                           "ALTER TABLE t ALTER COLUMN b SET DATA TYPE text;",
                           Dialect::Any)
                      .schema;
  const Table &table = *schema.find("t");
  std::string types;
  for (const Column &column : table.columns)
    types += column.name + ":" + column.type + " ";
  EXPECT_EQ(types, "a:double b:text c: d: ");
  EXPECT_EQ(schema.files[table.at.file], "schema.sql");
  EXPECT_EQ(table.at.line, 1u);
  EXPECT_EQ(table.references.front().at.line, 5u);
  EXPECT_EQ(table.references.front().at.column, 3u);
  EXPECT_EQ(table.indexes.front().at.line, 7u);
}

TEST(Schema, LeavesOutWhatIsNoStatement) {
  const char *dump = "\\connect app\nCREATE TABLE t (a int);\nCOPY t (a) FROM stdin;\n1\t; CREATE TABLE x (\n\\.\n"
                     "ALTER TABLE t ADD PRIMARY KEY (a);\n";
  Read read = readText(dump, Dialect::PostgreSQL);
  EXPECT_EQ(factsOf(read.schema), "t(a) key a");
  EXPECT_TRUE(read.problems.empty());
}

TEST(Schema, TakesOnlyTheForwardHalfOfAMigration) {
  Read read = readText("-- +tool Up\nCREATE TABLE t (a int);\n-- +tool Down\nDROP TABLE t;\n", Dialect::PostgreSQL);
  EXPECT_EQ(factsOf(read.schema), "t(a)");
}

TEST(Schema, AppliesFilesInTheirOrder) {
  std::vector<SchemaProblem> problems;
  Schema schema = readSchema({{"1.sql", "CREATE TABLE t (a int)"}, {"2.sql", "ALTER TABLE t ADD b int"}},
                             Dialect::Any, problems);
  EXPECT_EQ(factsOf(schema), "t(a, b)");
}

TEST(Schema, NamesThePlaceOfWhatDoesNotParseAndReadsOn) {
  Read read = readText("CREATE TABLE t (a int);\n  CREATE TABEL u (b int);\nCREATE TABLE v (c int)", Dialect::PostgreSQL);
  EXPECT_EQ(factsOf(read.schema), "t(a) | v(c)");
  ASSERT_EQ(read.problems.size(), 1u);
  EXPECT_EQ(read.problems[0].line, 2u);
  EXPECT_EQ(read.problems[0].column, 3u);
  EXPECT_NE(read.problems[0].message.find("TABEL"), std::string::npos);
}

TEST(Schema, SurvivesAnyCutOfAText) {
  llvm::StringRef text = "CREATE TABLE t (a int(3) UNIQUE, PRIMARY KEY (a), CONSTRAINT c UNIQUE (a, lower(b)));"
                         "ALTER TABLE t ADD (x int), RENAME a TO b; CREATE UNIQUE INDEX i ON t (a) WHERE b;"
                         "CREATE TABLE u (LIKE t) INHERITS (t, u); DROP INDEX i; RENAME TABLE t TO 'w";
  for (size_t cut = 0; cut <= text.size(); ++cut)
    for (Dialect dialect : {Dialect::Any, Dialect::PostgreSQL, Dialect::MySQL, Dialect::SQLite}) {
      readText(text.take_front(cut), dialect);
      readText(text.drop_front(cut), dialect);
    }
}

TEST(Schema, FindsTablesByTheirBareName) {
  Schema schema = readText("CREATE TABLE app.users (a int); CREATE TABLE other.users (b int)", Dialect::Any).schema;
  ASSERT_TRUE(schema.find("users"));
  EXPECT_EQ(schema.find("users")->columns.front().name, "a");
  EXPECT_EQ(schema.find("OTHER.Users")->columns.front().name, "b");
  EXPECT_FALSE(schema.find("third.users"));
}

TEST(Schema, FindsTheOneTableThatANameWithAHoleFits) {
  Schema schema = readText("CREATE TABLE app_users (a int); CREATE TABLE app_logs (a int); CREATE TABLE old_logs (a int)",
                           Dialect::Any)
                      .schema;
  ASSERT_TRUE(schema.find("{}users"));
  EXPECT_EQ(schema.find("{}users")->name, "app_users");
  EXPECT_FALSE(schema.find("app_{}s"));
  EXPECT_FALSE(schema.find("{}logs"));
  EXPECT_FALSE(schema.find("{}"));
}

struct BoundRow {
  const char *sql;
  bool bound;
};

TEST(Schema, KnowsWhichEqualityLeavesOneRow) {
  Schema schema = readText("CREATE TABLE users (id int PRIMARY KEY, email text, team int, nick text, UNIQUE (team, nick));"
                           "CREATE TABLE orders (id int PRIMARY KEY, user_id int); CREATE TABLE logs (id int)",
                           Dialect::PostgreSQL)
                      .schema;
  const BoundRow rows[] = {
      {"SELECT 1 + id FROM users WHERE id = $1", true},
      {"SELECT * FROM users WHERE $1 = users.id AND email = 'x'", true},
      {"SELECT * FROM users WHERE nick = $1 AND team = $2", true},
      {"SELECT * FROM users WHERE id IN (1, 2, 3)", true},
      {"SELECT * FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1", true},
      {"SELECT * FROM orders o, users u WHERE u.id = o.user_id AND o.id = $1", true},
      {"SELECT * FROM unknown WHERE id = $1", true},
      {"SELECT * FROM users WHERE nick = $1", false},
      {"SELECT * FROM users WHERE email = $1", false},
      {"SELECT * FROM users WHERE id = $1 OR email = $2", false},
      {"SELECT * FROM users WHERE id <> $1", false},
      {"SELECT * FROM users WHERE id IN (SELECT user_id FROM orders)", false},
      {"SELECT * FROM users WHERE lower(id) = $1", false},
      {"SELECT * FROM logs WHERE id = $1", false},
      {"SELECT * FROM users u JOIN orders o ON u.id = o.user_id WHERE u.id = $1", false},
      {"SELECT * FROM users a JOIN users b ON a.team = b.team WHERE a.id = 1", false},
      {"SELECT * FROM users JOIN (SELECT id FROM orders) o ON true WHERE users.id = 1", false},
  };
  for (const BoundRow &row : rows)
    EXPECT_EQ(isBoundByKeys(parse({{row.sql, false, false}}, Dialect::PostgreSQL), schema), row.bound) << row.sql;
}

} // namespace
} // namespace scalelint::sql
