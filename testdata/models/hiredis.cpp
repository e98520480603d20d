// hiredis against the installed headers.
#include <cstdarg>
#include <cstdlib>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

redisContext *connectWithDeadlines() {
  redisContext *context = redisConnectWithTimeout("cache.internal", 6379, timeval{2, 0}); // is: session.open; creates "hiredis connection"; sets connect-timeout 2s
  redisSetTimeout(context, timeval{5, 0}); // is: sets read-timeout 5s; sets write-timeout 5s
  redisEnableKeepAlive(context); // is: nothing
  return context;
}

void connections(const char *path) {
  redisContext *plain = redisConnect("cache.internal", 6379); // is: session.open; creates "hiredis connection"
  redisContext *local = redisConnectUnix(path); // is: session.open; creates "hiredis connection"
  redisContext *bounded = redisConnectUnixWithTimeout(path, timeval{0, 500000}); // is: session.open; creates "hiredis connection"; sets connect-timeout 500ms
  redisContext *quick = redisConnectNonBlock("cache.internal", 6379); // is: session.open
  if (plain->err)
    redisReconnect(plain); // is: session.open
  redisFree(plain); // is: session.close
  redisFree(local); // is: session.close
  redisFree(bounded); // is: session.close
  redisFree(quick); // is: session.close
}

std::string sessionOf(redisContext *context, const std::string &user) {
  auto *reply = static_cast<redisReply *>(redisCommand(context, "GET session:%s", user.c_str())); // is: cache.read "GET session:{}"
  std::string value = reply && reply->str ? reply->str : "";
  freeReplyObject(reply); // is: nothing
  return value;
}

void collections(redisContext *context, const char *key) {
  redisCommand(context, "KEYS user:*"); // is: cache.read "KEYS user:*" rows=materialised
  redisCommand(context, "SMEMBERS %s", key); // is: cache.read "SMEMBERS {}" rows=materialised
  redisCommand(context, "LRANGE %s 0 -1", key); // is: cache.read "LRANGE {} 0 -1" rows=materialised
  redisCommand(context, "ZRANGE scores 0 -1"); // is: cache.read "ZRANGE scores 0 -1" rows=materialised
  redisCommand(context, "ZREVRANGE scores 0 -1"); // is: cache.read "ZREVRANGE scores 0 -1" rows=materialised
  redisCommand(context, "XRANGE orders - +"); // is: cache.read "XRANGE orders - +" rows=materialised
  redisCommand(context, "LRANGE %s 0 49", key); // is: cache.read "LRANGE {} 0 49"
}

void batches(redisContext *context) {
  redisCommand(context, "MGET price:1 price:2 price:3"); // is: cache.read "MGET price:1 price:2 price:3"
  redisCommand(context, "MSET price:1 %d price:2 %d", 10, 20); // is: cache.write "MSET price:1 10 price:2 20"
}

void commands(redisContext *context, const char *key, va_list rest, int count, const char **words, const size_t *lengths) {
  redisCommand(context, "SETEX %s 300 %s", key, "open"); // is: cache.write "SETEX {} 300 open"
  redisCommand(context, "PUBLISH orders %s", key); // is: queue.publish "PUBLISH orders {}"
  redisCommand(context, "BLPOP jobs 5"); // is: queue.consume "BLPOP jobs 5"
  redisCommand(context, "PING"); // is: cache.command "PING"
  redisvCommand(context, "EVAL %s 0", rest); // is: cache.command "EVAL {} 0"
  redisCommandArgv(context, count, words, lengths); // is: cache.command
}

// Every command that a row names; the first word tells what it does.
void everyCommand(redisContext *context) {
  redisCommand(context, "HGETALL limits"); // is: cache.read "HGETALL limits" rows=materialised
  redisCommand(context, "HKEYS limits"); // is: cache.read "HKEYS limits" rows=materialised
  redisCommand(context, "HVALS limits"); // is: cache.read "HVALS limits" rows=materialised
  redisCommand(context, "SUNION a b"); // is: cache.read "SUNION a b" rows=materialised
  redisCommand(context, "SDIFF a b"); // is: cache.read "SDIFF a b" rows=materialised
  redisCommand(context, "SINTER a b"); // is: cache.read "SINTER a b" rows=materialised
  redisCommand(context, "HMGET limits a b"); // is: cache.read "HMGET limits a b"
  redisCommand(context, "HGET limits a"); // is: cache.read "HGET limits a"
  redisCommand(context, "EXISTS a"); // is: cache.read "EXISTS a"
  redisCommand(context, "HEXISTS limits a"); // is: cache.read "HEXISTS limits a"
  redisCommand(context, "TTL a"); // is: cache.read "TTL a"
  redisCommand(context, "PTTL a"); // is: cache.read "PTTL a"
  redisCommand(context, "TYPE a"); // is: cache.read "TYPE a"
  redisCommand(context, "STRLEN text"); // is: cache.read "STRLEN text"
  redisCommand(context, "GETRANGE text 0 9"); // is: cache.read "GETRANGE text 0 9"
  redisCommand(context, "GETBIT flags 7"); // is: cache.read "GETBIT flags 7"
  redisCommand(context, "LLEN jobs"); // is: cache.read "LLEN jobs"
  redisCommand(context, "LINDEX jobs 0"); // is: cache.read "LINDEX jobs 0"
  redisCommand(context, "SCARD open"); // is: cache.read "SCARD open"
  redisCommand(context, "SISMEMBER open 7"); // is: cache.read "SISMEMBER open 7"
  redisCommand(context, "HLEN limits"); // is: cache.read "HLEN limits"
  redisCommand(context, "ZCARD scores"); // is: cache.read "ZCARD scores"
  redisCommand(context, "ZSCORE scores a"); // is: cache.read "ZSCORE scores a"
  redisCommand(context, "ZRANK scores a"); // is: cache.read "ZRANK scores a"
  redisCommand(context, "ZCOUNT scores 1 9"); // is: cache.read "ZCOUNT scores 1 9"
  redisCommand(context, "ZRANGE scores 0 9"); // is: cache.read "ZRANGE scores 0 9"
  redisCommand(context, "ZREVRANGE scores 0 9"); // is: cache.read "ZREVRANGE scores 0 9"
  redisCommand(context, "ZRANGEBYSCORE scores 1 9"); // is: cache.read "ZRANGEBYSCORE scores 1 9"
  redisCommand(context, "SCAN 0"); // is: cache.read "SCAN 0"
  redisCommand(context, "SSCAN open 0"); // is: cache.read "SSCAN open 0"
  redisCommand(context, "HSCAN limits 0"); // is: cache.read "HSCAN limits 0"
  redisCommand(context, "ZSCAN scores 0"); // is: cache.read "ZSCAN scores 0"
  redisCommand(context, "XRANGE orders 1 9"); // is: cache.read "XRANGE orders 1 9"
  redisCommand(context, "XLEN orders"); // is: cache.read "XLEN orders"
  redisCommand(context, "PFCOUNT visitors"); // is: cache.read "PFCOUNT visitors"
  redisCommand(context, "GEORADIUS shops 15 37 10 km"); // is: cache.read "GEORADIUS shops 15 37 10 km"
  redisCommand(context, "MSETNX a 1 b 2"); // is: cache.write "MSETNX a 1 b 2"
  redisCommand(context, "HMSET limits a 1 b 2"); // is: cache.write "HMSET limits a 1 b 2"
  redisCommand(context, "SET a 1"); // is: cache.write "SET a 1"
  redisCommand(context, "PSETEX a 500 1"); // is: cache.write "PSETEX a 500 1"
  redisCommand(context, "SETNX a 1"); // is: cache.write "SETNX a 1"
  redisCommand(context, "GETSET a 1"); // is: cache.write "GETSET a 1"
  redisCommand(context, "APPEND text x"); // is: cache.write "APPEND text x"
  redisCommand(context, "SETRANGE text 0 x"); // is: cache.write "SETRANGE text 0 x"
  redisCommand(context, "SETBIT flags 7 1"); // is: cache.write "SETBIT flags 7 1"
  redisCommand(context, "DEL a"); // is: cache.write "DEL a"
  redisCommand(context, "UNLINK a"); // is: cache.write "UNLINK a"
  redisCommand(context, "EXPIRE a 60"); // is: cache.write "EXPIRE a 60"
  redisCommand(context, "PEXPIRE a 500"); // is: cache.write "PEXPIRE a 500"
  redisCommand(context, "EXPIREAT a 1700000000"); // is: cache.write "EXPIREAT a 1700000000"
  redisCommand(context, "PERSIST a"); // is: cache.write "PERSIST a"
  redisCommand(context, "RENAME a b"); // is: cache.write "RENAME a b"
  redisCommand(context, "INCR a"); // is: cache.write "INCR a"
  redisCommand(context, "INCRBY hits 2"); // is: cache.write "INCRBY hits 2"
  redisCommand(context, "DECR a"); // is: cache.write "DECR a"
  redisCommand(context, "DECRBY hits 2"); // is: cache.write "DECRBY hits 2"
  redisCommand(context, "HSET limits a 1"); // is: cache.write "HSET limits a 1"
  redisCommand(context, "HSETNX limits a 1"); // is: cache.write "HSETNX limits a 1"
  redisCommand(context, "HDEL limits a"); // is: cache.write "HDEL limits a"
  redisCommand(context, "HINCRBY limits a 1"); // is: cache.write "HINCRBY limits a 1"
  redisCommand(context, "LPUSH jobs a"); // is: cache.write "LPUSH jobs a"
  redisCommand(context, "RPUSH jobs a"); // is: cache.write "RPUSH jobs a"
  redisCommand(context, "LPOP jobs"); // is: cache.write "LPOP jobs"
  redisCommand(context, "RPOP jobs"); // is: cache.write "RPOP jobs"
  redisCommand(context, "LTRIM jobs 0 99"); // is: cache.write "LTRIM jobs 0 99"
  redisCommand(context, "LREM jobs 1 a"); // is: cache.write "LREM jobs 1 a"
  redisCommand(context, "LSET jobs 0 a"); // is: cache.write "LSET jobs 0 a"
  redisCommand(context, "SADD open 7"); // is: cache.write "SADD open 7"
  redisCommand(context, "SREM open 7"); // is: cache.write "SREM open 7"
  redisCommand(context, "SPOP open"); // is: cache.write "SPOP open"
  redisCommand(context, "ZADD scores 1 a"); // is: cache.write "ZADD scores 1 a"
  redisCommand(context, "ZREM scores a"); // is: cache.write "ZREM scores a"
  redisCommand(context, "ZINCRBY scores 1 a"); // is: cache.write "ZINCRBY scores 1 a"
  redisCommand(context, "ZREMRANGEBYSCORE scores 1 9"); // is: cache.write "ZREMRANGEBYSCORE scores 1 9"
  redisCommand(context, "PFADD visitors a"); // is: cache.write "PFADD visitors a"
  redisCommand(context, "XADD orders * id 7"); // is: queue.publish "XADD orders * id 7"
  redisCommand(context, "BRPOP jobs 5"); // is: queue.consume "BRPOP jobs 5"
  redisCommand(context, "BRPOPLPUSH jobs done 5"); // is: queue.consume "BRPOPLPUSH jobs done 5"
  redisCommand(context, "XREAD STREAMS orders 0"); // is: queue.consume "XREAD STREAMS orders 0"
  redisCommand(context, "XREADGROUP GROUP g c STREAMS orders >"); // is: queue.consume "XREADGROUP GROUP g c STREAMS orders >"
  redisCommand(context, "SUBSCRIBE orders"); // is: queue.consume "SUBSCRIBE orders"
  redisCommand(context, "PSUBSCRIBE order.*"); // is: queue.consume "PSUBSCRIBE order.*"
  redisAppendCommand(context, "KEYS user:*"); // is: cache.read "KEYS user:*"
  redisAppendCommand(context, "SMEMBERS open"); // is: cache.read "SMEMBERS open"
  redisAppendCommand(context, "HKEYS limits"); // is: cache.read "HKEYS limits"
  redisAppendCommand(context, "HVALS limits"); // is: cache.read "HVALS limits"
  redisAppendCommand(context, "MGET a b"); // is: cache.read "MGET a b"
  redisAppendCommand(context, "HGET limits a"); // is: cache.read "HGET limits a"
  redisAppendCommand(context, "HMGET limits a b"); // is: cache.read "HMGET limits a b"
  redisAppendCommand(context, "EXISTS a"); // is: cache.read "EXISTS a"
  redisAppendCommand(context, "TTL a"); // is: cache.read "TTL a"
  redisAppendCommand(context, "LLEN jobs"); // is: cache.read "LLEN jobs"
  redisAppendCommand(context, "LRANGE jobs 0 9"); // is: cache.read "LRANGE jobs 0 9"
  redisAppendCommand(context, "SCARD open"); // is: cache.read "SCARD open"
  redisAppendCommand(context, "SISMEMBER open 7"); // is: cache.read "SISMEMBER open 7"
  redisAppendCommand(context, "ZRANGE scores 0 9"); // is: cache.read "ZRANGE scores 0 9"
  redisAppendCommand(context, "ZSCORE scores a"); // is: cache.read "ZSCORE scores a"
}

// %b takes a pointer and a length: what follows it is not read.
void binaryCommands(redisContext *context, const char *key, const char *bytes, size_t size) {
  redisCommand(context, "SETEX %b %d %b", key, size, 60, bytes, size); // is: cache.write "SETEX {} {} {}"
  redisCommand(context, "LRANGE %b 0 -1", key, size); // is: cache.read "LRANGE {} 0 -1" rows=materialised
}

void pipeline(redisContext *context, const std::vector<std::string> &keys, va_list rest, const char **words) {
  for (const std::string &key : keys)
    redisAppendCommand(context, "GET %s", key.c_str()); // is: cache.read "GET {}"
  redisAppendCommand(context, "HGETALL limits"); // is: cache.read "HGETALL limits"
  redisAppendCommand(context, "INCR hits"); // is: cache.command "INCR hits"
  redisvAppendCommand(context, "SET %s 1", rest); // is: cache.command "SET {} 1"
  redisAppendCommandArgv(context, 2, words, nullptr); // is: cache.command
  char *formatted = nullptr;
  int length = redisFormatCommand(&formatted, "GET %s", "a"); // is: nothing
  redisAppendFormattedCommand(context, formatted, length); // is: cache.command
  void *reply = nullptr;
  for (size_t i = 0; i < keys.size(); ++i)
    redisGetReply(context, &reply); // is: receive-response
}

void onReply(redisAsyncContext *context, void *reply, void *data);
void onConnect(const redisAsyncContext *context, int status);

void asynchronous(va_list rest, const char **words) {
  redisAsyncContext *context = redisAsyncConnect("cache.internal", 6379); // is: session.open
  redisAsyncConnectBind("cache.internal", 6379, "10.0.0.1"); // is: session.open
  redisAsyncConnectUnix("/run/redis.sock"); // is: session.open
  redisAsyncSetConnectCallback(context, onConnect); // is: runs on-event-loop
  redisAsyncSetDisconnectCallback(context, onConnect); // is: runs on-event-loop
  redisAsyncCommand(context, onReply, nullptr, "GET %s", "a"); // is: cache.command "GET a"; runs on-event-loop
  redisvAsyncCommand(context, onReply, nullptr, "GET %s", rest); // is: cache.command "GET {}"; runs on-event-loop
  redisAsyncCommandArgv(context, onReply, nullptr, 2, words, nullptr); // is: cache.command; runs on-event-loop
  redisAsyncFormattedCommand(context, onReply, nullptr, "PING\r\n", 6); // is: cache.command; runs on-event-loop
  redisAsyncHandleRead(context); // is: nothing
  redisAsyncDisconnect(context); // is: session.close
  redisAsyncFree(context); // is: session.close
}
