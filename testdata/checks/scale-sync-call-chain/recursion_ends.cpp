// config: {roots: [tree::handleShow, tree::handleMenu]}
// shows: recursion
// Functions that call each other in circles are gone through once.
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

namespace tree {
struct Node {
  std::string key;
  std::vector<Node> children;
};

void touch(redisContext *redis, const std::string &key) { freeReplyObject(redisCommand(redis, "GET %s", key.c_str())); }

void even(redisContext *redis, const Node &node);
void odd(redisContext *redis, const Node &node) {
  touch(redis, node.key + ":odd");
  for (const Node &child : node.children)
    even(redis, child);
}
void even(redisContext *redis, const Node &node) {
  touch(redis, node.key + ":even");
  for (const Node &child : node.children)
    odd(redis, child);
}

void handleShow(redisContext *redis, const Node &root) { // expect: scale-sync-call-chain "3 remote operations"
  even(redis, root);
  touch(redis, "shown");
}

void handleMenu(redisContext *redis, const Node &root) { // ok: one turn of each of the two
  odd(redis, root);
}
} // namespace tree
