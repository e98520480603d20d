// pkg-config: libmongoc-1.0
// A document store's find per element; walking its cursor is no find.
#include <mongoc/mongoc.h>
#include <string>
#include <vector>

std::vector<std::string> titles(mongoc_collection_t *articles, const std::vector<std::string> &slugs) {
  std::vector<std::string> found;
  for (const auto &slug : slugs) {
    bson_t *filter = BCON_NEW("slug", BCON_UTF8(slug.c_str()));
    bson_t *options = BCON_NEW("limit", BCON_INT64(1));
    mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(articles, filter, options, nullptr); // expect: scale-n-plus-one-query "'slugs'"
    const bson_t *article = nullptr;
    while (mongoc_cursor_next(cursor, &article)) // ok: walks the cursor
      found.emplace_back(slug);
    mongoc_cursor_destroy(cursor);
    bson_destroy(options);
    bson_destroy(filter);
  }
  return found;
}

std::size_t countAll(mongoc_collection_t *articles, const std::vector<std::string> &slugs) {
  bson_t *filter = bson_new();
  bson_t in, list;
  bson_append_document_begin(filter, "slug", -1, &in);
  bson_append_array_begin(&in, "$in", -1, &list);
  for (std::size_t i = 0; i < slugs.size(); ++i)
    bson_append_utf8(&list, std::to_string(i).c_str(), -1, slugs[i].c_str(), -1); // ok: writes the list
  bson_append_array_end(&in, &list);
  bson_append_document_end(filter, &in);
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(articles, filter, nullptr, nullptr); // ok: one find
  const bson_t *article = nullptr;
  std::size_t count = 0;
  while (mongoc_cursor_next(cursor, &article)) // ok: the driver fetches in batches
    ++count;
  mongoc_cursor_destroy(cursor);
  bson_destroy(filter);
  return count;
}
