// flags: -I/usr/include/postgresql -I/usr/include/mysql
#include <soci/mysql/soci-mysql.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <string>
#include <vector>

using soci::into;
using soci::procedure;
using soci::session;
using soci::statement;
using soci::use;
using Rows = soci::rowset<soci::row>;
using Text = const std::string;

// Same names, other classes.
struct Clock {
  void begin();
  void close();
  int lease();
};
struct Sink {
  Sink &operator<<(const char *text);
};

void open(Text &base) {
  session a(base); // is: session.open; creates "SOCI session"; scope connection
  session b(soci::mysql, base); // is: session.open; creates "SOCI MySQL"; scope connection
  session c("postgresql", base); // is: session.open; creates "SOCI PostgreSQL"; scope connection
  session d(soci::postgresql, ""); // is: session.open; creates "SOCI PostgreSQL"; scope connection
  session e("mysql", base); // is: session.open; creates "SOCI MySQL"; scope connection
  session f(soci::sqlite3, "app.db"); // is: session.open "app.db"; scope connection
  soci::connection_parameters given(base); // is: text "{}"
  soci::connection_parameters known(soci::mysql, "host=db"); // is: text "host=db"
  session g(known); // is: session.open "host=db"; scope connection
  session h; // is: scope connection
  h.open(base); // is: session.open; creates "SOCI session"
  h.open(soci::postgresql, base); // is: session.open; creates "SOCI PostgreSQL"
  h.open("postgresql", base); // is: session.open; creates "SOCI PostgreSQL"
  h.open(soci::mysql, base); // is: session.open; creates "SOCI MySQL"
  h.open("mysql", base); // is: session.open; creates "SOCI MySQL"
  h.open(soci::sqlite3, "app.db"); // is: session.open "app.db"
  h.is_connected(); // is: nothing
  h.close(); // is: session.close; ends connection
}

void pooled(Text &base) {
  soci::connection_pool pool(4); // is: sets pool-size
  pool.at(0).open(base); // is: session.open; flows; creates "SOCI session"
  session sql(pool); // is: session.checkout; flows; scope connection
  std::size_t index = pool.lease(); // is: session.checkout; begins connection
  pool.try_lease(index, 100); // is: session.checkout; begins connection
  pool.give_back(index); // is: session.return; ends connection
}

void once(soci::session &sql, int id, std::string &name, const std::vector<int> &ids) {
  sql << "CALL f(:x)", use(ids); // is: sql.bulk "CALL f(:x)"; text "CALL f(:x)"; flows
  sql << "TRUNCATE t"; // is: sql.execute "TRUNCATE t"; text "TRUNCATE t"; flows
  sql << "SELECT " << "a", into(id); // is: sql.execute rows=single; text "SELECT a"; flows
  sql << "DROP TABLE t" << id; // is: sql.execute "DROP TABLE t{}"; text "DROP TABLE t{}"; flows
  sql << "SELECT :x", use(id), into(name); // is: sql.execute "SELECT :x"; text "SELECT :x"; flows
  sql.once << "SELECT 1", into(id); // is: sql.execute "SELECT 1"; text "SELECT 1"; flows
}

void prepared(soci::session &sql, int id, std::string &name) {
  statement one = (sql.prepare << "f()", into(id)); // is: sql.prepare "f()"; text "f()"; flows
  one.execute(true); // is: sql.execute "f()" rows=streamed
  while (one.fetch()) { // is: sql.fetch-row
  }
  statement two(sql); // is: flows
  two.exchange(use(id)); // is: nothing
  two.prepare("SELECT 2"); // is: sql.prepare "SELECT 2"
  two.execute(); // is: sql.execute "SELECT 2" rows=streamed
  procedure call = (sql.prepare << "f(:x)", use(id)); // is: sql.prepare; text "f(:x)"; flows
  call.execute(); // is: sql.execute "f(:x)" rows=streamed
  call.fetch(); // is: sql.fetch-row
}

void rows(soci::session &sql, int id) {
  Rows all = (sql.prepare << "f" << "()"); // is: sql.execute "f()" rows=streamed; text "f()"; flows
  auto row = all.begin(); // is: begin; flows
  auto last = all.end(); // is: end
  ++row; // is: sql.fetch-row
}

void transactions(soci::session &sql) {
  soci::transaction tx(sql); // is: sql.begin; scope transaction; flows
  tx.commit(); // is: sql.commit; ends transaction
  tx.rollback(); // is: sql.rollback; ends transaction
  sql.begin(); // is: sql.begin; begins transaction
  sql.commit(); // is: sql.commit; ends transaction
  sql.rollback(); // is: sql.rollback; ends transaction
}

void others(Clock &clock, Sink &sink) {
  clock.begin(); // is: nothing
  clock.close(); // is: nothing
  clock.lease(); // is: nothing
  sink << "SELECT 1"; // is: nothing
}
