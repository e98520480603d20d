// The prefix is a constant of a header, the path is put together.
//--- paths.h
#pragma once
#include <string>

inline const std::string kApi = "/api";
inline const std::string kCurrent = "/api/v3";
constexpr const char *kPrices = "/v2/prices";
constexpr const char *kOffers = "/offers";

//--- routes.cpp
#include "paths.h"
#include <httplib.h>

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void registerRoutes(httplib::Server &server) {
  server.Get(kCurrent + "/stores", ok); // ok: the prefix has a version
  server.Get(kApi + "/stores", ok); // expect: scale-unversioned-route "/api/stores"
  server.Get(kPrices, ok); // ok: v2
  server.Get(kOffers, ok); // expect: scale-unversioned-route "/offers"
  const std::string admin = kCurrent + "/admin";
  server.Post(admin + "/users", ok); // ok: the prefix has a version
}
