// pkg-config: libmongoc-1.0
// Values inside a connection string count as those of a call do: 0 and more than 30 s are no deadline.
#include <mongoc/mongoc.h>
#include <string>

void ping(mongoc_client_t *client) {
  bson_t *command = BCON_NEW("ping", BCON_INT32(1));
  mongoc_client_command_simple(client, "admin", command, nullptr, nullptr, nullptr);
  bson_destroy(command);
  mongoc_client_destroy(client);
}

void fiveMinutes() {
  ping(mongoc_client_new("mongodb://db/shop?socketTimeoutMS=600000")); // expect: scale-missing-timeout "read timeout of 600 s"
}

void inMilliseconds() {
  ping(mongoc_client_new("mongodb://db/shop?socketTimeoutMS=30000")); // ok: 30 s are at the ceiling
}

void fromHost(const std::string &host) {
  std::string uri = "mongodb://" + host + "/shop";
  ping(mongoc_client_new(uri.c_str())); // expect: scale-missing-timeout "300 s by default"
}

void fromOptions(const std::string &options) {
  std::string uri = "mongodb://db/shop?" + options;
  ping(mongoc_client_new(uri.c_str())); // ok: the options may hold it
}
