// pkg-config: Qt5Sql
// shows: bounded, id-predicate
// QSqlQuery: every row kept, none kept, few asked for.
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

QStringList everything() {
  QSqlQuery query;
  query.exec("SELECT name FROM stations"); // expect: scale-unbounded-fetch "'stations'"
  QStringList names;
  while (query.next())
    names << query.value(0).toString();
  return names;
}

QStringList ofLine(int line) {
  QSqlQuery query;
  query.prepare("SELECT name FROM stations WHERE line = ?"); // ok: executes nothing
  query.addBindValue(line);
  query.exec(); // expect: scale-unbounded-fetch "'stations'"
  QStringList names;
  while (query.next())
    names.append(query.value(0).toString());
  return names;
}

double longestName() {
  QSqlQuery query;
  query.setForwardOnly(true);
  query.exec("SELECT name FROM stations"); // ok: forward only, nothing kept
  int longest = 0;
  while (query.next())
    longest = qMax(longest, query.value(0).toString().size());
  return longest;
}

QString nameOf(int id) {
  QSqlQuery query;
  query.prepare("SELECT name FROM stations WHERE id = :id");
  query.bindValue(":id", id);
  query.exec(); // ok: one id
  return query.next() ? query.value(0).toString() : QString();
}

QStringList page(int number) {
  QSqlQuery query(QString("SELECT name FROM stations ORDER BY name LIMIT 30 OFFSET %1").arg(number * 30)); // ok: thirty
  QStringList names;
  while (query.next())
    names << query.value(0).toString();
  return names;
}
