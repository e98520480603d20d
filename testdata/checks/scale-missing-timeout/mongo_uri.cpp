// pkg-config: libmongoc-1.0
// shows: in-connection-string, in-options-struct
// The MongoDB driver connects within 10 s by default but waits 5 minutes for an answer.
#include <mongoc/mongoc.h>

void ping(mongoc_client_t *client) {
  bson_t *command = BCON_NEW("ping", BCON_INT32(1));
  mongoc_client_command_simple(client, "admin", command, nullptr, nullptr, nullptr);
  bson_destroy(command);
  mongoc_client_destroy(client);
}

void bare() {
  mongoc_client_t *client = mongoc_client_new("mongodb://db/shop"); // expect: scale-missing-timeout "timeout"
  ping(client);
}

void inUri() {
  mongoc_client_t *client = mongoc_client_new("mongodb://db/shop?socketTimeoutMS=8000&retryReads=true"); // ok: in the URI
  ping(client);
}

void byOption() {
  mongoc_uri_t *uri = mongoc_uri_new("mongodb://db/shop");
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_SOCKETTIMEOUTMS, 8000);
  mongoc_client_t *client = mongoc_client_new_from_uri(uri); // ok: set on the URI it is made from
  ping(client);
  mongoc_uri_destroy(uri);
}

void otherOption() {
  mongoc_uri_t *uri = mongoc_uri_new("mongodb://db/shop");
  mongoc_uri_set_option_as_int32(uri, MONGOC_URI_CONNECTTIMEOUTMS, 3000);
  mongoc_client_t *client = mongoc_client_new_from_uri(uri); // expect: scale-missing-timeout "timeout"
  ping(client);
  mongoc_uri_destroy(uri);
}
