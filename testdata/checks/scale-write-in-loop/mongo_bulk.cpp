// pkg-config: libmongoc-1.0
// shows: batch-api
// A bulk operation gathers the writes and sends them together.
#include <mongoc/mongoc.h>
#include <vector>

void insertEach(mongoc_collection_t *events, const std::vector<bson_t *> &documents) {
  bson_error_t error;
  for (const bson_t *document : documents)
    mongoc_collection_insert_one(events, document, nullptr, nullptr, &error); // expect: scale-write-in-loop "'documents'"
}

void insertBulk(mongoc_collection_t *events, const std::vector<bson_t *> &documents) {
  mongoc_bulk_operation_t *bulk = mongoc_collection_create_bulk_operation_with_opts(events, nullptr);
  bson_error_t error;
  for (const bson_t *document : documents)
    mongoc_bulk_operation_insert_with_opts(bulk, document, nullptr, &error); // ok: gathered
  mongoc_bulk_operation_execute(bulk, nullptr, &error);                      // ok: once
  mongoc_bulk_operation_destroy(bulk);
}

void insertMany(mongoc_collection_t *events, const std::vector<std::vector<const bson_t *>> &batches) {
  bson_error_t error;
  for (auto batch : batches)
    mongoc_collection_insert_many(events, batch.data(), batch.size(), nullptr, nullptr, &error); // ok: one per batch
}

void touchEach(mongoc_collection_t *events, const bson_t *update, const std::vector<bson_t *> &selectors) {
  bson_error_t error;
  for (const bson_t *selector : selectors)
    mongoc_collection_update_one(events, selector, update, nullptr, nullptr, &error); // expect: scale-write-in-loop "'selectors'"
}
