// shows: fixed-walk, paging
// Invalidations and writes cost the same round trip as reads.
#include <array>
#include <hiredis/hiredis.h>
#include <map>
#include <string>
#include <vector>

class SessionCache {
public:
  explicit SessionCache(redisContext *context) : context_(context) {}

  void invalidate(const std::string &session) {
    freeReplyObject(redisCommand(context_, "DEL session:%s", session.c_str())); // ok: reported at the loops
  }

  void invalidateAll(const std::vector<std::string> &sessions) {
    for (const auto &session : sessions)
      invalidate(session); // expect: scale-remote-call-in-loop "'sessions'"
  }

  void store(const std::map<std::string, std::string> &fields) {
    for (const auto &[name, value] : fields)
      freeReplyObject(redisCommand(context_, "HSET profile %s %s", name.c_str(), value.c_str())); // expect: scale-remote-call-in-loop "'fields'"
  }

  void dropFixed() {
    for (const char *session : {"guest", "probe"})
      invalidate(session); // ok: braced list
    constexpr std::array<const char *, 3> regions{"eu", "us", "apac"};
    for (std::size_t i = 0; i < regions.size(); ++i)
      invalidate(regions[i]); // ok: std::array
  }

  void scan() {
    std::string cursor = "0";
    do {
      auto *reply = static_cast<redisReply *>(redisCommand(context_, "SCAN %s COUNT 1000", cursor.c_str())); // ok: paging
      cursor = reply->element[0]->str;
      freeReplyObject(reply);
    } while (cursor != "0");
  }

private:
  redisContext *context_;
};
