// Poco Foundation against the installed headers.
// flags: -std=c++17 -Wno-unused
#include <Poco/ActiveResult.h>
#include <Poco/Any.h>
#include <Poco/AutoPtr.h>
#include <Poco/Condition.h>
#include <Poco/DirectoryIterator.h>
#include <Poco/Event.h>
#include <Poco/Format.h>
#include <Poco/LRUCache.h>
#include <Poco/Logger.h>
#include <Poco/Mutex.h>
#include <Poco/Notification.h>
#include <Poco/NotificationQueue.h>
#include <Poco/Nullable.h>
#include <Poco/NumberFormatter.h>
#include <Poco/NumberParser.h>
#include <Poco/Optional.h>
#include <Poco/PriorityNotificationQueue.h>
#include <Poco/Process.h>
#include <Poco/RWLock.h>
#include <Poco/Random.h>
#include <Poco/Runnable.h>
#include <Poco/RunnableAdapter.h>
#include <Poco/ScopedLock.h>
#include <Poco/ScopedUnlock.h>
#include <Poco/Semaphore.h>
#include <Poco/SharedPtr.h>
#include <Poco/String.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <Poco/Timer.h>
#include <string>
#include <vector>

struct Client : Poco::RefCountedObject {
  void ping() {}
  void onTimer(Poco::Timer &) {}
};
struct Job : Poco::Runnable {
  void run() override {} // is: root
};
struct Export : Poco::Task {
  Export() : Poco::Task("export") {}
  void runTask() override {} // is: root
};
void run();
void take(const std::string &sql);

void threads(Client &client, Poco::Thread &thread, Poco::Thread &other, Poco::ThreadPool &pool, Poco::Timer &timer, Job &job) {
  thread.startFunc(&run); // is: runs on-thread
  Poco::RunnableAdapter<Client> adapter(client, &Client::ping); // is: flows
  other.start(adapter); // is: runs on-thread
  pool.start(adapter); // is: runs on-pool
  pool.startWithPriority(Poco::Thread::PRIO_LOW, adapter); // is: runs on-pool
  pool.available(); // is: nothing
  timer.start(Poco::TimerCallback<Client>(client, &Client::onTimer)); // is: runs on-pool; flows
  timer.restart(1000); // is: nothing
  thread.join(); // is: wait
  thread.tryJoin(100); // is: wait
  pool.joinAll(); // is: wait
}

void processes(const std::vector<std::string> &arguments) {
  Poco::ProcessHandle child = Poco::Process::launch("convert", arguments); // is: process.run
  Poco::Process::wait(child); // is: wait
  child.id(); // is: nothing
}

void guards(Poco::Mutex &mutex, Poco::FastMutex &fast, Poco::RWLock &table) {
  Poco::Mutex::ScopedLock lock(mutex); // is: scope lock
  Poco::ScopedLock<Poco::FastMutex> fastLock(fast); // is: scope lock
  Poco::ScopedLockWithUnlock<Poco::FastMutex> early(fast); // is: scope lock
  early.unlock(); // is: ends lock
  Poco::ScopedRWLock either(table, true); // is: scope lock
  Poco::ScopedReadRWLock reader(table); // is: scope lock
  Poco::ScopedWriteRWLock writer(table); // is: scope lock
}

void byHand(Poco::Mutex &mutex, Poco::FastMutex &fast, Poco::SpinlockMutex &spin, Poco::RWLock &table) {
  mutex.lock(); // is: begins lock
  mutex.tryLock(100); // is: begins lock
  mutex.unlock(); // is: ends lock
  fast.lock(); // is: begins lock
  fast.tryLock(); // is: begins lock
  fast.unlock(); // is: ends lock
  spin.lock(); // is: begins lock
  spin.tryLock(); // is: begins lock
  spin.unlock(); // is: ends lock
  table.readLock(); // is: begins lock
  table.tryReadLock(); // is: begins lock
  table.writeLock(); // is: begins lock
  table.tryWriteLock(); // is: begins lock
  table.unlock(); // is: ends lock
}

void pointers(Client *raw, Poco::SharedPtr<Client> other, Poco::AutoPtr<Client> otherCounted, Poco::Nullable<Client *> nullable,
              Poco::Optional<Client *> optional, Poco::Any any) {
  Poco::SharedPtr<Client> shared(raw); // is: flows
  shared = other; // is: nothing
  shared.assign(other); // is: flows
  shared.reset(raw); // is: flows
  shared.get()->ping(); // is: flows
  shared->ping(); // is: nothing
  (*shared).ping(); // is: nothing
  shared.cast<Client>(); // is: flows
  shared.unsafeCast<Client>(); // is: flows
  shared.referenceCount(); // is: nothing
  Poco::AutoPtr<Client> counted(raw); // is: flows
  counted = otherCounted; // is: nothing
  counted.assign(raw); // is: flows
  counted.reset(raw); // is: flows
  counted.get()->ping(); // is: flows
  counted->ping(); // is: nothing
  (*counted).ping(); // is: nothing
  counted.cast<Client>(); // is: flows
  counted.unsafeCast<Client>(); // is: flows
  counted.duplicate(); // is: flows
  nullable.value()->ping(); // is: flows
  optional.value()->ping(); // is: flows
  nullable.isNull(); // is: nothing
  Poco::Any boxed(raw); // is: flows
  Poco::AnyCast<Client *>(any)->ping(); // is: flows
  Poco::RefAnyCast<Client *>(any)->ping(); // is: flows
}

void texts(int id, std::string order) {
  take(Poco::format("SELECT name FROM users WHERE id = %d", id)); // is: text "SELECT name FROM users WHERE id = {}"
  std::string sql;
  Poco::format(sql, "SELECT name FROM users WHERE id = %d", id); // is: text "SELECT name FROM users WHERE id = {}"
  take(Poco::cat(std::string("SELECT name FROM users ORDER BY "), order)); // is: text "SELECT name FROM users ORDER BY {}"
  take(Poco::NumberFormatter::format(id)); // is: text "{}"; pure
  std::string grown = "SELECT name FROM users LIMIT ";
  Poco::NumberFormatter::append(grown, id); // is: text "SELECT name FROM users LIMIT {}"
  take(Poco::trim(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  take(Poco::toLower(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  take(Poco::toUpper(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  std::string edited = "SELECT 2";
  Poco::trimInPlace(edited); // is: text "SELECT 2"
  Poco::toLowerInPlace(edited); // is: text "SELECT 2"
  Poco::toUpperInPlace(edited); // is: text "SELECT 2"
  take(Poco::replace(order, std::string("a"), std::string("b"))); // is: text "{}"
  take(Poco::translate(order, std::string("a"), std::string("b"))); // is: text "{}"
  Poco::NumberParser::parse(order); // is: pure
  Poco::NumberParser::parse64(order); // is: pure
  Poco::NumberParser::parseFloat(order); // is: pure
  Poco::icompare(order, order); // is: pure
  Poco::startsWith(order, order); // is: pure
  Poco::endsWith(order, order); // is: pure
}

void waits(Poco::Event &event, Poco::Semaphore &slots, Poco::Condition &changed, Poco::FastMutex &mutex, Poco::TaskManager &tasks,
           Poco::ActiveResult<int> result, Poco::PriorityNotificationQueue &urgent) {
  Poco::Thread::sleep(100); // is: sleep
  Poco::Thread::trySleep(100); // is: sleep
  Poco::Thread::yield(); // is: nothing
  event.wait(); // is: wait
  event.tryWait(100); // is: wait
  event.set(); // is: nothing
  slots.wait(); // is: wait
  slots.tryWait(100); // is: wait
  changed.wait(mutex); // is: wait
  changed.tryWait(mutex, 100); // is: wait
  tasks.joinAll(); // is: wait
  result.wait(); // is: wait
  urgent.waitDequeueNotification(); // is: wait
}

void queues(Poco::NotificationQueue &queue, Poco::LRUCache<int, int> &cache) {
  queue.enqueueNotification(new Poco::Notification); // is: grows; flows
  queue.enqueueUrgentNotification(new Poco::Notification); // is: grows; flows
  queue.dequeueNotification(); // is: shrinks
  queue.waitDequeueNotification(); // is: wait
  if (!queue.empty() && queue.size() > 3) // is: empty; size
    queue.clear(); // is: shrinks
  queue.wakeUpAll(); // is: nothing
  cache.add(1, 2); // is: cache-store
  cache.update(1, 3); // is: cache-store
  cache.get(1); // is: cache-lookup
  cache.has(1); // is: cache-lookup
  cache.remove(1); // is: nothing
}

void others(Poco::Logger &logger, Poco::Random &random, Poco::DirectoryIterator entry, const Poco::Message &message) {
  logger.fatal("order"); // is: log
  logger.critical("order"); // is: log
  logger.error("order %d", 1); // is: log
  logger.warning("order"); // is: log
  logger.notice("order"); // is: log
  logger.information("order"); // is: log
  logger.debug("order"); // is: log
  logger.trace("order"); // is: log
  logger.log(message); // is: log
  logger.setLevel(3); // is: nothing
  random.next(6); // is: random
  random.nextFloat(); // is: random
  random.nextDouble(); // is: random
  random.nextBool(); // is: random
  ++entry; // is: next-input
}
