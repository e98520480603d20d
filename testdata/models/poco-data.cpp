// Poco::Data 1.11.
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionFactory.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Data/SessionPoolContainer.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/Transaction.h>

#include <string>
#include <vector>

using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::Statement;
using Poco::Data::Transaction;
using Text = const std::string;

// Same names, other classes.
struct Parliament {
  void begin();
  void close();
  int get();
};
struct Machine {
  int execute();
};

void open(Text &base) {
  Session a("MySQL", base, 5); // is: session.open; creates "Poco::Data session"; sets connect-timeout 5s; scope connection
  Session b(base); // is: session.open; creates "Poco::Data session"; sets connect-timeout 60s; scope connection
  Session c("SQLite", "app.db"); // is: session.open "app.db"; scope connection
  a.setLoginTimeout(5); // is: sets connect-timeout 5s
  a.setConnectionTimeout(10); // is: sets read-timeout 10s
  a.isConnected(); // is: nothing
  a.open(base); // is: session.open
  a.close(); // is: session.close; ends connection
  auto &factory = Poco::Data::SessionFactory::instance(); // is: nothing
  Session d = factory.create("MySQL", base); // is: session.open; scope connection
}

void pooled(Text &base, Poco::Data::SessionPoolContainer &pools) {
  Poco::Data::SessionPool pool("MySQL", base, 1, 16); // is: sets pool-size
  Session a = pool.get(); // is: session.checkout; flows; scope connection
  Session b = pools.get(base); // is: session.checkout; flows; scope connection
  pools.getPool(base).capacity(); // is: flows
}

void once(Session &session, int id, std::string &name, std::vector<std::string> &names) {
  session << "DROP t", now; // is: sql.prepare; sql.execute "DROP t"; text "DROP t"; flows
  session << "f()", into(names), now; // is: sql.prepare; sql.execute "f()"; text "f()"; flows
  session << "f()", into(name), now; // is: sql.prepare; sql.execute "f()"; text "f()"; flows; limits-rows
  session << "f()", into(names), limit(9), now; // is: sql.prepare; sql.execute "f()"; text "f()"; flows; limits-rows
  session << "f()", into(names), lowerLimit(9), now; // is: sql.prepare; sql.execute "f()"; text "f()"; flows
  session << "f()", into(names, bulk(9)), now; // is: sql.prepare; sql.execute "f()"; text "f()"; flows; limits-rows
  session << "f(" << "?)", use(id), now; // is: sql.prepare; sql.execute "f(?)"; text "f(?)"; flows
}

void named(Session &session, int id, std::vector<int> &ids) {
  Statement remove(session); // is: flows
  remove << "DELETE FROM t", use(id); // is: sql.prepare; text "DELETE FROM t"; flows
  for (int next : ids) {
    id = next;
    remove.execute(); // is: sql.execute "DELETE FROM t" rows=materialised
  }
  Statement select = (session << "SELECT 1", into(ids)); // is: sql.prepare; text "SELECT 1"; flows
  select.executeAsync(); // is: sql.execute "SELECT 1" rows=materialised
  select.wait(); // is: receive-response
  select.done(); // is: nothing
  select.toString(); // is: text "SELECT 1"
  now(select); // is: sql.execute "SELECT 1" rows=materialised
}

void rows(Session &session) {
  Poco::Data::RecordSet rows(session, "SELECT 1"); // is: sql.execute "SELECT 1" rows=materialised
  rows.rowCount(); // is: size
  for (bool more = rows.moveFirst(); more; more = rows.moveNext()) // is: sql.fetch-row
    rows.value(0); // is: nothing
  for (auto it = rows.begin(); it != rows.end();) // is: begin; end
    ++it; // is: nothing
}

struct Transfer {
  void operator()(Session &session) const;
};

void transactions(Session &session, Transfer &transfer, const std::vector<std::string> &all) {
  Transaction tx(session); // is: sql.begin; scope transaction; flows
  tx.execute("DELETE FROM t", false); // is: sql.execute "DELETE FROM t" rows=none
  tx.execute(all); // is: sql.execute rows=none
  tx.transact(transfer); // is: runs once
  Transaction whole(session, transfer); // is: sql.begin; scope transaction; flows; runs once
  tx.commit(); // is: sql.commit; ends transaction
  tx.rollback(); // is: sql.rollback; ends transaction
  session.begin(); // is: sql.begin; begins transaction
  session.commit(); // is: sql.commit; ends transaction
  session.rollback(); // is: sql.rollback; ends transaction
}

void others(Parliament &parliament, Machine &machine) {
  parliament.begin(); // is: nothing
  parliament.close(); // is: nothing
  parliament.get(); // is: nothing
  machine.execute(); // is: nothing
}
