// What SQLite spells in its own way.
#include "tests/sql/Facts.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

const Row Rows[] = {
    {"SELECT a FROM (SELECT a, b FROM t WHERE c = ?) WHERE b = 1",
     "select t; columns a; where t.c = ?', b = const"},
    {"SELECT * FROM (SELECT * FROM (SELECT a FROM t)) LIMIT 3", "select t; limit 3; columns a"},
    {"SELECT * FROM t WHERE a = ?1 AND b = :b AND c = @c AND d = $d",
     "select t; stars 0:7; where t.a = ?, t.b = ?, t.c = ?, t.d = ?"},
    {"SELECT a FROM t WHERE b = ?1 OR c = ?1 LIMIT ?2",
     "select t; limit; columns a; where t.b = ? or1, t.c = ? or1; limit parameter 2"},
    {"SELECT * FROM [My Table] WHERE [a b] GLOB '*x'",
     "select My Table; stars 0:7; where My Table.a b like const leading"},
    {"SELECT a FROM t INDEXED BY ix WHERE b IS ? AND c IS NOT 'x'",
     "select t; columns a; where t.b = ?, t.c not other const"},
    {"SELECT a FROM t WHERE b == 1 LIMIT 5, 10",
     "select t; limit 10; columns a; where t.b = const; offset"},
    {"SELECT a FROM t LIMIT -1 OFFSET 5", "select t; columns a; offset"},
    {"SELECT * FROM docs WHERE docs MATCH ?", "select docs; stars 0:7; where docs.docs other ?"},
    {"SELECT a FROM t WHERE id IN (SELECT value FROM json_each(?))",
     "select t; columns a; where t.id in (select); batched"},
    {"SELECT max(a, b) FROM t", "select t; columns -"},
    {"SELECT total(a) FROM t", "select t; aggregate; columns -"},
    {"SELECT last_insert_rowid()", "select; no table; columns -"},
    {"SELECT a FROM t WHERE b = ? COLLATE NOCASE", "select t; columns a; where t.b = ?"},
    {"INSERT OR REPLACE INTO t VALUES (:a, :b)", "insert t; upsert"},
    {"INSERT OR IGNORE INTO `t` (a) VALUES (?)", "insert t; writes a; upsert"},
    {"REPLACE INTO t (a) VALUES (?)", "insert t; writes a; upsert"},
    {"INSERT INTO t DEFAULT VALUES", "insert t"},
    {"UPDATE OR ROLLBACK t SET a = ? WHERE rowid = ?", "update t; writes a; where t.rowid = ?"},
    {"DELETE FROM t WHERE a < ? ORDER BY b LIMIT 100", "delete t; limit 100; where t.a range ?"},
    {"PRAGMA journal_mode = WAL", "other"},
    {"PRAGMA table_info(t)", "other"},
    {"ATTACH DATABASE ? AS x", "other"},
    {"VACUUM", "other"},
    {"BEGIN IMMEDIATE TRANSACTION", "begin"},
    {"BEGIN EXCLUSIVE", "begin"},
    {"END TRANSACTION", "commit"},
    {"RELEASE s", "savepoint"},
    {"EXPLAIN QUERY PLAN SELECT * FROM t", "other t"},
    {"CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY AUTOINCREMENT)", "ddl t"},
    {"CREATE VIRTUAL TABLE t USING fts5(a, b)", "ddl t"},
    {"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE x SET a = 1; DELETE FROM y; END", "ddl t"},
    {"INSERT INTO t (user, end, \"order\") VALUES (?, ?, ?)", "insert t; writes user, end, order"},
};

TEST(Sqlite, SpellingsAreBroughtToOneGrammar) {
  for (const Row &row : Rows)
    expectFacts(row, Dialect::SQLite);
}

} // namespace
} // namespace scalelint::sql
