// shows: unlocked-first, deferred, scope-ended
// A guard holds from where it locks to where it unlocks, on the ways on which it does.
#include <httplib.h>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

class Rates {
public:
  double refresh() {
    std::lock_guard<std::mutex> guard(mutex_);
    auto answer = client().Get("/rates"); // expect: scale-lock-across-remote-call "'mutex_' is locked"
    return rate_ = answer ? 1 : 0;
  }

  double unlockedFirst() {
    std::unique_lock<std::mutex> lock(mutex_);
    std::string path = path_;
    lock.unlock();
    auto answer = client().Get(path); // ok: unlocked before
    lock.lock();
    return rate_ = answer ? 1 : 0;
  }

  double lockedAgain() {
    std::unique_lock<std::mutex> lock(mutex_);
    std::string path = path_;
    lock.unlock();
    auto first = client().Get(path); // ok: unlocked before
    lock.lock();
    auto second = client().Get(path_); // expect: scale-lock-across-remote-call "'mutex_' is locked"
    return rate_ = first && second ? 1 : 0;
  }

  double onOneWay(bool quick) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (quick)
      lock.unlock();
    if (quick)
      client().Get("/quick"); // ok: on this way it is unlocked
    else
      client().Get("/slow"); // expect: scale-lock-across-remote-call "HTTP request to '/slow'"
    return rate_;
  }

  double deferred() {
    std::unique_lock<std::mutex> lock(mutex_, std::defer_lock);
    auto answer = client().Get("/rates"); // ok: not locked yet
    lock.lock();
    return rate_ = answer ? 1 : 0;
  }

  double deferredThenLocked() {
    std::unique_lock<std::mutex> lock(mutex_, std::defer_lock);
    lock.lock();
    return rate_ = client().Get("/rates") ? 1 : 0; // expect: scale-lock-across-remote-call "'mutex_' is locked"
  }

  double inScope() {
    std::string path;
    {
      std::lock_guard<std::mutex> guard(mutex_);
      path = path_;
    }
    return client().Get(path) ? 1 : 0; // ok: the guard's scope has ended
  }

  double statement() {
    if (std::lock_guard<std::mutex> guard(mutex_); rate_ > 0)
      return rate_;
    return client().Get("/rates") ? 1 : 0; // ok: the guard died with the statement
  }

  double readers() {
    std::shared_lock<std::shared_mutex> lock(shared_);
    return client().Get("/rates") ? 1 : 0; // expect: scale-lock-across-remote-call "'shared_' is locked"
  }

  void both(Rates &other) {
    std::scoped_lock lock(mutex_, other.mutex_);
    client().Get("/both"); // expect: scale-lock-across-remote-call "'mutex_' and 'other.mutex_' is locked"
  }

  void temporary() {
    std::lock_guard<std::mutex>{mutex_};
    client().Get("/rates"); // ok: the guard has no name, it died at once
  }

private:
  httplib::Client client() {
    httplib::Client made("rates.example");
    return made;
  }
  std::mutex mutex_;
  std::shared_mutex shared_;
  std::string path_ = "/rates";
  double rate_ = 0;
};
