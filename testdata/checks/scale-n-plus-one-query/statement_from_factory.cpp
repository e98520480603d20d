// pkg-config: Qt5Sql
// shows: factory, batch-per-shard
// The statement is prepared by a factory or by a base class: what a loop executes is known from there.
//--- statements.h
#pragma once
#include <QSqlQuery>
#include <mysql/mysql.h>

QSqlQuery customerById();
QSqlQuery customersByIds();
QSqlQuery touchCustomer();

class Lookup {
public:
  explicit Lookup(MYSQL *connection);
  virtual ~Lookup();

protected:
  MYSQL_STMT *byCode_;
};

//--- statements.cpp
#include "statements.h"
#include <string>

QSqlQuery customerById() {
  QSqlQuery query;
  query.prepare("SELECT name FROM customers WHERE id = ?");
  return query;
}

QSqlQuery customersByIds() {
  QSqlQuery query;
  query.prepare("SELECT name FROM customers WHERE id = ANY(?)");
  return query;
}

QSqlQuery touchCustomer() {
  QSqlQuery query;
  query.prepare("UPDATE customers SET seen = now() WHERE id = ?");
  return query;
}

Lookup::Lookup(MYSQL *connection) : byCode_(mysql_stmt_init(connection)) {
  const std::string sql = "SELECT label FROM codes WHERE code = ?";
  mysql_stmt_prepare(byCode_, sql.c_str(), sql.size()); // ok: prepared once
}

Lookup::~Lookup() { mysql_stmt_close(byCode_); }

//--- report.cpp
#include "statements.h"
#include <QStringList>
#include <QVariant>
#include <string>
#include <vector>

QStringList names(const QList<int> &ids) {
  QStringList found;
  QSqlQuery query = customerById();
  for (int id : ids) {
    query.addBindValue(id);
    query.exec(); // expect: scale-n-plus-one-query "'customers'"
    if (query.next())
      found << query.value(0).toString();
  }
  return found;
}

void namesByShard(const QList<QString> &shards) {
  QSqlQuery query = customersByIds();
  for (const QString &array : shards) {
    query.addBindValue(array);
    query.exec(); // ok: one batch per shard
  }
}

void touch(const QList<int> &ids) {
  QSqlQuery query = touchCustomer();
  for (int id : ids) {
    query.addBindValue(id);
    query.exec(); // ok: a write, another check's
  }
}

class Labels : public Lookup {
public:
  using Lookup::Lookup;
  void load(std::vector<std::string> &codes) {
    MYSQL_BIND bind{};
    for (auto &code : codes) {
      bind.buffer = code.data();
      mysql_stmt_bind_param(byCode_, &bind); // ok: binding sends nothing
      mysql_stmt_execute(byCode_);           // expect: scale-n-plus-one-query "'codes'"
    }
  }
};
