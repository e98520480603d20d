// Placeholders and escapes of client libraries, and texts whose dialect has to be guessed.
#include "tests/sql/Facts.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

const Row Rows[] = {
    {"SELECT a FROM t WHERE x = :x::int AND y = :y AND z = :x",
     "select t; columns a; where t.x = ?, t.y = ?, t.z = ?"},
    {"SELECT a FROM t WHERE d = TO_DATE(:d, 'YYYY-MM-DD HH24:MI:SS')",
     "select t; columns a; where t.d = ?"},
    {"SELECT a FROM t WHERE b = '{\"k\": ?, \":x\": 1}' AND c = :c",
     "select t; columns a; where t.b = const, t.c = ?"},
    {"SELECT a FROM t WHERE id=@id AND k>=?", "select t; columns a; where t.id = ?, t.k range ?"},
    {"SELECT a FROM t WHERE b IN (:ids)", "select t; columns a; where t.b in ?"},
    {"SELECT a FROM t WHERE b = ? LIMIT ?",
     "select t; limit; columns a; where t.b = ?; limit parameter 2"},
    {"SELECT TOP 5 * FROM t ORDER BY a", "select t; limit 5; stars 0:13; sort t.a"},
    {"SELECT TOP (?) a FROM t WHERE b = ?",
     "select t; limit; columns a; where t.b = ?; limit parameter 1"},
    {"SELECT TOP 10 PERCENT a FROM t", "select t; columns a"},
    {"SELECT a FROM t WITH (NOLOCK) WHERE b = ?", "select t; columns a; where t.b = ?"},
    {"SELECT a FROM t WHERE rownum <= 10",
     "select t; limit; columns a; where t.rownum range const"},
    {"SELECT a INTO :x FROM t WHERE b = :b", "select t; columns a; where t.b = ?"},
    {"{call settle(?, ?)}", "call"},
    {"SELECT a FROM t WHERE d = {ts '2020-01-01 00:00:00'}",
     "select t; columns a; where t.d = const"},
    {"EXEC settle @a = 1", "call"},
    {"SELECT \"id\" FROM \"t\" WHERE \"x\" = \"y\"",
     "select t; columns id; where t.x = t.y, t.y = t.x"},
    {"SELECT * FROM t WHERE a = \"b\" AND c IN (\"d\", \"e\")",
     "select t; stars 0:7; where t.a = const, t.c in const"},
    {"SELECT * FROM t WHERE a = 'O\\'Neil' AND b = 1",
     "select t; stars 0:7; where t.a = const, t.b = const"},
    {"SELECT * FROM t WHERE a = 'C:\\' AND b = 1",
     "select t; stars 0:7; where t.a = const, t.b = const"},
    {"SELECT `a` FROM t WHERE b = \"x\"", "select t; columns a; where t.b = const"},
    {"SELECT a FROM t WHERE f(x) = 'LIMIT 1'", "select t; columns a; where f(t.x) = const"},
};

TEST(Placeholders, AreParametersInAnyStyle) {
  for (const Row &row : Rows)
    expectFacts(row, Dialect::Any);
}

} // namespace
} // namespace scalelint::sql
