// shows: in-connection-string
// libpqxx hands its connection string to libpq: the keys in the text are the settings.
//--- settings.h
#pragma once
#include <string>

struct DatabaseSettings {
  std::string host = "db";
  int connectSeconds = 3;
};

std::string conninfo(const DatabaseSettings &settings);

//--- settings.cpp
#include "settings.h"

std::string conninfo(const DatabaseSettings &settings) {
  return "host=" + settings.host + " connect_timeout=" + std::to_string(settings.connectSeconds) +
         " options='-c statement_timeout=4000'";
}

//--- store.cpp
#include "settings.h"
#include <cstdlib>
#include <memory>
#include <pqxx/pqxx>

constexpr const char *kPlain = "host=db dbname=shop user=shop";

long count(pqxx::connection &connection) {
  pqxx::read_transaction tx(connection);
  return tx.exec1("SELECT count(*) FROM orders")[0].as<long>();
}

long bare() {
  pqxx::connection connection(kPlain); // expect: scale-missing-timeout "timeout"
  return count(connection);
}

long configured(const DatabaseSettings &settings) {
  pqxx::connection connection(conninfo(settings)); // ok: the text is put together in another unit
  return count(connection);
}

long fromEnvironment() {
  pqxx::connection connection(std::getenv("DATABASE_URL")); // ok: what this text says is not known
  return count(connection);
}

class Store {
public:
  Store()
      : connection_(std::make_unique<pqxx::connection>("connect_timeout=3")) {} // expect: scale-missing-timeout (note) "timeout"
  long orders() { return count(*connection_); }

private:
  std::unique_ptr<pqxx::connection> connection_;
};

long orders() { return Store().orders(); }
