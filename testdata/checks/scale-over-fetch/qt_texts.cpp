// pkg-config: Qt5Sql
// shows: count-star
// QString texts: literals, arg(), concatenation, QStringLiteral.
#include <QSqlQuery>
#include <QString>
#include <QVariant>

void tracks(int album, const QString &order) {
  QSqlQuery byAlbum;
  byAlbum.prepare("SELECT * FROM tracks WHERE album = :album"); // expect: scale-over-fetch "'tracks'"
  byAlbum.bindValue(":album", album);
  byAlbum.exec(); // ok: reported at the text

  QSqlQuery sorted(QString("SELECT * FROM artists ORDER BY %1 LIMIT 10").arg(order)); // expect: scale-over-fetch "'artists'"

  QSqlQuery count(QStringLiteral("SELECT COUNT(*) FROM tracks")); // ok: counts

  QSqlQuery listed;
  listed.exec("SELECT id, title FROM tracks ORDER BY " + order + " LIMIT 10"); // ok: columns
}
