// flags: -Wno-deprecated-declarations
// pkg-config: libpqxx
// libpqxx 6: what Debian 12 installs. libpqxx7.cpp has the calls of version 7.
#include <pqxx/pqxx>

#include <map>
#include <string>
#include <tuple>
#include <vector>

using Ids = std::vector<int>;

// Same names, other classes.
struct Ledger {
  void commit();
  std::string exec(const std::string &entry);
  std::string quote(const std::string &text);
  void prepare(const std::string &name, const std::string &text);
};

void open() {
  pqxx::connection home{"host=db"}; // is: session.open "host=db"; creates "libpqxx connection"
  pqxx::connection bare; // is: session.open; creates "libpqxx connection"
  home.set_variable("statement_timeout", "5000"); // is: sets statement-timeout
  home.set_variable("search_path", "app"); // is: nothing
  home.disconnect(); // is: session.close
}

void direct(pqxx::connection &cx, int id, const std::string &name) {
  pqxx::work tx{cx}; // is: sql.begin; scope transaction; flows
  pqxx::connection_base &same = tx.conn(); // is: flows
  tx.set_variable("statement_timeout", "250"); // is: sets statement-timeout
  auto all = tx.exec("SELECT a FROM t"); // is: sql.execute "SELECT a FROM t" rows=materialised
  tx.exec0("DELETE FROM carts"); // is: sql.execute "DELETE FROM carts" rows=none
  tx.exec1("SELECT count(*) FROM users"); // is: sql.execute rows=single
  tx.exec_n(2, "SELECT a FROM t LIMIT 2"); // is: sql.execute "SELECT a FROM t LIMIT 2"
  tx.exec_params("SELECT * FROM t WHERE id = $1", id); // is: sql.execute rows=materialised
  tx.exec_params0("DELETE FROM t WHERE id = $1", id); // is: sql.execute rows=none
  tx.exec_params1("SELECT a FROM t WHERE b=$1", id); // is: sql.execute rows=single
  tx.exec_params_n(3, "SELECT $1", id); // is: sql.execute "SELECT $1" rows=materialised
  tx.parameterized("SELECT a FROM t WHERE b=$1")(id).exec(); // is: sql.execute rows=materialised
  for (const auto &row : all)
    row[0].as<int>(); // is: nothing
  for (auto row = all.begin(); row != all.end(); ++row) // is: begin; end
    row->size(); // is: nothing
  for (auto row = all.cbegin(); row != all.cend();) // is: begin; end
    ++row; // is: nothing
  for (pqxx::result::size_type i = 0; i < all.size(); ++i) // is: size
    all[i]; // is: nothing
  all.empty(); // is: empty
  tx.commit(); // is: sql.commit; ends transaction
}

void texts(pqxx::connection &cx, int id, const std::string &name, const Ids &ids) {
  pqxx::nontransaction tx{cx}; // is: flows
  std::string byId = "SELECT a FROM t WHERE id = " + pqxx::to_string(id); // is: text "{}"
  tx.exec(byId); // is: sql.execute "SELECT a FROM t WHERE id = {}"
  std::string q = "SELECT * FROM t WHERE n = " + tx.quote(name); // is: text "{}"
  tx.exec(q); // is: sql.execute "SELECT * FROM t WHERE n = {}"
  std::string order = " ORDER BY " + tx.quote_name(name); // is: text "{}"
  std::string plain = "'" + tx.esc(name) + "'"; // is: text "{}"
  std::string prefix = tx.esc_like(name) + "%"; // is: text "{}"
  std::string bytes = tx.esc_raw(name); // is: text "{}"
  std::string inList = "id IN (" + pqxx::separated_list(",", ids) + ")"; // is: text "{*}"
  tx.exec("SELECT a FROM t WHERE " + inList); // is: sql.execute "SELECT a FROM t WHERE id IN ({*})"
  cx.quote(name); // is: text "{}"
  cx.quote_name(name); // is: text "{}"
  cx.esc(name); // is: text "{}"
  cx.esc_like(name); // is: text "{}"
  cx.esc_raw(reinterpret_cast<const unsigned char *>(name.data()), name.size()); // is: text "{}"
}

void prepared(pqxx::connection &cx, int id) {
  cx.prepare("by_id", "SELECT a FROM t WHERE b=$1"); // is: sql.prepare "SELECT a FROM t WHERE b=$1"
  pqxx::robusttransaction<> tx{cx}; // is: sql.begin; scope transaction; flows
  tx.exec_prepared("by_id", id); // is: sql.execute "SELECT a FROM t WHERE b=$1"
  tx.exec_prepared0("by_id", id); // is: sql.execute "SELECT a FROM t WHERE b=$1" rows=none
  tx.exec_prepared1("by_id", id); // is: sql.execute "SELECT a FROM t WHERE b=$1" rows=single
  tx.exec_prepared_n(1, "by_id", id); // is: sql.execute "SELECT a FROM t WHERE b=$1"
  tx.prepared("by_id")(id).exec(); // is: sql.execute "SELECT a FROM t WHERE b=$1"
  pqxx::subtransaction savepoint{tx}; // is: sql.begin; scope transaction; flows
  savepoint.abort(); // is: sql.rollback; ends transaction
}

void cursors(pqxx::connection &cx) {
  using Base = pqxx::cursor_base;
  using Cursor = pqxx::stateless_cursor<Base::read_only, Base::owned>;
  pqxx::read_transaction tx{cx}; // is: sql.begin; scope transaction; flows
  pqxx::icursorstream rows{tx, "SELECT a FROM t", "walk"}; // is: sql.execute rows=streamed; flows
  pqxx::result block;
  while (rows.get(block)) { // is: sql.fetch-row
  }
  rows >> block; // is: sql.fetch-row
  pqxx::icursor_iterator at{rows}; // is: flows
  ++at; // is: sql.fetch-row
  Cursor pages{tx, "SELECT a FROM t", "pages", false}; // is: sql.execute "SELECT a FROM t"; flows
  pages.retrieve(0, 50); // is: sql.fetch-row
}

void batches(pqxx::connection &cx, const Ids &ids) {
  pqxx::work tx{cx}; // is: sql.begin; scope transaction; flows
  pqxx::pipeline pipe{tx}; // is: flows
  for (int id : ids)
    pipe.insert("UPDATE t SET a = 1"); // is: sql.execute "UPDATE t SET a = 1" rows=materialised
  pipe.complete(); // is: receive-response
  pipe.retrieve(); // is: receive-response
  pqxx::stream_to out{tx, "t", std::vector<std::string>{"a"}}; // is: sql.bulk; flows
  out << std::make_tuple(1); // is: sql.bulk
  out.complete(); // is: sql.bulk
  pqxx::stream_from in{tx, "t"}; // is: sql.execute rows=streamed; flows
  std::tuple<int> row;
  in >> row; // is: sql.fetch-row
  std::string line;
  in.get_raw_line(line); // is: sql.fetch-row
}

struct CacheInvalidation : pqxx::notification_receiver {
  using pqxx::notification_receiver::notification_receiver;
  void operator()(const std::string &payload, int backend) override;
};
void CacheInvalidation::operator()(const std::string &, int) {} // is: root

void wait(pqxx::connection &cx) {
  pqxx::perform([&cx] { cx.is_open(); }); // is: runs once
  cx.await_notification(5, 0); // is: poll
}

void others(Ledger &ledger, pqxx::result &rows) {
  ledger.exec("SELECT 1"); // is: nothing
  ledger.commit(); // is: nothing
  ledger.quote("x"); // is: nothing
  ledger.prepare("a", "SELECT 1"); // is: nothing
  rows.clear(); // is: nothing
}
