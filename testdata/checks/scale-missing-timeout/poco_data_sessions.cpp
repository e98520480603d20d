// Poco::Data: an SQLite session stays inside the process, by whichever name its connector is called.
#include <Poco/Data/MySQL/Connector.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <string>

using Poco::Data::Session;

void inProcess() {
  Session byName("SQLite", "app.db");                                    // ok: no peer
  Session byKey(Poco::Data::SQLite::Connector::KEY, "app.db");           // ok: no peer
  Session inMemory(Poco::Data::SQLite::Connector::KEY, ":memory:", 120); // ok: no peer
}

void remote(const std::string &base) {
  Session byName("MySQL", base);                            // expect: scale-missing-timeout "60 s"
  Session byKey(Poco::Data::MySQL::Connector::KEY, base);   // expect: scale-missing-timeout "60 s"
  Session quick(Poco::Data::MySQL::Connector::KEY, base, 5); // ok: what the text says of reading is not known
}
