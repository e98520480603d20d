// libmemcached's C calls and its C++ class against the installed headers.
#include <cstdlib>
#include <cstring>
#include <libmemcached/memcached.h>
#include <libmemcached/memcached.hpp>
#include <libmemcached/util.h>
#include <map>
#include <string>
#include <vector>

memcached_st *connectWithDeadlines() {
  memcached_st *cache = memcached("--SERVER=cache.internal", 23); // is: session.open; creates "libmemcached context"
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT, 2000); // is: sets connect-timeout 2s
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_POLL_TIMEOUT, 1000); // is: sets read-timeout 1s
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_RCV_TIMEOUT, 500000); // is: sets read-timeout 500ms
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_SND_TIMEOUT, 500000); // is: sets write-timeout 500ms
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_TCP_NODELAY, 1); // is: nothing
  return cache;
}

void pools(memcached_st *cache, timespec wait) {
  memcached_return_t status;
  memcached_pool_st *pool = memcached_pool_create(cache, 4, 16); // is: flows
  memcached_pool_behavior_set(pool, MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT, 2000); // is: sets connect-timeout 2s
  memcached_pool_behavior_set(pool, MEMCACHED_BEHAVIOR_POLL_TIMEOUT, 2000); // is: sets read-timeout 2s
  memcached_pool_behavior_set(pool, MEMCACHED_BEHAVIOR_RCV_TIMEOUT, 500000); // is: sets read-timeout 500ms
  memcached_pool_behavior_set(pool, MEMCACHED_BEHAVIOR_SND_TIMEOUT, 500000); // is: sets write-timeout 500ms
  memcached_st *one = memcached_pool_pop(pool, true, &status); // is: session.checkout; flows
  memcached_pool_push(pool, one); // is: session.return
  one = memcached_pool_fetch(pool, &wait, &status); // is: session.checkout; flows
  memcached_pool_release(pool, one); // is: session.return
  memcached_pool_destroy(pool); // is: nothing
  memcached_st *fresh = memcached_create(nullptr); // is: session.open; creates "libmemcached context"; flows
  memcached_st *copy = memcached_clone(nullptr, fresh); // is: session.open; creates "libmemcached context"
  memcached_server_add(copy, "cache.internal", 11211); // is: nothing
  memcached_quit(copy); // is: session.close
  memcached_free(fresh); // is: session.close
}

memcached_return_t onValue(const memcached_st *cache, memcached_result_st *result, void *context);

void reads(memcached_st *cache, const std::vector<const char *> &keys, const std::vector<size_t> &lengths) {
  size_t length = 0;
  uint32_t flags = 0;
  memcached_return_t status;
  memcached_execute_fn callbacks[] = {onValue};
  free(memcached_get(cache, "price:1", 7, &length, &flags, &status)); // is: cache.read "price:1"
  free(memcached_get_by_key(cache, "eu", 2, "price:1", 7, &length, &flags, &status)); // is: cache.read "price:1"
  memcached_exist(cache, "price:1", 7); // is: cache.read "price:1"
  memcached_exist_by_key(cache, "eu", 2, "price:1", 7); // is: cache.read "price:1"
  memcached_mget(cache, keys.data(), lengths.data(), keys.size()); // is: cache.read
  char key[MEMCACHED_MAX_KEY];
  size_t keyLength = 0;
  while (char *value = memcached_fetch(cache, key, &keyLength, &length, &flags, &status)) // is: receive-response
    free(value);
  memcached_mget_by_key(cache, "eu", 2, keys.data(), lengths.data(), keys.size()); // is: cache.read
  memcached_result_st *result = memcached_fetch_result(cache, nullptr, &status); // is: receive-response
  memcached_result_free(result); // is: nothing
  memcached_mget_execute(cache, keys.data(), lengths.data(), keys.size(), callbacks, nullptr, 1); // is: cache.read; runs once
  memcached_fetch_execute(cache, callbacks, nullptr, 1); // is: receive-response; runs once
  memcached_mget_execute_by_key(cache, "eu", 2, keys.data(), lengths.data(), keys.size(), callbacks, nullptr, 1); // is: cache.read
}

void writes(memcached_st *cache, uint64_t *counter) {
  memcached_set(cache, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_set_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_add(cache, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_add_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_replace(cache, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_replace_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_append(cache, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_append_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_prepend(cache, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_prepend_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0); // is: cache.write "price:1"
  memcached_cas(cache, "price:1", 7, "9.90", 4, 300, 0, 12); // is: cache.write "price:1"
  memcached_cas_by_key(cache, "eu", 2, "price:1", 7, "9.90", 4, 300, 0, 12); // is: cache.write "price:1"
  memcached_delete(cache, "price:1", 7, 0); // is: cache.write "price:1"
  memcached_delete_by_key(cache, "eu", 2, "price:1", 7, 0); // is: cache.write "price:1"
  memcached_touch(cache, "price:1", 7, 0); // is: cache.write "price:1"
  memcached_touch_by_key(cache, "eu", 2, "price:1", 7, 0); // is: cache.write "price:1"
  memcached_increment(cache, "hits", 4, 1, counter); // is: cache.write "hits"
  memcached_increment_by_key(cache, "eu", 2, "hits", 4, 1, counter); // is: cache.write "hits"
  memcached_increment_with_initial(cache, "hits", 4, 1, 0, 300, counter); // is: cache.write "hits"
  memcached_increment_with_initial_by_key(cache, "eu", 2, "hits", 4, 1, 0, 300, counter); // is: cache.write "hits"
  memcached_decrement(cache, "hits", 4, 1, counter); // is: cache.write "hits"
  memcached_decrement_by_key(cache, "eu", 2, "hits", 4, 1, counter); // is: cache.write "hits"
  memcached_decrement_with_initial(cache, "hits", 4, 1, 0, 300, counter); // is: cache.write "hits"
  memcached_decrement_with_initial_by_key(cache, "eu", 2, "hits", 4, 1, 0, 300, counter); // is: cache.write "hits"
  memcached_flush_buffers(cache); // is: receive-response
  memcached_flush(cache, 0); // is: cache.command
  memcached_version(cache); // is: cache.command
  memcached_return_t status;
  memcached_stat_st *stats = memcached_stat(cache, nullptr, &status); // is: cache.command
  memcached_stat_free(cache, stats); // is: nothing
}

void classes(std::vector<char> &value, const std::vector<std::string> &keys,
             const std::map<const std::string, std::vector<char>> &values) {
  memcache::Memcache cache("cache.internal", 11211); // is: session.open; creates "libmemcached context"
  cache.setBehavior(MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT, 2000); // is: sets connect-timeout 2s
  cache.setBehavior(MEMCACHED_BEHAVIOR_POLL_TIMEOUT, 1000); // is: sets read-timeout 1s
  cache.setBehavior(MEMCACHED_BEHAVIOR_RCV_TIMEOUT, 500000); // is: sets read-timeout 500ms
  cache.setBehavior(MEMCACHED_BEHAVIOR_SND_TIMEOUT, 500000); // is: sets write-timeout 500ms
  cache.setBehavior(MEMCACHED_BEHAVIOR_VERIFY_KEY, 1); // is: nothing
  uint64_t counter = 0;
  std::string key;
  cache.get("price:1", value); // is: cache.read "price:1"
  cache.getByKey("eu", "price:1", value); // is: cache.read "price:1"
  cache.mget(keys); // is: cache.read
  cache.fetch(key, value); // is: receive-response
  cache.set("price:1", value, 300, 0); // is: cache.write "price:1"
  cache.setByKey("eu", "price:1", value, 300, 0); // is: cache.write "price:1"
  cache.setAll(values, 300, 0); // is: cache.write
  cache.add("price:1", value); // is: cache.write "price:1"
  cache.addByKey("eu", "price:1", value); // is: cache.write "price:1"
  cache.replace("price:1", value); // is: cache.write "price:1"
  cache.replaceByKey("eu", "price:1", value); // is: cache.write "price:1"
  cache.append("price:1", value); // is: cache.write "price:1"
  cache.appendByKey("eu", "price:1", value); // is: cache.write "price:1"
  cache.prepend("price:1", value); // is: cache.write "price:1"
  cache.prependByKey("eu", "price:1", value); // is: cache.write "price:1"
  cache.cas("price:1", value, 12); // is: cache.write "price:1"
  cache.casByKey("eu", "price:1", value, 12); // is: cache.write "price:1"
  cache.remove("price:1"); // is: cache.write "price:1"
  cache.removeByKey("eu", "price:1"); // is: cache.write "price:1"
  cache.increment("hits", 1, &counter); // is: cache.write "hits"
  cache.decrement("hits", 1, &counter); // is: cache.write "hits"
  cache.flush(); // is: cache.command
  std::map<std::string, std::map<std::string, std::string>> stats;
  cache.getStats(stats); // is: cache.command
  cache.error(); // is: nothing
}
