// shows: multi-get, pipelining
// A GET per key, and the multi-get and the pipeline that replace it.
#include <hiredis/hiredis.h>
#include <string>
#include <vector>

std::vector<std::string> each(redisContext *cache, const std::vector<std::string> &keys) {
  std::vector<std::string> values;
  for (const auto &key : keys) {
    auto *reply = static_cast<redisReply *>(redisCommand(cache, "GET %s", key.c_str())); // expect: scale-remote-call-in-loop "'keys'"
    if (reply->type == REDIS_REPLY_STRING)
      values.emplace_back(reply->str, reply->len);
    freeReplyObject(reply); // ok: frees memory
  }
  return values;
}

std::vector<std::string> together(redisContext *cache, const std::vector<std::string> &keys) {
  std::vector<const char *> arguments{"MGET"};
  for (const auto &key : keys)
    arguments.push_back(key.c_str()); // ok: writes the command
  auto *reply = static_cast<redisReply *>(
      redisCommandArgv(cache, static_cast<int>(arguments.size()), arguments.data(), nullptr)); // ok: one multi-get
  std::vector<std::string> values;
  for (std::size_t i = 0; i < reply->elements; ++i)
    values.emplace_back(reply->element[i]->str ? reply->element[i]->str : ""); // ok: walks the answer
  freeReplyObject(reply);
  return values;
}

void pipelined(redisContext *cache, const std::vector<std::string> &keys) {
  for (const auto &key : keys)
    redisAppendCommand(cache, "GET %s", key.c_str()); // ok: only buffered
  for (std::size_t i = 0; i < keys.size(); ++i) {
    void *reply = nullptr;
    redisGetReply(cache, &reply); // ok: takes an answer of the pipeline
    freeReplyObject(reply);
  }
}
