// pkg-config: libpqxx
// Without a schema no name is wrong.
#include <pqxx/pqxx>

void ask(pqxx::work &tx) {
  tx.exec("SELECT id FROM anything WHERE whatever = 1"); // ok: not known
  tx.exec("INSERT INTO anything (a) VALUES (1)");        // ok: not known
  tx.exec("SELECT id FROM anything WHERE");              // expect: scale-broken-statement "does not parse"
  tx.exec("");                                           // ok: nothing to parse
}
