// config: {schema: {dialect: postgresql, files: [schema.sql]}}
// pkg-config: libpqxx
// shows: virtual, factory
// Texts that an override answers or a factory gives away.
//--- schema.sql
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total int);
CREATE TABLE copied AS SELECT 1 AS x;
CREATE VIEW busy AS SELECT * FROM users;
//--- main.cpp
#include <memory>
#include <pqxx/pqxx>
#include <string>

struct Source {
  virtual ~Source() = default;
  virtual std::string select() const = 0;
};
struct Old : Source {
  std::string select() const override { return "SELECT id FROM customers WHERE id = 1"; } // expect: scale-broken-statement "table 'customers'"
};
struct New : Source {
  std::string select() const override { return "SELECT id FROM users WHERE id = 1"; } // ok: it is there
};

pqxx::result load(pqxx::work &tx, const Source &source) { return tx.exec(source.select()); } // ok: reported at the text

class Query {
public:
  explicit Query(std::string text) : text(std::move(text)) {}
  pqxx::result run(pqxx::work &tx) const { return tx.exec(text); } // ok: reported at the text

private:
  std::string text;
};

std::unique_ptr<Query> byTotal() { return std::make_unique<Query>("SELECT id FROM orders WHERE sum = 1"); } // expect: scale-broken-statement "'sum'"
std::unique_ptr<Query> byUser() { return std::make_unique<Query>("SELECT id FROM orders WHERE user_id = 1"); } // ok: it has it

void all(pqxx::work &tx) {
  load(tx, Old());
  load(tx, New());
  byTotal()->run(tx);
  byUser()->run(tx);
}
