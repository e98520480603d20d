// pkg-config: Qt5Core
// Locks of Boost, Qt, Poco and pthread.
#include <Poco/Mutex.h>
#include <QMutex>
#include <QMutexLocker>
#include <boost/thread/lock_guard.hpp>
#include <boost/thread/locks.hpp>
#include <boost/thread/mutex.hpp>
#include <curl/curl.h>

void withBoost(boost::mutex &mutex, CURL *handle) {
  boost::unique_lock<boost::mutex> lock(mutex);
  curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
  lock.unlock();
  curl_easy_perform(handle); // ok: unlocked
}

void withQt(QMutex &mutex, CURL *handle) {
  {
    QMutexLocker locker(&mutex);
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
    locker.unlock();
    curl_easy_perform(handle); // ok: unlocked
  }
  mutex.lock();
  curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
  mutex.unlock();
  curl_easy_perform(handle); // ok: unlocked
}

void withPoco(Poco::Mutex &mutex, CURL *handle) {
  {
    Poco::Mutex::ScopedLock lock(mutex);
    curl_easy_perform(handle); // expect: scale-lock-across-remote-call "'mutex' is locked"
  }
  curl_easy_perform(handle); // ok: the guard has died
  {
    Poco::Mutex::ScopedLock lock(mutex);
  }
  curl_easy_perform(handle); // ok: that one too
}
