// shows: template
// Guards and wrappers that the project wrote itself.
#include <chrono>
#include <mutex>
#include <pthread.h>
#include <thread>

using namespace std::chrono_literals;

template <class Mutex> class Locker {
public:
  explicit Locker(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Locker() { mutex_.unlock(); }

private:
  Mutex &mutex_;
};

class Section {
public:
  void enter() { pthread_mutex_lock(&mutex_); }
  void leave() { pthread_mutex_unlock(&mutex_); }

private:
  pthread_mutex_t mutex_;
};

static std::mutex jobs;

struct Object {
  std::recursive_mutex mutex;
};

class ObjectLock {
public:
  explicit ObjectLock(Object *object) : object_(object) {
    if (object_)
      lock();
  }
  explicit ObjectLock(Object &object) : ObjectLock(&object) {}
  ~ObjectLock() { unlock(); }
  void lock() {
    object_->mutex.lock();
    locked_ = true;
  }
  void unlock() {
    if (locked_)
      object_->mutex.unlock();
    locked_ = false;
  }

private:
  Object *object_;
  bool locked_ = false;
};

void delegated(Object &object) {
  {
    ObjectLock lock(object);
    std::this_thread::sleep_for(2s); // expect: scale-lock-across-remote-call "sleep of 2s"
  }
  std::this_thread::sleep_for(2s); // ok: the guard has died
}

void guarded() {
  {
    Locker<std::mutex> lock(jobs);
    std::this_thread::sleep_for(2s); // expect: scale-lock-across-remote-call "sleep of 2s"
  }
  std::this_thread::sleep_for(2s); // ok: the guard has died
}

void entered(Section &section) {
  section.enter();
  std::this_thread::sleep_for(10ms); // expect: scale-lock-across-remote-call "sleep of 10ms"
  section.leave();
  std::this_thread::sleep_for(10ms); // ok: left
}

template <class Work> void locked(Work work) {
  std::lock_guard<std::mutex> guard(jobs);
  work(); // ok: what it runs is told where it is written
}

void inTemplate() {
  locked([] {
    std::this_thread::sleep_for(1s); // expect: scale-lock-across-remote-call "'jobs' is locked"
  });
  locked([] {}); // ok: does nothing
}
