// The MongoDB C driver against the installed headers.
// pkg-config: libmongoc-1.0
// flags: -Wno-deprecated-declarations
#include <mongoc/mongoc.h>
#include <string>
#include <vector>

mongoc_client_t *connectWithDeadlines() {
  mongoc_uri_t *uri = mongoc_uri_new("mongodb://db.internal/?connectTimeoutMS=2000&socketTimeoutMS=3000&waitQueueTimeoutMS=500"); // is: sets connect-timeout 2s; sets read-timeout 3s; sets pool-timeout 500ms
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_CONNECTTIMEOUTMS, 2000); // is: sets connect-timeout 2s
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_SOCKETTIMEOUTMS, 5000); // is: sets read-timeout 5s
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_WAITQUEUETIMEOUTMS, 500); // is: sets pool-timeout 500ms
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_MAXPOOLSIZE, 20); // is: nothing
  mongoc_client_t *client = mongoc_client_new_from_uri(uri); // is: session.open; creates "libmongoc client"
  mongoc_uri_destroy(uri); // is: nothing
  return client;
}

void connections(bson_error_t *error) {
  mongoc_uri_t *uri = mongoc_uri_new_with_error("mongodb://db.internal/?connectTimeoutMS=2000&socketTimeoutMS=3000&waitQueueTimeoutMS=500", error); // is: sets connect-timeout 2s; sets read-timeout 3s; sets pool-timeout 500ms
  mongoc_client_t *client = mongoc_client_new("mongodb://db.internal/"); // is: session.open; creates "libmongoc client"
  mongoc_client_new_from_uri_with_error(uri, error); // is: session.open; creates "libmongoc client"
  mongoc_client_destroy(client); // is: session.close
  mongoc_client_pool_t *pool = mongoc_client_pool_new(uri); // is: creates "libmongoc client pool"
  mongoc_client_pool_new_with_error(uri, error); // is: creates "libmongoc client pool"
  mongoc_client_pool_max_size(pool, 20); // is: sets pool-size
  mongoc_client_t *one = mongoc_client_pool_pop(pool); // is: session.checkout; flows
  mongoc_client_pool_push(pool, one); // is: session.return
  mongoc_client_pool_try_pop(pool); // is: session.checkout; flows
  mongoc_client_pool_destroy(pool); // is: nothing
}

void find(mongoc_client_t *client, const bson_t *filter, const bson_t *opts) {
  mongoc_collection_t *orders = mongoc_client_get_collection(client, "shop", "orders"); // is: flows
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(orders, filter, opts, nullptr); // is: document.read rows=streamed; flows
  const bson_t *order = nullptr;
  while (mongoc_cursor_next(cursor, &order)) // is: document.fetch-row
    bson_free(bson_as_canonical_extended_json(order, nullptr));
  mongoc_cursor_destroy(cursor); // is: nothing
  mongoc_collection_find(orders, MONGOC_QUERY_NONE, 0, 50, 0, filter, nullptr, nullptr); // is: document.read rows=streamed; flows
  mongoc_collection_aggregate(orders, MONGOC_QUERY_NONE, filter, opts, nullptr); // is: document.read rows=streamed; flows
  mongoc_collection_copy(orders); // is: flows
  mongoc_collection_destroy(orders); // is: nothing
}

void otherReads(mongoc_collection_t *orders, mongoc_client_t *client, const bson_t *query, bson_t *reply, bson_error_t *error) {
  mongoc_database_t *shop = mongoc_client_get_database(client, "shop"); // is: flows
  mongoc_client_get_default_database(client); // is: flows
  mongoc_database_get_collection(shop, "orders"); // is: flows
  mongoc_database_aggregate(shop, query, nullptr, nullptr); // is: document.read rows=streamed; flows
  mongoc_collection_count(orders, MONGOC_QUERY_NONE, query, 0, 0, nullptr, error); // is: document.read rows=single
  mongoc_collection_count_with_opts(orders, MONGOC_QUERY_NONE, query, 0, 0, nullptr, nullptr, error); // is: document.read rows=single
  mongoc_collection_count_documents(orders, query, nullptr, nullptr, reply, error); // is: document.read rows=single
  mongoc_collection_estimated_document_count(orders, nullptr, nullptr, reply, error); // is: document.read rows=single
  mongoc_collection_read_command_with_opts(orders, query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_collection_command_simple(orders, query, nullptr, reply, error); // is: document.read
  mongoc_collection_command_with_opts(orders, query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_client_command_simple(client, "admin", query, nullptr, reply, error); // is: document.read
  mongoc_client_read_command_with_opts(client, "admin", query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_client_command_with_opts(client, "admin", query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_database_command_simple(shop, query, nullptr, reply, error); // is: document.read
  mongoc_database_read_command_with_opts(shop, query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_database_command_with_opts(shop, query, nullptr, nullptr, reply, error); // is: document.read
  mongoc_client_get_database_names_with_opts(client, nullptr, error); // is: document.read rows=materialised
  mongoc_database_get_collection_names_with_opts(shop, nullptr, error); // is: document.read rows=materialised
  mongoc_database_has_collection(shop, "orders", error); // is: document.read rows=single
  mongoc_change_stream_t *changes = mongoc_collection_watch(orders, query, nullptr); // is: document.read rows=streamed; flows
  mongoc_database_watch(shop, query, nullptr); // is: document.read rows=streamed
  mongoc_client_watch(client, query, nullptr); // is: document.read rows=streamed
  const bson_t *change = nullptr;
  mongoc_change_stream_next(changes, &change); // is: document.fetch-row
  mongoc_collection_get_name(orders); // is: nothing
}

void writes(mongoc_collection_t *orders, mongoc_client_t *client, mongoc_database_t *shop, const bson_t *one, const bson_t **many, size_t count, bson_t *reply,
            bson_error_t *error) {
  mongoc_collection_insert_one(orders, one, nullptr, reply, error); // is: document.write
  mongoc_collection_insert(orders, MONGOC_INSERT_NONE, one, nullptr, error); // is: document.write
  mongoc_collection_insert_many(orders, many, count, nullptr, reply, error); // is: document.write
  mongoc_collection_insert_bulk(orders, MONGOC_INSERT_NONE, many, count, nullptr, error); // is: document.write
  mongoc_collection_update_one(orders, one, one, nullptr, reply, error); // is: document.write
  mongoc_collection_update(orders, MONGOC_UPDATE_NONE, one, one, nullptr, error); // is: document.write
  mongoc_collection_update_many(orders, one, one, nullptr, reply, error); // is: document.write
  mongoc_collection_replace_one(orders, one, one, nullptr, reply, error); // is: document.write
  mongoc_collection_delete_one(orders, one, nullptr, reply, error); // is: document.write
  mongoc_collection_delete_many(orders, one, nullptr, reply, error); // is: document.write
  mongoc_collection_remove(orders, MONGOC_REMOVE_NONE, one, nullptr, error); // is: document.write
  mongoc_collection_delete(orders, MONGOC_DELETE_NONE, one, nullptr, error); // is: document.write
  mongoc_collection_save(orders, one, nullptr, error); // is: document.write
  mongoc_collection_find_and_modify(orders, one, nullptr, one, nullptr, false, false, true, reply, error); // is: document.write rows=single
  mongoc_find_and_modify_opts_t *modify = mongoc_find_and_modify_opts_new(); // is: nothing
  mongoc_collection_find_and_modify_with_opts(orders, one, modify, reply, error); // is: document.write rows=single
  mongoc_collection_write_command_with_opts(orders, one, nullptr, reply, error); // is: document.write
  mongoc_collection_read_write_command_with_opts(orders, one, nullptr, nullptr, reply, error); // is: document.write
  mongoc_client_write_command_with_opts(client, "admin", one, nullptr, reply, error); // is: document.write
  mongoc_client_read_write_command_with_opts(client, "admin", one, nullptr, nullptr, reply, error); // is: document.write
  mongoc_database_write_command_with_opts(shop, one, nullptr, reply, error); // is: document.write
  mongoc_database_read_write_command_with_opts(shop, one, nullptr, nullptr, reply, error); // is: document.write
  mongoc_collection_create_index_with_opts(orders, one, nullptr, nullptr, reply, error); // is: document.write
  mongoc_collection_drop(orders, error); // is: document.write
}

void bulk(mongoc_collection_t *orders, const std::vector<const bson_t *> &documents, const bson_t *one, bson_t *reply, bson_error_t *error) {
  mongoc_bulk_operation_t *batch = mongoc_collection_create_bulk_operation_with_opts(orders, nullptr); // is: flows
  mongoc_collection_create_bulk_operation(orders, true, nullptr); // is: flows
  for (const bson_t *document : documents)
    mongoc_bulk_operation_insert(batch, document); // is: document.write
  mongoc_bulk_operation_insert_with_opts(batch, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_update(batch, one, one, false); // is: document.write
  mongoc_bulk_operation_update_one(batch, one, one, false); // is: document.write
  mongoc_bulk_operation_update_one_with_opts(batch, one, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_update_many_with_opts(batch, one, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_replace_one(batch, one, one, false); // is: document.write
  mongoc_bulk_operation_replace_one_with_opts(batch, one, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_remove(batch, one); // is: document.write
  mongoc_bulk_operation_remove_one(batch, one); // is: document.write
  mongoc_bulk_operation_remove_one_with_opts(batch, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_remove_many_with_opts(batch, one, nullptr, error); // is: document.write
  mongoc_bulk_operation_delete(batch, one); // is: document.write
  mongoc_bulk_operation_delete_one(batch, one); // is: document.write
  mongoc_bulk_operation_execute(batch, reply, error); // is: document.write
  mongoc_bulk_operation_destroy(batch); // is: nothing
}

bool moveStock(mongoc_client_session_t *session, void *context, bson_t **reply, bson_error_t *error);

void transactions(mongoc_client_t *client, bson_t *reply, bson_error_t *error) {
  mongoc_client_session_t *session = mongoc_client_start_session(client, nullptr, error); // is: flows
  mongoc_client_session_start_transaction(session, nullptr, error); // is: begins transaction
  mongoc_client_session_commit_transaction(session, reply, error); // is: document.write; ends transaction
  mongoc_client_session_abort_transaction(session, error); // is: document.write; ends transaction
  mongoc_client_session_with_transaction(session, moveStock, nullptr, nullptr, reply, error); // is: runs once
  mongoc_client_session_get_client(session); // is: flows
  mongoc_client_session_destroy(session); // is: nothing
}
