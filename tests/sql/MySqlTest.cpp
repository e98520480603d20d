// What MySQL spells in its own way.
#include "tests/sql/Facts.h"

#include <gtest/gtest.h>

namespace scalelint::sql {
namespace {

const Row Rows[] = {
    {"SELECT @row := @row + 1, a FROM t", "select t; columns -, a"},
    {"SELECT `id`, `key` FROM `settings` WHERE `key` = ?",
     "select settings; columns id, key; where settings.key = ?"},
    {"SELECT * FROM users WHERE name = \"bob's\" AND note = 'it\\'s'",
     "select users; stars 0:7; where users.name = const, users.note = const"},
    {"SELECT a FROM users WHERE `x`.`y` = 1 LIMIT 20, 10",
     "select users; limit 10; columns a; where y = const; offset"},
    {"SELECT a FROM t LIMIT ?, ?",
     "select t; limit; columns a; limit parameter 2; offset parameter 1; offset"},
    {"SELECT a FROM t LIMIT 18446744073709551615 OFFSET 5", "select t; columns a; offset"},
    {"SELECT SQL_CALC_FOUND_ROWS a FROM t USE INDEX (ix) WHERE b = 1 LIMIT 10",
     "select t; limit 10; columns a; where t.b = const"},
    {"SELECT HIGH_PRIORITY STRAIGHT_JOIN a FROM t FORCE INDEX FOR ORDER BY (ix) WHERE b = 1",
     "select t; columns a; where t.b = const"},
    {"SELECT a FROM t1 STRAIGHT_JOIN t2 ON t1.i = t2.i",
     "select t1, t2; columns a; where t1.i = t2.i, t2.i = t1.i"},
    {"SELECT a FROM t1 JOIN t2 WHERE t1.i = t2.i",
     "select t1, t2; columns a; where t1.i = t2.i, t2.i = t1.i"},
    {"SELECT a FROM t WHERE b <=> ?", "select t; columns a; where t.b = ?"},
    {"SELECT a FROM t WHERE b && !c", "select t; columns a; where t.b = const, t.c not = const"},
    {"SELECT a FROM t WHERE b REGEXP '^x' AND c NOT REGEXP ?",
     "select t; columns a; where t.b other const, t.c other ?"},
    {"SELECT a FROM t WHERE MATCH(title, body) AGAINST (? IN BOOLEAN MODE)",
     "select t; columns a; where match(t.title) other ?"},
    {"SELECT GROUP_CONCAT(a ORDER BY b SEPARATOR ',') FROM t", "select t; aggregate; columns -"},
    {"SELECT CAST(a AS UNSIGNED INTEGER), b DIV 2, IF(c, 1, 2) FROM t",
     "select t; columns a, -, -"},
    {"SELECT a FROM t WHERE ts > DATE_SUB(NOW(), INTERVAL 1 DAY)",
     "select t; columns a; where t.ts range const"},
    {"SELECT a FROM t WHERE ts > CURRENT_TIMESTAMP() - INTERVAL ? HOUR",
     "select t; columns a; where t.ts range ?"},
    {"SELECT a FROM t WHERE FIND_IN_SET(b, ?)",
     "select t; columns a; where find_in_set(t.b) other ?; batched"},
    {"SELECT a FROM t WHERE b = 1 LOCK IN SHARE MODE",
     "select t; columns a; where t.b = const; locking"},
    {"SELECT a FROM t GROUP BY b WITH ROLLUP", "select t; grouped; columns a; group t.b"},
    {"SELECT 1 FROM DUAL", "select; no table; columns -"},
    {"SELECT @@version", "select; no table; columns -"},
    {"SELECT a INTO @x FROM t WHERE b = 1", "select t; columns a; where t.b = const"},
    {"SELECT a AS 'Alias' FROM t # the rest is a comment", "select t; columns Alias"},
    {"SELECT a /* not LIMIT 1 */ FROM t -- LIMIT 1", "select t; columns a"},
    {"SELECT LAST_INSERT_ID()", "select; no table; columns -"},
    {"INSERT INTO t (`a`, b) VALUES (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b), n = n + 1",
     "insert t; writes a, b; upsert"},
    {"INSERT IGNORE INTO t (a) VALUES (?)", "insert t; writes a; upsert"},
    {"INSERT INTO t SET a = ?, b = 'x'", "insert t; writes a, b"},
    {"INSERT INTO t () VALUES ()", "insert t"},
    {"INSERT INTO t VALUE (1)", "insert t"},
    {"REPLACE INTO t VALUES (?, ?)", "insert t; upsert"},
    {"REPLACE INTO t (a) VALUES (?), (?)", "insert t; writes a; batched; upsert"},
    {"UPDATE LOW_PRIORITY t SET a = 1 WHERE b = ? ORDER BY c LIMIT 10",
     "update t; limit 10; writes a; where t.b = ?"},
    {"UPDATE orders o JOIN users u ON u.id = o.user_id SET o.status = 'x' WHERE u.id = ?",
     "update orders, users; writes status; where users.id = orders.user_id, orders.user_id = "
     "users.id, users.id = ?"},
    {"DELETE FROM logs WHERE ts < ? LIMIT 1000", "delete logs; limit 1000; where logs.ts range ?"},
    {"DELETE o FROM orders o JOIN users u ON u.id = o.user_id WHERE u.gone",
     "delete orders, users; where users.id = orders.user_id, orders.user_id = users.id, users.gone "
     "= const"},
    {"DELETE a, b FROM a INNER JOIN b ON a.id = b.id",
     "delete a, b; where a.id = b.id, b.id = a.id"},
    {"START TRANSACTION WITH CONSISTENT SNAPSHOT", "begin"},
    {"SET NAMES utf8mb4", "set"},
    {"SET @a := 1", "set"},
    {"SHOW TABLES LIKE 'x%'", "other"},
    {"USE shop", "other"},
    {"DESCRIBE orders", "other"},
    {"LOCK TABLES t WRITE", "other"},
    {"LOAD DATA LOCAL INFILE 'x' INTO TABLE t", "copy t"},
    {"CREATE TABLE `t` (`id` INT(11) UNSIGNED NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) "
     "ENGINE=InnoDB",
     "ddl t"},
    {"CALL settle(?, @out)", "call"},
    {"SELECT a FROM user WHERE offset = ? AND end > ?",
     "select user; columns a; where user.offset = ?, user.end range ?"},
};

TEST(MySql, SpellingsAreBroughtToOneGrammar) {
  for (const Row &row : Rows)
    expectFacts(row, Dialect::MySQL);
}

} // namespace
} // namespace scalelint::sql
