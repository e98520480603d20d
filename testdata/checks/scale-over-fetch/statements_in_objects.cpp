// shows: other-file, factory, virtual
// The text is kept in an object that a factory or a base class makes, or is what an override answers.
//--- table.h
#pragma once
#include <memory>
#include <pqxx/pqxx>
#include <string>

class Query {
public:
  explicit Query(std::string sql) : sql_(std::move(sql)) {}
  pqxx::result run(pqxx::work &tx) const;

private:
  std::string sql_;
};

class Table {
public:
  explicit Table(std::string select) : select_(std::move(select)) {}
  virtual ~Table() = default;
  pqxx::result load(pqxx::work &tx) const;

private:
  std::string select_;
};

class Source {
public:
  virtual ~Source() = default;
  virtual std::string select() const = 0;
  virtual std::string example() const = 0;
};

std::unique_ptr<Query> allShips();
Query shipNames();

//--- table.cpp
#include "table.h"

pqxx::result Query::run(pqxx::work &tx) const { return tx.exec(sql_); }     // ok: reported at the text
pqxx::result Table::load(pqxx::work &tx) const { return tx.exec(select_); } // ok: reported at the text

std::unique_ptr<Query> allShips() {
  return std::make_unique<Query>("SELECT * FROM ships LIMIT 10"); // expect: scale-over-fetch "'ships'"
}

Query shipNames() { return Query("SELECT name FROM ships LIMIT 10"); } // ok: one column

//--- harbour.cpp
#include "table.h"

class Docks : public Table {
public:
  Docks() : Table("SELECT * FROM docks LIMIT 10") {} // expect: scale-over-fetch "'docks'"
};

class Cranes : public Table {
public:
  Cranes() : Table("SELECT id, load FROM cranes LIMIT 10") {} // ok: columns
};

class Crews : public Source {
public:
  std::string select() const override { return "SELECT * FROM crews LIMIT 10"; } // expect: scale-over-fetch "'crews'"
  std::string example() const override { return "SELECT * FROM crews"; } // ok: nobody executes it
};

class Pilots : public Source {
public:
  std::string select() const override { return "SELECT name FROM pilots LIMIT 10"; } // ok: one column
  std::string example() const override { return "SELECT * FROM pilots"; } // ok: nobody executes it
};

pqxx::result load(pqxx::work &tx, const Source &source) { return tx.exec(source.select()); } // ok: reported at the text

std::unique_ptr<Table> someTable() { return std::make_unique<Docks>(); }

class Quay : public Table {
public:
  explicit Quay(std::string select) : Table(std::move(select)) {}
};

std::unique_ptr<Table> quay() {
  return std::make_unique<Quay>("SELECT * FROM quays LIMIT 10"); // expect: scale-over-fetch "'quays'"
}

void moor(pqxx::work &tx) {
  std::unique_ptr<Table> mooring(new Quay("SELECT * FROM moorings LIMIT 10")); // expect: scale-over-fetch "'moorings'"
  mooring->load(tx);
  quay()->load(tx);
  someTable()->load(tx);
}

void open(pqxx::work &tx) {
  allShips()->run(tx);
  shipNames().run(tx);
  Docks().load(tx);
  Cranes().load(tx);
  load(tx, Crews());
  load(tx, Pilots());
}
