// flags: -fPIC
// pkg-config: Qt5Sql
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlTableModel>
#include <QVariant>

#include <string>

// Same names, other classes.
struct Playlist {
  bool next();
  bool prepare(const char *song);
  bool exec();
  bool transaction();
};

void open() {
  QSqlDatabase pg = QSqlDatabase::addDatabase("QPSQL"); // is: creates "QPSQL database"
  pg.setConnectOptions("connect_timeout=5"); // is: sets connect-timeout 5s
  pg.setConnectOptions("options=-c statement_timeout=3000"); // is: sets statement-timeout
  pg.setConnectOptions("tcp_user_timeout=3000"); // is: sets tcp-user-timeout
  QSqlDatabase my = QSqlDatabase::addDatabase("QMYSQL", "my"); // is: creates "QMYSQL database"
  my.setConnectOptions("MYSQL_OPT_CONNECT_TIMEOUT=5"); // is: sets connect-timeout 5s
  my.setConnectOptions("MYSQL_OPT_READ_TIMEOUT=9"); // is: sets read-timeout 9s
  my.setConnectOptions("MYSQL_OPT_WRITE_TIMEOUT=9"); // is: sets write-timeout 9s
  QSqlDatabase lite = QSqlDatabase::addDatabase("QSQLITE", "lite"); // is: nothing
  lite.setDatabaseName("app.db"); // is: nothing
  pg.open(); // is: session.open
  QSqlDatabase copy(pg);
  copy.close(); // is: session.close
}

void direct(QSqlDatabase &db) {
  QSqlQuery query(db); // is: flows
  query.setForwardOnly(true); // is: nothing
  query.exec("SELECT a FROM t"); // is: sql.execute "SELECT a FROM t" rows=streamed
  while (query.next()) // is: sql.fetch-row
    query.value(0); // is: nothing
  query.first(); // is: sql.fetch-row
  query.last(); // is: sql.fetch-row
  query.previous(); // is: sql.fetch-row
  query.size(); // is: size
  query.nextResult(); // is: receive-response
  QSqlQuery now("SELECT 1", db); // is: sql.execute "SELECT 1" rows=streamed; flows
  QSqlQuery unused; // is: flows
  db.exec("DELETE FROM t"); // is: sql.execute "DELETE FROM t" rows=streamed; flows
}

void prepared(QSqlDatabase &db, int id) {
  QSqlQuery query(db); // is: flows
  query.prepare("SELECT a FROM t WHERE b = ?"); // is: sql.prepare "SELECT a FROM t WHERE b = ?"
  query.addBindValue(id); // is: nothing
  query.exec(); // is: sql.execute "SELECT a FROM t WHERE b = ?" rows=streamed
  query.execBatch(); // is: sql.bulk "SELECT a FROM t WHERE b = ?"
}

void models(QSqlDatabase &db) {
  QSqlQueryModel list;
  list.setQuery("SELECT a FROM t", db); // is: sql.execute "SELECT a FROM t" rows=materialised
  list.rowCount(); // is: nothing
  QSqlTableModel table(nullptr, db); // is: flows
  table.setTable("t"); // is: nothing
  table.select(); // is: sql.execute rows=materialised
  table.database().isOpen(); // is: flows
}

void transactions(QSqlDatabase &db) {
  db.transaction(); // is: sql.begin; begins transaction
  db.commit(); // is: sql.commit; ends transaction
  db.rollback(); // is: sql.rollback; ends transaction
}

void texts(const QSqlDriver *driver, const QSqlField &field, const QString &name) {
  driver->escapeIdentifier(name, QSqlDriver::TableName); // is: text "{}"
  driver->formatValue(field); // is: text "{}"
}

void others(Playlist &playlist) {
  playlist.next(); // is: nothing
  playlist.prepare("SELECT 1"); // is: nothing
  playlist.exec(); // is: nothing
  playlist.transaction(); // is: nothing
}
