// headers: libpqxx7
// libpqxx 7: calls that version 6 lacks or spells differently; libpqxx.cpp has the rest.
#include <pqxx/pqxx>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

using namespace pqxx; // operator""_zv
using std::make_unique;
using Names = std::vector<std::string>;

// Same names, other classes.
struct Report {
  void query(const char *text);
  void stream(const char *text);
  template <class F> void for_each(const char *text, F &&f) { f(text); }
};
struct Door {
  void close();
};

void open(const std::string &conninfo, const std::map<std::string, std::string> &parts) {
  pqxx::connection bare; // is: session.open; creates "libpqxx connection"
  pqxx::connection home{"host=db"}; // is: session.open "host=db"; creates "libpqxx connection"
  pqxx::connection given{conninfo}; // is: session.open; creates "libpqxx connection"; text "{}"
  pqxx::connection mapped{parts}; // is: session.open; creates "libpqxx connection"
  pqxx::connection moved{std::move(home)}; // is: nothing
  auto own = make_unique<pqxx::connection>(""); // is: creates "libpqxx connection"; session.open
  auto moving = make_unique<pqxx::connection>(std::move(given)); // is: nothing
  moved.set_session_var("statement_timeout", 2000); // is: sets statement-timeout 2s
  moved.set_session_var("application_name", "api"); // is: nothing
  moved.set_variable("statement_timeout", "1000"); // is: sets statement-timeout
  moved.close(); // is: session.close
}

void direct(pqxx::connection &cx, int id) {
  pqxx::work tx{cx}; // is: sql.begin; scope transaction; flows
  tx.set_variable("statement_timeout", "3000"); // is: sets statement-timeout
  tx.exec("DELETE FROM t WHERE b = $1", pqxx::params{id}); // is: sql.execute rows=materialised
  pqxx::zview all = "SELECT a FROM t"_zv; // is: text "SELECT a FROM t"
  tx.query_value<int>("SELECT 1"); // is: sql.execute "SELECT 1" rows=single; text "SELECT 1"
  tx.query1<int>("SELECT 1"); // is: sql.execute "SELECT 1" rows=single; text "SELECT 1"
  tx.query01<int>("SELECT 1"); // is: sql.execute "SELECT 1" rows=single; text "SELECT 1"
  tx.query_n<int>(1, "SELECT 1"); // is: sql.execute "SELECT 1" rows=materialised; text "SELECT 1"
  for (auto [a] : tx.query<int>(all)) // is: sql.execute "SELECT a FROM t" rows=materialised
    id += a;
  for (auto [a] : tx.stream<int>(all)) // is: sql.execute "SELECT a FROM t" rows=streamed
    id += a;
  tx.for_stream("SELECT 1", [](int) {}); // is: sql.execute rows=streamed; runs per-element
  tx.for_each("SELECT 1", [](int) {}); // is: sql.execute "SELECT 1"; runs per-element
  tx.for_query("SELECT 1", [](int) {}); // is: sql.execute; runs per-element; text "SELECT 1"
  pqxx::result rows = tx.exec(all); // is: sql.execute "SELECT a FROM t" rows=materialised
  rows.for_each([](int a) { return a; }); // is: runs per-element
  tx.notify("orders", "1"); // is: sql.execute rows=none
  tx.commit(); // is: sql.commit; ends transaction
}

void prepared(pqxx::connection &cx, int id) {
  cx.prepare("by_id", "SELECT $1"); // is: sql.prepare "SELECT $1"
  pqxx::nontransaction tx{cx}; // is: flows
  pqxx::prepped byId{"by_id"}; // is: text "by_id"
  auto each = [](int a) { return a; };
  tx.exec(byId, pqxx::params{id}); // is: sql.execute "SELECT $1" rows=materialised
  tx.query_value<int>(byId); // is: sql.execute "SELECT $1" rows=single
  tx.query<int>(byId); // is: sql.execute "SELECT $1" rows=materialised
  tx.for_query(byId, each); // is: sql.execute "SELECT $1" rows=materialised; runs per-element
}

void texts(pqxx::connection &cx, const std::string &name, const Names &columns) {
  cx.quote(name); // is: text "{}"
  cx.quote_name(name); // is: text "{}"
  cx.quote_table(name); // is: text "{}"
  cx.quote_columns(columns); // is: text "{*}"
  cx.esc(name); // is: text "{}"
  cx.esc_like(name); // is: text "{}"
  cx.esc_raw(std::basic_string_view<std::byte>{}); // is: text "{}"
}

void copies(pqxx::work &tx) {
  auto out = pqxx::stream_to::table(tx, {"t"}, {"a"}); // is: sql.bulk; flows
  out.write_row(std::make_tuple(1)); // is: sql.bulk
  out.write_values(1); // is: sql.bulk
  out.complete(); // is: sql.bulk
  auto raw = pqxx::stream_to::raw_table(tx, "t"); // is: sql.bulk; flows
  auto in = pqxx::stream_from::query(tx, "SELECT 1"); // is: sql.execute "SELECT 1"; flows
  in.read_row(); // is: sql.fetch-row
  auto byTable = pqxx::stream_from::table(tx, {"t"}); // is: sql.execute rows=streamed; flows
  auto byRawTable = pqxx::stream_from::raw_table(tx, "t"); // is: sql.execute rows=streamed; flows
  pqxx::stream_from old{tx, pqxx::from_query, "SELECT 1"}; // is: sql.execute "SELECT 1"; flows
}

void listen(pqxx::connection &cx) {
  cx.listen("orders", [](pqxx::notification) {}); // is: root
  cx.await_notification(); // is: poll
}

void others(Report &report, Door &door) {
  report.query("SELECT 1"); // is: nothing
  report.stream("SELECT 1"); // is: nothing
  report.for_each("SELECT 1", [](auto) {}); // is: nothing
  door.close(); // is: nothing
}
