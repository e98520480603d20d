// shows: other-file, virtual, bounded, counts
// The text is kept in an object: a string class of the program's own, a statement object, an interface
// between the program and the library.
//--- text.h
#pragma once
#include <string>

class Text {
public:
  Text(const char *data) : data_(data) {}
  Text(std::string data) : data_(std::move(data)) {}
  const std::string &data() const { return data_; }
  const char *c_str() const { return data_.c_str(); }

private:
  std::string data_;
};

inline Text operator+(const Text &left, const Text &right) { return Text(left.data() + right.data()); }

//--- engine.h
#pragma once
#include <mysql/mysql.h>

struct Engine {
  virtual ~Engine() = default;
  virtual int query(MYSQL *connection, const char *sql) const = 0;
  virtual MYSQL_RES *store(MYSQL *connection) const = 0;
};

//--- engine.cpp
#include "engine.h"

struct Linked final : Engine {
  int query(MYSQL *connection, const char *sql) const override { return mysql_query(connection, sql); } // ok: hands it on
  MYSQL_RES *store(MYSQL *connection) const override { return mysql_store_result(connection); }
};

Engine *linked() { return new Linked; }

//--- zoo.cpp
#include "engine.h"
#include "text.h"

class Zoo {
public:
  Zoo(Engine *engine, MYSQL *connection) : engine_(engine), connection_(connection) {}

  MYSQL_RES *run(const Text &sql) {
    engine_->query(connection_, sql.c_str()); // ok: reported where the text is given
    return engine_->store(connection_);
  }

  void walk(const Text &keeper) {
    run("SELECT id, name FROM animals"); // expect: scale-unbounded-fetch "'animals'"
    run(Text("SELECT id, name FROM animals WHERE keeper = '") + keeper + "'"); // expect: scale-unbounded-fetch "'animals'"
    run("SELECT count(*) FROM animals"); // ok: counts
    run(Text("SELECT name FROM animals WHERE keeper = '") + keeper + "' LIMIT 10"); // ok: ten
  }

private:
  Engine *engine_;
  MYSQL *connection_;
};

class Statement {
public:
  Statement(MYSQL *connection, std::string sql) : connection_(connection), sql_(std::move(sql)) {}
  MYSQL_RES *run() {
    mysql_query(connection_, sql_.c_str()); // ok: reported where the text is given
    return mysql_store_result(connection_);
  }

private:
  MYSQL *connection_;
  std::string sql_;
};

void feed(MYSQL *connection) {
  Statement all(connection, "SELECT food FROM animals");
  all.run(); // expect: scale-unbounded-fetch "'animals'"
  Statement few(connection, "SELECT food FROM animals LIMIT 7");
  few.run(); // ok: seven
}

//--- streamed.cpp
#include "engine.h"
#include "text.h"
#include <sstream>

std::ostream &operator<<(std::ostream &out, const Text &text) {
  out << text.data();
  return out;
}

MYSQL_RES *ofKeeper(MYSQL *connection, long keeper) {
  std::ostringstream sql;
  sql << Text("SELECT name FROM ") + "animals WHERE keeper = " << keeper;
  mysql_query(connection, sql.str().c_str()); // expect: scale-unbounded-fetch "'animals'"
  return mysql_store_result(connection);
}
