// shows: recursion
// Recursion over data is a loop: along a chain without one, over a tree with one inside.
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Comment {
  long id = 0;
  std::string text;
  std::vector<Comment> replies;
  std::unique_ptr<Comment> parent;
};

void loadAncestors(pqxx::work &tx, Comment &comment) {
  if (!comment.parent)
    return;
  Comment &parent = *comment.parent;
  auto row = tx.exec_params1("SELECT text FROM comments WHERE id = $1", parent.id); // expect: scale-n-plus-one-query "'comments'"
  parent.text = row[0].c_str();
  loadAncestors(tx, parent); // ok: no loop here, the operation is the place
}

void loadThread(pqxx::work &tx, Comment &comment) {
  auto row = tx.exec_params1("SELECT text FROM comments WHERE id = $1", comment.id); // ok: the loop is the place
  comment.text = row[0].c_str();
  for (auto &reply : comment.replies)
    loadThread(tx, reply); // expect: scale-n-plus-one-query "'comments'"
}

long countWords(const Comment &comment) {
  long words = 1;
  for (const auto &reply : comment.replies)
    words += countWords(reply); // ok: recursion without a query
  return words;
}

std::string titleOf(pqxx::work &tx, long id, bool followRedirect = true) {
  auto row = tx.exec_params1("SELECT title, moved_to FROM pages WHERE id = $1", id); // ok: at most one step deep
  if (followRedirect && !row[1].is_null())
    return titleOf(tx, row[1].as<long>(), false); // ok: the second call cannot go on
  return row[0].as<std::string>();
}
