// pkg-config: Qt5Sql
// shows: prepared-outside
// Prepared before the loop, executed inside it: still one round trip per row.
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

QStringList labels() {
  QStringList lines;
  QSqlQuery invoices(QStringLiteral("SELECT id, customer_id FROM invoices WHERE open"));
  QSqlQuery customer;
  customer.prepare("SELECT name FROM customers WHERE id = :id"); // ok: prepared once
  while (invoices.next()) {                                      // ok: the fetch of the next row
    customer.bindValue(":id", invoices.value(1));
    customer.exec(); // expect: scale-n-plus-one-query "'customers'"
    if (customer.next()) // ok: the fetch of a row
      lines << customer.value(0).toString();
  }
  return lines;
}

QStringList labelsJoined() {
  QStringList lines;
  QSqlQuery joined;
  joined.prepare("SELECT c.name FROM invoices i JOIN customers c ON c.id = i.customer_id WHERE i.open");
  joined.exec(); // ok: before the loop
  while (joined.next())
    lines << joined.value(0).toString(); // ok: a column of the row at hand
  return lines;
}

QString labelWithText(const QStringList &codes) {
  QString text;
  for (const QString &code : codes) {
    QSqlQuery tag(QString("SELECT label FROM tags WHERE code = '%1'").arg(code)); // expect: scale-n-plus-one-query "'codes'"
    if (tag.next())
      text += tag.value(0).toString();
  }
  return text;
}
