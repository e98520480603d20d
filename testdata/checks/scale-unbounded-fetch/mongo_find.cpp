// pkg-config: libmongoc-1.0
// shows: bounded, cursor-batches, counts
// A find without a limit whose documents are all kept; the same with a limit, or only counted.
#include <mongoc/mongoc.h>
#include <string>
#include <vector>

std::vector<std::string> drain(mongoc_cursor_t *cursor) {
  std::vector<std::string> documents;
  const bson_t *document = nullptr;
  while (mongoc_cursor_next(cursor, &document)) {
    char *json = bson_as_canonical_extended_json(document, nullptr);
    documents.emplace_back(json);
    bson_free(json);
  }
  mongoc_cursor_destroy(cursor);
  return documents;
}

std::vector<std::string> all(mongoc_collection_t *reviews, const bson_t *filter) {
  return drain(mongoc_collection_find_with_opts(reviews, filter, nullptr, nullptr)); // expect: scale-unbounded-fetch
}

std::vector<std::string> newest(mongoc_collection_t *reviews, const bson_t *filter) {
  bson_t *options = BCON_NEW("limit", BCON_INT64(20), "sort", "{", "_id", BCON_INT32(-1), "}");
  auto documents = drain(mongoc_collection_find_with_opts(reviews, filter, options, nullptr)); // ok: twenty
  bson_destroy(options);
  return documents;
}

int countRated(mongoc_collection_t *reviews, const bson_t *filter) {
  bson_t *options = BCON_NEW("batchSize", BCON_INT32(500));
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(reviews, filter, options, nullptr); // ok: in batches, none kept
  const bson_t *document = nullptr;
  int rated = 0;
  while (mongoc_cursor_next(cursor, &document))
    rated += bson_has_field(document, "stars");
  mongoc_cursor_destroy(cursor);
  bson_destroy(options);
  return rated;
}

int64_t count(mongoc_collection_t *reviews, const bson_t *filter) {
  return mongoc_collection_count_documents(reviews, filter, nullptr, nullptr, nullptr, nullptr); // ok: a number
}
