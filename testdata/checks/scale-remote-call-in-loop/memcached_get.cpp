// shows: multi-get, batch-per-shard
// memcached_get per key against memcached_mget and one walk over the answer.
#include <cstdlib>
#include <libmemcached/memcached.h>
#include <string>
#include <vector>

std::size_t bytesEach(memcached_st *cache, const std::vector<std::string> &keys) {
  std::size_t bytes = 0;
  for (const auto &key : keys) {
    size_t length = 0;
    uint32_t flags = 0;
    memcached_return_t code;
    char *value = memcached_get(cache, key.data(), key.size(), &length, &flags, &code); // expect: scale-remote-call-in-loop "'keys'"
    bytes += length;
    free(value);
  }
  return bytes;
}

std::size_t bytesTogether(memcached_st *cache, const std::vector<std::string> &keys) {
  std::vector<const char *> names;
  std::vector<size_t> lengths;
  for (const auto &key : keys) {
    names.push_back(key.data()); // ok: writes the list
    lengths.push_back(key.size());
  }
  memcached_mget(cache, names.data(), lengths.data(), names.size()); // ok: one multi-get
  std::size_t bytes = 0;
  memcached_return_t code;
  while (memcached_result_st *result = memcached_fetch_result(cache, nullptr, &code)) { // ok: walks the answer
    bytes += memcached_result_length(result);
    memcached_result_free(result);
  }
  return bytes;
}

void warmByShard(memcached_st *cache, const std::vector<std::vector<const char *>> &shards, const size_t *lengths) {
  for (const auto &keys : shards)
    memcached_mget(cache, keys.data(), lengths, keys.size()); // ok: one multi-get per shard
}

void dropEach(memcached_st *cache, std::vector<std::string> keys) {
  while (!keys.empty()) {
    memcached_delete(cache, keys.back().data(), keys.back().size(), 0); // expect: scale-remote-call-in-loop
    keys.pop_back();
  }
}
