// pkg-config: Qt5Sql
// shows: batch-api
// QSqlQuery::execBatch sends a list of values with one statement.
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

void archive(const QList<int> &messages) {
  QSqlQuery update;
  update.prepare("UPDATE messages SET archived = 1 WHERE id = ?");
  for (int id : messages) {
    update.addBindValue(id); // ok: binding sends nothing
    update.exec();           // expect: scale-write-in-loop "'messages'"
  }
}

void archiveInBatch(const QList<int> &messages) {
  QSqlQuery update;
  update.prepare("UPDATE messages SET archived = 1 WHERE id = ?");
  QVariantList ids;
  for (int id : messages)
    ids << id; // ok: only collects
  update.addBindValue(ids);
  update.execBatch(); // ok: one batch
}

void archiveByFolder(const QList<QVariantList> &folders) {
  QSqlQuery update;
  update.prepare("UPDATE messages SET archived = 1 WHERE id = ?");
  for (const QVariantList &ids : folders) {
    update.addBindValue(ids);
    update.execBatch(); // ok: one batch per folder
  }
}

void purge(const QList<int> &messages) {
  QSqlDatabase database = QSqlDatabase::database();
  database.transaction();
  for (auto it = messages.begin(); it != messages.end(); ++it)
    database.exec(QString("DELETE FROM messages WHERE id = %1").arg(*it)); // expect: scale-write-in-loop "'messages'"
  database.commit(); // ok: once, after the loop
}
