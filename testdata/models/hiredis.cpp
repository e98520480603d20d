// hiredis against the installed headers.
#include <cstdarg>
#include <cstdlib>
#include <hiredis/async.h>
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

redisContext *connectWithDeadlines() {
  redisContext *context = redisConnectWithTimeout("cache.internal", 6379, timeval{2, 0}); // is: session.open; creates "hiredis connection"
  redisSetTimeout(context, timeval{5, 0}); // is: sets read-timeout 5s; sets write-timeout 5s
  redisEnableKeepAlive(context); // is: nothing
  return context;
}

void connections(const char *path) {
  redisContext *plain = redisConnect("cache.internal", 6379); // is: session.open; creates "hiredis connection"
  redisContext *local = redisConnectUnix(path); // is: session.open; creates "hiredis connection"
  redisContext *bounded = redisConnectUnixWithTimeout(path, timeval{0, 500000}); // is: session.open; creates "hiredis connection"
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
  redisCommand(context, "LRANGE %s 0 49", key); // is: cache.read "LRANGE {} 0 49"
}

void batches(redisContext *context) {
  redisCommand(context, "MGET price:1 price:2 price:3"); // is: cache.read "MGET price:1 price:2 price:3"
  redisCommand(context, "MSET price:1 %d price:2 %d", 10, 20); // is: cache.write "MSET price:1 {} price:2 {}"
}

void commands(redisContext *context, const char *key, va_list rest, int count, const char **words, const size_t *lengths) {
  redisCommand(context, "SETEX %s 300 %s", key, "open"); // is: cache.write "SETEX {} 300 {}"
  redisCommand(context, "PUBLISH orders %s", key); // is: queue.publish "PUBLISH orders {}"
  redisCommand(context, "BLPOP jobs 5"); // is: queue.consume "BLPOP jobs 5"
  redisCommand(context, "PING"); // is: cache.command "PING"
  redisvCommand(context, "EVAL %s 0", rest); // is: cache.command "EVAL {} 0"
  redisCommandArgv(context, count, words, lengths); // is: cache.command
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
  redisAsyncCommand(context, onReply, nullptr, "GET %s", "a"); // is: cache.command "GET {}"; runs on-event-loop
  redisvAsyncCommand(context, onReply, nullptr, "GET %s", rest); // is: cache.command "GET {}"; runs on-event-loop
  redisAsyncCommandArgv(context, onReply, nullptr, 2, words, nullptr); // is: cache.command; runs on-event-loop
  redisAsyncFormattedCommand(context, onReply, nullptr, "PING\r\n", 6); // is: cache.command; runs on-event-loop
  redisAsyncHandleRead(context); // is: nothing
  redisAsyncDisconnect(context); // is: session.close
  redisAsyncFree(context); // is: session.close
}
