// shows: other-file
// A Thrift client as the compiler generates it: send_ and recv_ over the protocol are one call.
//--- spelling_client.h
#pragma once
#include <memory>
#include <string>
#include <thrift/protocol/TProtocol.h>

namespace spelling {
class SpellingClient {
public:
  explicit SpellingClient(std::shared_ptr<apache::thrift::protocol::TProtocol> protocol)
      : iprot_(protocol.get()), oprot_(protocol.get()), protocol_(std::move(protocol)) {}
  bool check(const std::string &word);
  void send_check(const std::string &word);
  bool recv_check();

private:
  apache::thrift::protocol::TProtocol *iprot_, *oprot_;
  std::shared_ptr<apache::thrift::protocol::TProtocol> protocol_;
};
} // namespace spelling

//--- spelling_client.cpp
#include "spelling_client.h"

namespace spelling {
bool SpellingClient::check(const std::string &word) {
  send_check(word);
  return recv_check();
}

void SpellingClient::send_check(const std::string &word) {
  oprot_->writeMessageBegin("check", apache::thrift::protocol::T_CALL, 0);
  oprot_->writeString(word);
  oprot_->writeMessageEnd();
  oprot_->getTransport()->writeEnd();
  oprot_->getTransport()->flush(); // ok: reported at the loop
}

bool SpellingClient::recv_check() {
  int32_t sequence = 0;
  std::string name;
  apache::thrift::protocol::TMessageType type;
  iprot_->readMessageBegin(name, type, sequence); // ok: the answer of the same call
  bool correct = false;
  iprot_->readBool(correct);
  iprot_->readMessageEnd();
  iprot_->getTransport()->readEnd();
  return correct;
}
} // namespace spelling

//--- proofreader.cpp
#include "spelling_client.h"
#include <vector>

int misspelt(spelling::SpellingClient &client, const std::vector<std::string> &words) {
  int count = 0;
  for (const auto &word : words)
    count += !client.check(word); // expect: scale-remote-call-in-loop "'words'"
  return count;
}

bool title(spelling::SpellingClient &client, const std::vector<std::string> &words) {
  std::string all;
  for (const auto &word : words)
    all += word + " "; // ok: writes the text
  return client.check(all); // ok: one call
}
