// shows: other-file, virtual
// The call is behind an interface, in another unit.
//--- gateway.h
#pragma once
struct Gateway {
  virtual ~Gateway() = default;
  virtual bool charge(int order) = 0;
};
Gateway &gateway();

//--- gateway.cpp
#include "gateway.h"
#include <curl/curl.h>

struct CurlGateway : Gateway {
  CURL *handle = nullptr;
  bool charge(int) override { return curl_easy_perform(handle) == CURLE_OK; } // ok: the transaction is the caller's
};

Gateway &gateway() {
  static CurlGateway made;
  return made;
}

//--- orders.cpp
#include "gateway.h"
#include <pqxx/pqxx>

void pay(pqxx::connection &connection, int order) {
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true"); // ok: the transaction's own statement
  if (gateway().charge(order)) // expect: scale-transaction-across-remote-call "HTTP request"
    tx.commit();
}

void payFirst(pqxx::connection &connection, int order) {
  if (!gateway().charge(order)) // ok: no transaction yet
    return;
  pqxx::work tx(connection);
  tx.exec("UPDATE orders SET paid = true"); // ok: the transaction's own statement
  tx.commit();
}
