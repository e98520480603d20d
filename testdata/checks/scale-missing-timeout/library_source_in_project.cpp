// The library's own source is part of the project: constructors that hand on to others of the client make no
// client of their own, and settings that one client takes over from another are set.
//--- httplib.h
#pragma once
#include <ctime>
#include <memory>
#include <string>

namespace httplib {
struct Result {
  int status = 0;
};

class ClientImpl {
public:
  explicit ClientImpl(const std::string &host) : ClientImpl(host, 80) {}       // ok: the caller makes it
  ClientImpl(const std::string &host, int port) : host_(host), port_(port) {}
  Result Get(const std::string &path);
  void set_connection_timeout(time_t seconds, time_t microseconds = 0);
  Result redirected(const std::string &host, const std::string &path) {
    ClientImpl next(host); // ok: waits as long as this one does
    next.copy_settings(*this);
    return next.Get(path);
  }

protected:
  void copy_settings(const ClientImpl &other) { seconds_ = other.seconds_; }

private:
  std::string host_;
  int port_;
  time_t seconds_ = 300;
};

class SSLClient : public ClientImpl {
public:
  explicit SSLClient(const std::string &host) : SSLClient(host, 443) {}        // ok: the caller makes it
  SSLClient(const std::string &host, int port) : ClientImpl(host, port) {}     // ok: the caller makes it
};
} // namespace httplib
//--- rates.cpp
#include "httplib.h"

int rates(const std::string &host) {
  httplib::SSLClient client(host); // expect: scale-missing-timeout "connect timeout of 300 s"
  return client.Get("/v1/rates").status;
}

// Own clients that derive from the library's: the base is what is made.
class RatesClient : public httplib::SSLClient {
public:
  explicit RatesClient(const std::string &host) : SSLClient(host) {} // expect: scale-missing-timeout "connect timeout of 300 s"
  int today() { return Get("/v1/rates/today").status; }
};

int today() { return RatesClient("rates.example").today(); }
