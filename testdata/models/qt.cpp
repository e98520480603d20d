// QtCore and QtConcurrent against the installed headers.
// pkg-config: Qt5Core Qt5Concurrent
// flags: -fPIC -Wno-unused -Wno-deprecated-declarations
#include <QtConcurrent>
#include <QtCore>
#include <string>

class Shop : public QObject {
public:
  void refresh();
  void timerEvent(QTimerEvent *event) override {} // is: root
};
struct Job : QRunnable {
  void run() override {} // is: root
};
struct Worker : QThread {
  void run() override {} // is: root
};
int twice(int price);
bool cheap(const int &price);
void discount(int &price);
void sum(int &total, const int &price);
void clean();
void take(const QString &sql);
void takeBytes(const QByteArray &sql);
void takeText(const std::string &sql);
void takeC(const char *sql);

void processes(QProcess &process) {
  QProcess::execute("gzip orders.log"); // is: process.run
  process.start("convert", QStringList()); // is: process.run
  process.waitForFinished(); // is: wait
  QProcess::startDetached("convert"); // is: process.run
  process.closeWriteChannel(); // is: nothing
}

void callbacks(Shop *shop, QTimer *timer, QThreadPool *pool, QList<int> prices) {
  QObject::connect(timer, &QTimer::timeout, clean); // is: runs on-event-loop
  QObject::connect(timer, &QTimer::timeout, shop, &Shop::refresh); // is: runs on-event-loop
  QTimer::singleShot(1000, clean); // is: runs on-event-loop
  timer->callOnTimeout(clean); // is: runs on-event-loop
  timer->start(1000); // is: nothing
  QMetaObject::invokeMethod(shop, clean, Qt::QueuedConnection); // is: runs on-event-loop
  QThread *thread = QThread::create(clean); // is: runs on-thread
  pool->start(clean); // is: runs on-pool
  QtConcurrent::run(pool, clean); // is: runs on-pool
  QtConcurrent::run(clean); // is: runs on-pool
  QtConcurrent::map(prices, discount); // is: runs on-pool
  QtConcurrent::mapped(prices, twice); // is: runs on-pool
  QtConcurrent::filter(prices, cheap); // is: runs on-pool
  QtConcurrent::filtered(prices, cheap); // is: runs on-pool
  QtConcurrent::mappedReduced(prices, twice, sum); // is: runs on-pool
  QtConcurrent::filteredReduced(prices, cheap, sum); // is: runs on-pool
  QtConcurrent::blockingMap(prices, discount); // is: runs per-element
  QtConcurrent::blockingMapped<QList<int>>(prices, twice); // is: runs per-element
  QtConcurrent::blockingFilter(prices, cheap); // is: runs per-element
  QtConcurrent::blockingFiltered(prices, cheap); // is: runs per-element
  QtConcurrent::blockingMappedReduced<int>(prices, twice, sum); // is: runs per-element
  QtConcurrent::blockingFilteredReduced<int>(prices, cheap, sum); // is: runs per-element
}

void guards(QMutex *mutex, QReadWriteLock *table) {
  QMutexLocker locker(mutex); // is: scope lock
  locker.unlock(); // is: ends lock
  locker.relock(); // is: begins lock
  QReadLocker reader(table); // is: scope lock
  reader.unlock(); // is: ends lock
  reader.relock(); // is: begins lock
  QWriteLocker writer(table); // is: scope lock
  writer.unlock(); // is: ends lock
  writer.relock(); // is: begins lock
  bool recursive = mutex->isRecursive(); // is: nothing
}

void byHand(QMutex &mutex, QReadWriteLock &table) {
  mutex.lock(); // is: begins lock
  mutex.tryLock(); // is: begins lock
  mutex.unlock(); // is: ends lock
  table.lockForRead(); // is: begins lock
  table.lockForWrite(); // is: begins lock
  table.tryLockForRead(); // is: begins lock
  table.tryLockForWrite(); // is: begins lock
  table.unlock(); // is: ends lock
}

void pointers(Shop *raw, QObject *object, QVariant variant, QSharedPointer<Shop> other, QFuture<int> future) {
  QSharedPointer<Shop> shared(raw); // is: flows
  shared = other; // is: nothing
  shared.data()->refresh(); // is: flows
  shared.get()->refresh(); // is: flows
  shared->refresh(); // is: nothing
  (*shared).refresh(); // is: nothing
  QWeakPointer<Shop> weak = shared.toWeakRef(); // is: flows
  weak.lock()->refresh(); // is: flows
  weak.toStrongRef()->refresh(); // is: flows
  shared.staticCast<QObject>(); // is: flows
  shared.dynamicCast<QObject>(); // is: flows
  shared.objectCast<QObject>(); // is: flows
  shared.isNull(); // is: nothing
  QScopedPointer<Shop> scoped(raw); // is: flows
  scoped.data()->refresh(); // is: flows
  scoped.get()->refresh(); // is: flows
  scoped->refresh(); // is: nothing
  (*scoped).refresh(); // is: nothing
  scoped.reset(raw); // is: flows
  scoped.take(); // is: flows
  QPointer<Shop> watched(raw); // is: flows
  watched = raw; // is: nothing
  watched.data()->refresh(); // is: flows
  watched->refresh(); // is: nothing
  (*watched).refresh(); // is: nothing
  qobject_cast<QTimer *>(object); // is: flows
  qvariant_cast<int>(variant); // is: flows
  qSharedPointerCast<QObject>(shared); // is: flows
  QVariant::fromValue(3); // is: flows
  variant.value<int>(); // is: flows
  int answer = future.result(); // is: flows; wait
}

void lists(QList<int> prices, QVector<int> ids, QCache<int, int> &cache) {
  Q_FOREACH (int price, prices) // is: flows
    discount(price);
  for (int price : qAsConst(prices)) // is: flows
    discount(price);
  QList<int> copy;
  copy = prices; // is: nothing
  prices.append(1); // is: flows; grows
  prices.push_back(1); // is: flows; grows
  prices.prepend(1); // is: flows; grows
  prices.push_front(1); // is: grows
  prices << 1; // is: flows; grows
  prices.insert(0, 1); // is: flows; grows
  prices.at(0); // is: flows
  prices[0]; // is: flows
  prices.first(); // is: flows
  prices.last(); // is: flows
  prices.value(0); // is: flows
  prices.takeFirst(); // is: flows; shrinks
  prices.takeLast(); // is: flows; shrinks
  prices.takeAt(0); // is: flows; shrinks
  prices.removeAt(0); // is: shrinks
  prices.removeAll(1); // is: shrinks
  prices.removeOne(1); // is: shrinks
  prices.removeFirst(); // is: shrinks
  prices.removeLast(); // is: shrinks
  prices.pop_back(); // is: shrinks
  prices.pop_front(); // is: shrinks
  prices.erase(prices.begin()); // is: shrinks; begin
  prices.reserve(10); // is: nothing
  std::sort(prices.begin(), prices.end()); // is: begin; end
  std::count(prices.constBegin(), prices.constEnd(), 1); // is: begin; end
  std::count(prices.cbegin(), prices.cend(), 1); // is: begin; end
  if (!prices.isEmpty() && prices.size() > 3) // is: empty; size
    prices.clear(); // is: shrinks
  prices.count(); // is: size
  prices.swap(copy); // is: shrinks
  QVector<int> same;
  same = ids; // is: nothing
  ids.append(1); // is: flows; grows
  ids.push_back(1); // is: flows; grows
  ids.prepend(1); // is: flows; grows
  ids << 1; // is: flows; grows
  ids.insert(0, 1); // is: flows; grows
  ids.at(0); // is: flows
  ids[0]; // is: flows
  ids.first(); // is: flows
  ids.last(); // is: flows
  ids.value(0); // is: flows
  ids.takeFirst(); // is: flows; shrinks
  ids.data(); // is: flows
  ids.removeAt(0); // is: shrinks
  ids.removeAll(1); // is: shrinks
  ids.removeFirst(); // is: shrinks
  ids.removeLast(); // is: shrinks
  ids.pop_back(); // is: shrinks
  ids.erase(ids.begin()); // is: shrinks; begin
  std::count(ids.begin(), ids.end(), 1); // is: begin; end
  std::count(ids.constBegin(), ids.constEnd(), 1); // is: begin; end
  std::count(ids.cbegin(), ids.cend(), 1); // is: begin; end
  if (!ids.isEmpty() && ids.size() > 3) // is: empty; size
    ids.clear(); // is: shrinks
  ids.count(); // is: size
  ids.swap(same); // is: shrinks
  cache.object(1); // is: flows
  cache.insert(1, new int(3)); // is: nothing
}

void maps(QMap<int, Shop *> shops, QMultiMap<int, Shop *> byCity, QHash<int, Shop *> hashed, QMultiHash<int, Shop *> hashedByCity, Shop *shop) {
  QMap<int, Shop *> copy;
  copy = shops; // is: nothing
  shops.insert(1, shop); // is: flows; grows
  shops[1]->refresh(); // is: flows; grows
  shops.value(1)->refresh(); // is: flows
  shops.first()->refresh(); // is: flows
  shops.last()->refresh(); // is: flows
  shops.find(1); // is: flows
  shops.constFind(1); // is: flows
  shops.values(); // is: flows
  shops.take(1); // is: flows; shrinks
  shops.remove(1); // is: shrinks
  shops.erase(shops.begin()); // is: shrinks; begin
  shops.contains(1); // is: nothing
  std::distance(shops.begin(), shops.end()); // is: begin; end
  std::distance(shops.constBegin(), shops.constEnd()); // is: begin; end
  std::distance(shops.cbegin(), shops.cend()); // is: begin; end
  if (!shops.isEmpty() && shops.size() > 3) // is: empty; size
    shops.clear(); // is: shrinks
  shops.count(); // is: size
  shops.swap(copy); // is: shrinks
  byCity.insert(1, shop); // is: flows; grows
  QHash<int, Shop *> same;
  same = hashed; // is: nothing
  hashed.insert(1, shop); // is: flows; grows
  hashed[1]->refresh(); // is: flows; grows
  hashed.value(1)->refresh(); // is: flows
  hashed.find(1); // is: flows
  hashed.constFind(1); // is: flows
  hashed.values(); // is: flows
  hashed.take(1); // is: flows; shrinks
  hashed.remove(1); // is: shrinks
  hashed.erase(hashed.begin()); // is: shrinks; begin
  std::distance(hashed.begin(), hashed.end()); // is: begin; end
  std::distance(hashed.constBegin(), hashed.constEnd()); // is: begin; end
  std::distance(hashed.cbegin(), hashed.cend()); // is: begin; end
  if (!hashed.isEmpty() && hashed.size() > 3) // is: empty; size
    hashed.clear(); // is: shrinks
  hashed.count(); // is: size
  hashed.swap(same); // is: shrinks
  hashedByCity.insert(1, shop); // is: flows; grows
}

void otherContainers(QSet<int> ids, QQueue<int> jobs, QStack<int> path, QStringList names) {
  QSet<int> copy;
  ids.insert(1); // is: flows; grows
  ids << 1; // is: flows; grows
  ids.remove(1); // is: shrinks
  ids.erase(ids.begin()); // is: shrinks; begin
  std::distance(ids.begin(), ids.end()); // is: begin; end
  std::distance(ids.constBegin(), ids.constEnd()); // is: begin; end
  std::distance(ids.cbegin(), ids.cend()); // is: begin; end
  if (!ids.isEmpty() && ids.size() > 3) // is: empty; size
    ids.clear(); // is: shrinks
  ids.count(); // is: size
  ids.swap(copy); // is: shrinks
  jobs.enqueue(1); // is: flows; grows
  jobs.head(); // is: flows
  jobs.dequeue(); // is: flows; shrinks
  path.push(1); // is: flows; grows
  path.top(); // is: flows
  path.pop(); // is: flows; shrinks
  names << "x"; // is: flows; grows
}

void texts(int id, const QString &order, QByteArray bytes, QStringList columns) {
  QString sql; // is: text ""
  sql = "SELECT name FROM users";
  sql += " WHERE id = "; // is: text "SELECT name FROM users WHERE id = "
  sql.append(QString::number(id)); // is: text "{}"; text "SELECT name FROM users WHERE id = {}"; pure
  sql.push_back(" ;"); // is: text "SELECT name FROM users WHERE id = {} ;"
  sql.chop(0); // is: text "SELECT name FROM users WHERE id = {} ;"
  QString padded(3, '*'); // is: text "{}"
  take(QString("SELECT name FROM users WHERE id = %1").arg(id)); // is: text "SELECT name FROM users WHERE id = {}"
  take(QString("SELECT %1 FROM users ORDER BY %2").arg(order, order)); // is: text "SELECT {} FROM users ORDER BY {}"
  take(QStringLiteral("SELECT 1")); // is: text "SELECT 1"
  take(QLatin1String("SELECT 2")); // is: text "SELECT 2"
  QStringView view(sql); // is: text "SELECT name FROM users WHERE id = {} ;"
  take(QString::fromUtf8("SELECT 3")); // is: text "SELECT 3"
  take(QString::fromLatin1("SELECT 4")); // is: text "SELECT 4"
  take(QString::fromLocal8Bit("SELECT 5")); // is: text "SELECT 5"
  take(QString::fromStdString("SELECT 6")); // is: text "SELECT 6"
  take(QObject::tr("SELECT 7")); // is: text "SELECT 7"
  take(QString::asprintf("SELECT name FROM users WHERE id = %d", id)); // is: text "SELECT name FROM users WHERE id = {}"
  take("SELECT name FROM users ORDER BY " + order); // is: text "SELECT name FROM users ORDER BY {}"
  take(order + " DESC"); // is: text "{} DESC"
  take("SELECT name FROM users ORDER BY " % order); // is: text "SELECT name FROM users ORDER BY {}"
  take(order % " DESC"); // is: text "{} DESC"
  take("SELECT " + columns.join(", ")); // is: text "SELECT {*}"
  QString literal = "SELECT 8"; // is: text "SELECT 8"
  take(literal.trimmed()); // is: text "SELECT 8"
  take(literal.simplified()); // is: text "SELECT 8"
  take(literal.toLower()); // is: text "SELECT 8"
  take(literal.toUpper()); // is: text "SELECT 8"
  take(literal.mid(1)); // is: text "{}"
  take(literal.left(1)); // is: text "{}"
  take(literal.right(1)); // is: text "{}"
  takeBytes(literal.toUtf8()); // is: text "SELECT 8"
  takeBytes(literal.toLatin1()); // is: text "SELECT 8"
  takeText(literal.toStdString()); // is: text "SELECT 8"
  takeC(qPrintable(literal)); // is: text "SELECT 8"
  const QChar *characters = literal.constData(); // is: text "SELECT 8"
  QChar *editable = literal.data(); // is: text "SELECT 8"
  literal.prepend(order); // is: text "{}"
  literal.insert(0, order); // is: text "{}"
  literal.replace("a", order); // is: text "{}"
  bool same = literal == order; // is: nothing
  QString streamed;
  QTextStream stream(&streamed); // is: text ""
  stream << "SELECT name FROM users WHERE id = " << id; // is: text "SELECT name FROM users WHERE id = {}"
}

void bytes(int id, QByteArray other) {
  QByteArray sql = "SELECT name FROM users"; // is: text "SELECT name FROM users"
  sql += " WHERE id = "; // is: text "SELECT name FROM users WHERE id = "
  sql.append(QByteArray::number(id)); // is: text "{}"; text "SELECT name FROM users WHERE id = {}"
  sql.push_back(" ;"); // is: text "SELECT name FROM users WHERE id = {} ;"
  sql = "SELECT 1";
  sql.chop(0); // is: text "SELECT 1"
  takeBytes(QByteArrayLiteral("SELECT 2")); // is: text "SELECT 2"
  takeBytes(sql.trimmed()); // is: text "SELECT 1"
  takeBytes(sql.simplified()); // is: text "SELECT 1"
  takeBytes(sql.toLower()); // is: text "SELECT 1"
  takeBytes(sql.toUpper()); // is: text "SELECT 1"
  takeC(sql.constData()); // is: text "SELECT 1"
  takeC(sql.data()); // is: text "SELECT 1"
  takeText(sql.toStdString()); // is: text "SELECT 1"
  takeBytes(sql.mid(1)); // is: text "{}"
  takeBytes(sql.left(1)); // is: text "{}"
  takeBytes(sql.right(1)); // is: text "{}"
  sql.prepend(other); // is: text "{}"
  sql.insert(0, other); // is: text "{}"
  sql.replace("a", other); // is: text "{}"
  bool some = !sql.isEmpty() && sql.size() > 3; // is: empty; size
  some = sql.length() > 3; // is: size
  QString text;
  some = !text.isEmpty() && text.size() > 3; // is: empty; size
  some = text.length() > 3; // is: size
}

void waits(QFuture<int> future, QThread *thread, QWaitCondition &ready, QMutex *mutex, QSemaphore &slots_, QEventLoop &loop, QThreadPool *pool) {
  QThread::sleep(1); // is: sleep
  QThread::msleep(100); // is: sleep
  QThread::usleep(100); // is: sleep
  QThread::yieldCurrentThread(); // is: nothing
  future.results(); // is: wait
  future.waitForFinished(); // is: wait
  thread->wait(); // is: wait
  ready.wait(mutex); // is: wait
  slots_.acquire(); // is: wait
  loop.exec(); // is: wait
  pool->waitForDone(); // is: wait
}

void inputs(QFile &file, QTextStream &stream, QDirIterator &entries, char *block) {
  file.readLine(); // is: next-input
  file.read(block, 100); // is: next-input
  stream.readLine(); // is: next-input
  entries.next(); // is: next-input
  entries.hasNext(); // is: nothing
}

void others(QString text) {
  QRandomGenerator::global()->generate(); // is: random
  QRandomGenerator::global()->bounded(6); // is: random
  qrand(); // is: random
  qDebug("order %d", 1); // is: log
  qInfo() << "order"; // is: log
  qWarning("order %d", 1); // is: log
  qCritical() << "order"; // is: log
  text.toInt(); // is: pure
  text.toLongLong(); // is: pure
  text.toDouble(); // is: pure
  text.compare("x"); // is: pure
  text.startsWith("x"); // is: pure
  text.endsWith("x"); // is: pure
  text.contains("x"); // is: pure
  qMin(1, 2); // is: pure
  qMax(1, 2); // is: pure
  qBound(1, 2, 3); // is: pure
  qAbs(-1); // is: pure
  text.squeeze(); // is: nothing
}
