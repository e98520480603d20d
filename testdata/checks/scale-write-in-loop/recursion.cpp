// shows: recursion
// Recursion over data writes once per node: along a chain without a loop, over a tree with one inside.
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Folder {
  long id = 0;
  std::vector<Folder> folders;
  std::unique_ptr<Folder> parent;
};

void touchAncestors(pqxx::work &tx, const Folder &folder) {
  tx.exec_params0("UPDATE folders SET changed = now() WHERE id = $1", folder.id); // expect: scale-write-in-loop "'folders'"
  if (folder.parent)
    touchAncestors(tx, *folder.parent); // ok: no loop here, the operation is the place
}

void save(pqxx::work &tx, const Folder &folder) {
  tx.exec_params0("INSERT INTO folders (id) VALUES ($1)", folder.id); // ok: the loop is the place
  for (const auto &inner : folder.folders)
    save(tx, inner); // expect: scale-write-in-loop "'folders'"
}

void collect(const Folder &folder, std::string &values) {
  values += (values.empty() ? "(" : ", (") + std::to_string(folder.id) + ")";
  for (const auto &inner : folder.folders)
    collect(inner, values); // ok: only writes the text
}

void saveTogether(pqxx::work &tx, const Folder &folder) {
  std::string values;
  collect(folder, values);
  tx.exec0("INSERT INTO folders (id) VALUES " + values); // ok: one statement
}

bool rename(pqxx::work &tx, long id, const std::string &name, bool again = true) {
  auto rows = tx.exec_params("UPDATE folders SET name = $2 WHERE id = $1", id, name); // ok: at most twice
  return rows.affected_rows() > 0 || (again && rename(tx, id, name + " (2)", false)); // ok: the second call cannot go on
}
