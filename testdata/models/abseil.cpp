// Abseil against the installed headers.
// flags: -std=c++17 -Wno-unused
#include <absl/algorithm/container.h>
#include <absl/base/call_once.h>
#include <absl/container/btree_map.h>
#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>
#include <absl/functional/any_invocable.h>
#include <absl/functional/bind_front.h>
#include <absl/functional/function_ref.h>
#include <absl/random/random.h>
#include <absl/strings/match.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>
#include <absl/strings/str_replace.h>
#include <absl/strings/strip.h>
#include <absl/strings/substitute.h>
#include <absl/synchronization/barrier.h>
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <absl/time/clock.h>
#include <absl/time/time.h>
#include <string>
#include <vector>

void audit(int order);
bool isOpen(int order);
bool cheaper(int a, int b);
int doubled(int order);
void run();
void take(const std::string &sql);
void takeView(absl::string_view sql);

void callbacks(std::vector<int> orders, std::vector<int> out, absl::once_flag &once) {
  absl::c_for_each(orders, audit); // is: runs per-element
  absl::c_any_of(orders, isOpen); // is: runs per-element
  absl::c_all_of(orders, isOpen); // is: runs per-element
  absl::c_none_of(orders, isOpen); // is: runs per-element
  absl::c_find_if(orders, isOpen); // is: runs per-element
  absl::c_count_if(orders, isOpen); // is: runs per-element
  absl::c_sort(orders, cheaper); // is: runs per-element
  absl::c_sort(orders); // is: nothing
  absl::c_transform(orders, out.begin(), doubled); // is: runs per-element
  absl::call_once(once, run); // is: runs once
  absl::AnyInvocable<void()> task(run); // is: flows
  absl::FunctionRef<void()> reference(run); // is: flows
  auto bound = absl::bind_front(audit, 1); // is: flows
}

void locks(absl::Mutex &mutex, absl::Notification &ready) {
  absl::Condition condition(&ready, &absl::Notification::HasBeenNotified);
  absl::MutexLock lock(&mutex); // is: scope lock
  absl::ReaderMutexLock reader(&mutex); // is: scope lock
  absl::WriterMutexLock writer(&mutex); // is: scope lock
  absl::MutexLockMaybe maybe(&mutex); // is: scope lock
  absl::ReleasableMutexLock releasable(&mutex); // is: scope lock
  releasable.Release(); // is: ends lock
  mutex.Lock(); // is: begins lock
  mutex.TryLock(); // is: begins lock
  mutex.Unlock(); // is: ends lock
  mutex.WriterLock(); // is: begins lock
  mutex.WriterUnlock(); // is: ends lock
  mutex.ReaderLock(); // is: begins lock
  mutex.ReaderTryLock(); // is: begins lock
  mutex.ReaderUnlock(); // is: ends lock
  mutex.LockWhen(condition); // is: begins lock
  mutex.AssertHeld(); // is: nothing
}

void containers(absl::flat_hash_map<int, int> hashed, absl::btree_map<int, int> sorted, absl::InlinedVector<int, 4> ids) {
  absl::flat_hash_map<int, int> same;
  hashed.insert(std::make_pair(1, 2)); // is: flows; grows
  hashed.emplace(1, 2); // is: flows; grows
  hashed.try_emplace(1, 2); // is: grows
  hashed.insert_or_assign(1, 2); // is: grows
  hashed[1] = 2; // is: flows; grows
  hashed.at(1); // is: flows
  hashed.find(1); // is: flows
  hashed.contains(1); // is: nothing
  hashed.erase(1); // is: shrinks
  std::distance(hashed.begin(), hashed.end()); // is: begin; end
  if (!hashed.empty() && hashed.size() > 3) // is: empty; size
    hashed.clear(); // is: shrinks
  hashed.swap(same); // is: shrinks
  absl::btree_map<int, int> copy;
  sorted.insert(std::make_pair(1, 2)); // is: flows; grows
  sorted.try_emplace(1, 2); // is: grows
  sorted[1] = 2; // is: flows; grows
  sorted.at(1); // is: flows
  sorted.find(1); // is: flows
  sorted.erase(1); // is: shrinks
  std::distance(sorted.begin(), sorted.end()); // is: begin; end
  if (!sorted.empty() && sorted.size() > 3) // is: empty; size
    sorted.clear(); // is: shrinks
  sorted.swap(copy); // is: shrinks
  ids.push_back(1); // is: flows; grows
  ids.emplace_back(1); // is: grows
  ids[0]; // is: flows
  ids.reserve(8); // is: nothing
  ids.pop_back(); // is: shrinks
  ids.erase(ids.begin()); // is: shrinks; begin
  std::distance(ids.begin(), ids.end()); // is: begin; end
  if (!ids.empty() && ids.size() > 3) // is: empty; size
    ids.clear(); // is: shrinks
}

void texts(int id, const std::vector<std::string> &columns, std::string order) {
  take(absl::StrCat("SELECT name FROM users ORDER BY ", order)); // is: text "SELECT name FROM users ORDER BY {}"
  std::string sql;
  absl::StrAppend(&sql, "SELECT name FROM users"); // is: text "SELECT name FROM users"
  absl::StrAppend(&sql, " ORDER BY ", order); // is: text "SELECT name FROM users ORDER BY {}"
  take(absl::StrFormat("SELECT name FROM users WHERE id = %d", id)); // is: text "SELECT name FROM users WHERE id = {}"
  std::string formatted;
  absl::StrAppendFormat(&formatted, "SELECT name FROM users WHERE id = %d", id); // is: text "SELECT name FROM users WHERE id = {}"
  char fixed[100];
  absl::SNPrintF(fixed, sizeof fixed, "SELECT name FROM users WHERE id = %d", id); // is: text "SELECT name FROM users WHERE id = {}"
  take("SELECT " + absl::StrJoin(columns, ", ")); // is: text "{*}"
  take(absl::Substitute("SELECT name FROM users WHERE id = $0", id)); // is: text "SELECT name FROM users WHERE id = $0"
  std::string substituted;
  absl::SubstituteAndAppend(&substituted, "SELECT name FROM users WHERE id = $0", id); // is: text "SELECT name FROM users WHERE id = $0"
  take(absl::StrReplaceAll(order, {{"a", "b"}})); // is: text "{}"
  takeView(absl::StripAsciiWhitespace("SELECT 1")); // is: text "SELECT 1"; pure
  absl::string_view view("SELECT 2"); // is: text "SELECT 2"
  absl::AlphaNum piece("SELECT 3"); // is: text "SELECT 3"
  absl::string_view none; // is: nothing
}

void waits(absl::CondVar &changed, absl::Mutex &mutex, absl::Notification &ready, absl::BlockingCounter &counter, absl::Barrier &barrier,
           const absl::Condition &condition) {
  absl::SleepFor(absl::Seconds(1)); // is: sleep; pure
  absl::SleepFor(absl::Milliseconds(100)); // is: sleep; pure
  changed.Wait(&mutex); // is: wait
  changed.WaitWithTimeout(&mutex, absl::Seconds(1)); // is: wait; pure
  changed.SignalAll(); // is: nothing
  mutex.Await(condition); // is: wait
  ready.WaitForNotification(); // is: wait
  counter.Wait(); // is: wait
  barrier.Block(); // is: wait
}

void others(absl::BitGen &generator, const std::string &text, int id) {
  absl::Uniform(generator, 1, 6); // is: random
  generator(); // is: random
  absl::PrintF("order %d\n", id); // is: output-text
  absl::StrContains(text, "x"); // is: pure
  absl::StartsWith(text, "x"); // is: pure
  absl::EndsWith(text, "x"); // is: pure
  absl::ToDoubleSeconds(absl::InfiniteDuration()); // is: pure
  absl::GetCurrentTimeNanos(); // is: nothing
}
