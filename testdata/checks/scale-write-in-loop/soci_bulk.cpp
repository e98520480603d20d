// shows: batch-api
// SOCI binds whole vectors; a scalar bound inside the loop writes one row a turn.
#include <soci/soci.h>
#include <string>
#include <vector>

void addTags(soci::session &sql, const std::vector<std::string> &tags) {
  soci::transaction transaction(sql);
  for (const auto &tag : tags)
    sql << "INSERT INTO tags (name) VALUES (:name)", soci::use(tag); // expect: scale-write-in-loop "'tags'"
  transaction.commit(); // ok: once, after the loop
}

void addTagsPrepared(soci::session &sql, const std::vector<std::string> &tags) {
  std::string name;
  soci::statement insert = (sql.prepare << "INSERT INTO tags (name) VALUES (:name)", soci::use(name)); // ok: once
  for (const auto &tag : tags) {
    name = tag;
    insert.execute(true); // expect: scale-write-in-loop "'tags'"
  }
}

void addTagsInBulk(soci::session &sql, const std::vector<std::vector<std::string>> &batches) {
  for (const auto &tags : batches)
    sql << "INSERT INTO tags (name) VALUES (:name)", soci::use(tags); // ok: a vector is bound
}
