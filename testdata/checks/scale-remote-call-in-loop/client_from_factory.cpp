// shows: other-file, factory, virtual
// The client is made by a factory or kept by a base class that also sends the requests.
//--- client.h
#pragma once
#include <httplib.h>
#include <memory>
#include <string>

class Client {
public:
  virtual ~Client() = default;
  virtual bool send(const std::string &text) = 0;
};

std::unique_ptr<Client> makeClient(const std::string &host);

class Service {
public:
  explicit Service(const std::string &host) : client_(host) {}

protected:
  bool get(const std::string &path);
  std::string addressOf(const std::string &name) const { return "/v1/" + name; }

private:
  httplib::Client client_;
};

//--- client.cpp
#include "client.h"

namespace {
class HttpClient : public Client {
public:
  explicit HttpClient(const std::string &host) : client_(host) {}
  bool send(const std::string &text) override {
    auto result = client_.Post("/v1/messages", text, "text/plain"); // ok: reported at the loop
    return result && result->status == 202;
  }

private:
  httplib::Client client_;
};
} // namespace

std::unique_ptr<Client> makeClient(const std::string &host) { return std::make_unique<HttpClient>(host); }

bool Service::get(const std::string &path) { // ok: reported at the loop
  auto result = client_.Get(path);
  return result && result->status == 200;
}

//--- senders.cpp
#include "client.h"
#include <vector>

int sendAll(const std::vector<std::string> &texts) {
  auto client = makeClient("messages");
  int sent = 0;
  for (const auto &text : texts)
    sent += client->send(text); // expect: scale-remote-call-in-loop "'texts'"
  return sent;
}

bool sendTogether(const std::vector<std::string> &texts) {
  std::string all;
  for (const auto &text : texts)
    all += text + "\n"; // ok: writes the body
  return makeClient("messages")->send(all); // ok: one request
}

class Stock : public Service {
public:
  Stock() : Service("stock") {}
  int known(const std::vector<std::string> &names) {
    int count = 0;
    for (const auto &name : names)
      count += get(addressOf(name)); // expect: scale-remote-call-in-loop "'names'"
    return count;
  }
  std::string addresses(const std::vector<std::string> &names) {
    std::string all;
    for (const auto &name : names)
      all += addressOf(name); // ok: only computes
    return all;
  }
};
