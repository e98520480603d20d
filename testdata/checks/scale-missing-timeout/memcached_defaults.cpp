// libmemcached comes with defaults below the ceiling (connect 4 s, poll 5 s); only raising them matters.
#include <cstdlib>
#include <libmemcached/memcached.h>

void touch(memcached_st *cache) {
  size_t length = 0;
  uint32_t flags = 0;
  memcached_return_t code;
  free(memcached_get(cache, "greeting", 8, &length, &flags, &code));
  memcached_free(cache);
}

void withDefaults() {
  memcached_st *cache = memcached_create(nullptr); // ok: the library's defaults
  memcached_server_add(cache, "cache", 11211);
  touch(cache);
}

void patient() {
  memcached_st *cache = memcached_create(nullptr); // expect: scale-missing-timeout "timeout"
  memcached_server_add(cache, "cache", 11211);
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_POLL_TIMEOUT, 60000);
  touch(cache);
}

void impatient() {
  memcached_st *cache = memcached_create(nullptr); // ok: below the default
  memcached_server_add(cache, "cache", 11211);
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_POLL_TIMEOUT, 250);
  memcached_behavior_set(cache, MEMCACHED_BEHAVIOR_CONNECT_TIMEOUT, 250);
  touch(cache);
}
