// A write to another table each turn: no one statement writes all of them.
#include <pqxx/pqxx>
#include <string>
#include <vector>

void copyAll(pqxx::work &tx, const std::vector<std::string> &tables) {
  for (const auto &table : tables)
    tx.exec0("INSERT INTO " + table + "_new SELECT * FROM " + table); // ok: a whole table a turn, each into one of its own
}

void clearAll(pqxx::work &tx, const std::vector<std::string> &tables, int tenant) {
  for (const auto &table : tables)
    tx.exec0("DELETE FROM " + table + " WHERE tenant = " + std::to_string(tenant)); // ok: another table each turn
}

void archive(pqxx::work &tx, const std::string &suffix, const std::vector<int> &ids) {
  for (int id : ids)
    tx.exec0("INSERT INTO archive_" + suffix + " SELECT * FROM events WHERE id = " + std::to_string(id)); // expect: scale-write-in-loop "insert into 'archive_{}' runs once per element of 'ids'"
}

// The name is put together in a constructor, out of a field that code elsewhere fills.
struct Relation {
  Relation();
  std::string first;
};
Relation::Relation() {}

struct RelationTable {
  explicit RelationTable(const Relation &relation) { name = relation.first + "Relation"; }
  std::string name;
};

void copyRelations(pqxx::work &tx, const std::vector<Relation> &relations) {
  for (const auto &relation : relations) {
    const RelationTable table(relation);
    tx.exec0("INSERT INTO " + table.name + "_new SELECT * FROM " + table.name); // ok: another table each turn
  }
}

// A stream of statements, each about a row of its own.
struct Change {
  std::string table;
  int id;
};

void apply(pqxx::work &tx, const std::vector<Change> &changes) {
  for (const auto &change : changes) {
    tx.exec0("DELETE FROM " + change.table + " WHERE id = " + std::to_string(change.id)); // expect: scale-write-in-loop "once per element of 'changes'"
    tx.exec_params0("UPDATE " + change.table + " SET done = true WHERE id = $1", change.id); // expect: scale-write-in-loop "once per element of 'changes'"
  }
}
