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
