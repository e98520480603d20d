// The C++ standard library and POSIX, one call a line.
// flags: -D_GNU_SOURCE -pthread -Wno-unused -Wno-deprecated-declarations
#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <dirent.h>
#include <execution>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <latch>
#include <list>
#include <map>
#include <mutex>
#include <netdb.h>
#include <numeric>
#include <optional>
#include <poll.h>
#include <pthread.h>
#include <queue>
#include <random>
#include <ranges>
#include <semaphore.h>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <signal.h>
#include <span>
#include <spawn.h>
#include <sstream>
#include <stack>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <syslog.h>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

struct Order {
  int id = 0;
  double total = 0;
};
struct Client {
  explicit Client(int port = 0) : port(port) {}
  void ping();
  int port;
};
void audit(const Order &order);
bool isOpen(const Order &order);
bool cheaper(const Order &a, const Order &b);
bool sameOrder(const Order &a, const Order &b);
Order doubled(const Order &order);
double addTotal(double sum, const Order &order);
Order makeOrder();
void run();

// --- processes, names -----------------------------------------------------------------------------

void processes(char *const arguments[], char *const environment[]) {
  std::system("gzip /var/log/orders.log"); // is: process.run
  FILE *listing = popen("ls /var/spool/orders", "r"); // is: process.run
  pclose(listing); // is: nothing
  pid_t child = 0;
  posix_spawn(&child, "/usr/bin/convert", nullptr, nullptr, arguments, environment); // is: process.run
  posix_spawnp(&child, "convert", nullptr, nullptr, arguments, environment); // is: process.run
  waitpid(child, nullptr, 0); // is: wait
  wait(nullptr); // is: wait
  pid_t self = getpid(); // is: nothing
  if (fork() == 0) // is: process.run
    execl("/usr/bin/convert", "convert", nullptr); // is: process.run
  if (vfork() == 0) // is: process.run
    execv("/usr/bin/convert", arguments); // is: process.run
  execlp("convert", "convert", nullptr); // is: process.run
  execvp("convert", arguments); // is: process.run
  execve("/usr/bin/convert", arguments, environment); // is: process.run
}

void names(const sockaddr *address, socklen_t length, addrinfo *found) {
  getaddrinfo("db.internal", "5432", nullptr, &found); // is: dns.resolve
  freeaddrinfo(found); // is: nothing
  char host[256];
  getnameinfo(address, length, host, sizeof host, nullptr, 0, 0); // is: dns.resolve
  getnameinfo(address, length, host, sizeof host, nullptr, 0, NI_NUMERICHOST | NI_NUMERICSERV); // is: nothing
  gethostbyname("db.internal"); // is: dns.resolve
  gethostbyname2("db.internal", AF_INET6); // is: dns.resolve
  hostent entry;
  hostent *result = nullptr;
  int failure = 0;
  gethostbyname_r("db.internal", &entry, host, sizeof host, &result, &failure); // is: dns.resolve
  gethostbyaddr(address, length, AF_INET); // is: dns.resolve
}

// --- callbacks ------------------------------------------------------------------------------------

void iteratorAlgorithms(std::vector<Order> orders, std::vector<Order> others) {
  const auto b = orders.begin(), e = orders.end(); // is: begin; end
  const auto ob = others.begin(), oe = others.end(); // is: begin; end
  std::vector<Order> out(orders.size()); // is: flows; size
  auto o = out.begin(); // is: begin
  std::for_each(b, e, audit); // is: runs per-element
  std::for_each(std::execution::par, b, e, audit); // is: runs per-element
  std::transform(std::execution::par_unseq, b, e, o, doubled); // is: runs per-element
  std::for_each_n(b, 3, audit); // is: runs per-element
  std::all_of(b, e, isOpen); // is: runs per-element
  std::any_of(b, e, isOpen); // is: runs per-element
  std::none_of(b, e, isOpen); // is: runs per-element
  std::find_if(b, e, isOpen); // is: runs per-element; flows
  std::find_if_not(b, e, isOpen); // is: runs per-element
  std::count_if(b, e, isOpen); // is: runs per-element
  std::transform(b, e, o, doubled); // is: runs per-element
  std::transform(b, e, ob, o, [](const Order &a, const Order &) { return a; }); // is: runs per-element
  std::generate(b, e, makeOrder); // is: runs per-element
  std::generate_n(b, 10, makeOrder); // is: runs per-element
  std::copy_if(b, e, o, isOpen); // is: runs per-element
  std::copy(b, e, o); // is: nothing
  std::remove_if(b, e, isOpen); // is: runs per-element
  std::remove_copy_if(b, e, o, isOpen); // is: runs per-element
  std::replace_if(b, e, isOpen, Order{}); // is: runs per-element
  std::replace_copy_if(b, e, o, isOpen, Order{}); // is: runs per-element
  std::partition(b, e, isOpen); // is: runs per-element
  std::stable_partition(b, e, isOpen); // is: runs per-element
  std::partition_copy(b, e, o, o, isOpen); // is: runs per-element
  std::partition_point(b, e, isOpen); // is: runs per-element
  std::is_partitioned(b, e, isOpen); // is: runs per-element
  std::accumulate(b, e, 0.0, addTotal); // is: runs per-element
  std::reduce(b, e, Order{}, [](Order a, const Order &) { return a; }); // is: runs per-element
  std::transform_reduce(b, e, 0.0, std::plus<>(), [](const Order &x) { return x.total; }); // is: runs per-element
  std::partial_sum(b, e, o, [](Order a, const Order &) { return a; }); // is: runs per-element
  std::adjacent_difference(b, e, o, [](Order a, const Order &) { return a; }); // is: runs per-element
  std::adjacent_find(b, e, sameOrder); // is: runs per-element
  std::unique(b, e, sameOrder); // is: runs per-element
  std::equal(b, e, ob, oe, sameOrder); // is: runs per-element
  std::mismatch(b, e, ob, oe, sameOrder); // is: runs per-element
  std::search(b, e, ob, oe, sameOrder); // is: runs per-element
  std::find_first_of(b, e, ob, oe, sameOrder); // is: runs per-element
  std::sort(b, e, cheaper); // is: runs per-element
  std::stable_sort(b, e, cheaper); // is: runs per-element
  std::partial_sort(b, b + 3, e, cheaper); // is: runs per-element
  std::nth_element(b, b + 3, e, cheaper); // is: runs per-element
  std::is_sorted(b, e, cheaper); // is: runs per-element
  std::min_element(b, e, cheaper); // is: runs per-element; flows
  std::max_element(b, e, cheaper); // is: runs per-element; flows
  std::minmax_element(b, e, cheaper); // is: runs per-element
  std::lower_bound(b, e, Order{}, cheaper); // is: runs per-element
  std::upper_bound(b, e, Order{}, cheaper); // is: runs per-element
  std::binary_search(b, e, Order{}, cheaper); // is: runs per-element
  std::equal_range(b, e, Order{}, cheaper); // is: runs per-element
  std::merge(b, e, ob, oe, o, cheaper); // is: runs per-element
  std::includes(b, e, ob, oe, cheaper); // is: runs per-element
  std::set_union(b, e, ob, oe, o, cheaper); // is: runs per-element
  std::set_intersection(b, e, ob, oe, o, cheaper); // is: runs per-element
  std::set_difference(b, e, ob, oe, o, cheaper); // is: runs per-element
  std::lexicographical_compare(b, e, ob, oe, cheaper); // is: runs per-element
  std::inner_product(b, e, ob, 0.0, std::plus<>(), [](const Order &x, const Order &y) { return x.total * y.total; }); // is: runs per-element
  std::erase_if(orders, isOpen); // is: runs per-element; shrinks
  std::iota(&out[0].id, &out[0].id + 1, 1); // is: flows
}

int compareIds(const void *a, const void *b);

void otherAlgorithms(std::list<Order> orders, std::forward_list<Order> chain, int *ids, std::vector<int> numbers) {
  orders.sort(cheaper); // is: runs per-element
  orders.remove_if(isOpen); // is: runs per-element; shrinks
  chain.remove_if(isOpen); // is: runs per-element; shrinks
  orders.reverse(); // is: nothing
  qsort(ids, 10, sizeof *ids, compareIds); // is: runs per-element
  bsearch(ids, ids, 10, sizeof *ids, compareIds); // is: runs per-element
  std::sort(numbers.begin(), numbers.end()); // is: begin; end
}

void rangeAlgorithms(std::vector<Order> orders) {
  std::vector<Order> out(10); // is: flows
  auto o = out.begin(); // is: begin
  auto b = orders.begin(); // is: begin
  auto e = orders.end(); // is: end
  std::ranges::for_each(orders, audit); // is: runs per-element
  std::ranges::for_each(b, e, audit); // is: runs per-element
  std::ranges::any_of(orders, isOpen); // is: runs per-element
  std::ranges::any_of(b, e, isOpen); // is: runs per-element
  std::ranges::all_of(orders, isOpen); // is: runs per-element
  std::ranges::all_of(b, e, isOpen); // is: runs per-element
  std::ranges::none_of(orders, isOpen); // is: runs per-element
  std::ranges::none_of(b, e, isOpen); // is: runs per-element
  std::ranges::find_if(orders, isOpen); // is: runs per-element; flows
  std::ranges::find_if(b, e, isOpen); // is: runs per-element; flows
  std::ranges::find_if_not(orders, isOpen); // is: runs per-element
  std::ranges::find_if_not(b, e, isOpen); // is: runs per-element
  std::ranges::count_if(orders, isOpen); // is: runs per-element
  std::ranges::count_if(b, e, isOpen); // is: runs per-element
  std::ranges::remove_if(orders, isOpen); // is: runs per-element
  std::ranges::remove_if(b, e, isOpen); // is: runs per-element
  std::ranges::partition(orders, isOpen); // is: runs per-element
  std::ranges::partition(b, e, isOpen); // is: runs per-element
  std::ranges::stable_partition(orders, isOpen); // is: runs per-element
  std::ranges::stable_partition(b, e, isOpen); // is: runs per-element
  std::ranges::sort(orders, cheaper); // is: runs per-element
  std::ranges::sort(b, e, cheaper); // is: runs per-element
  std::ranges::stable_sort(orders, cheaper); // is: runs per-element
  std::ranges::stable_sort(b, e, cheaper); // is: runs per-element
  std::ranges::min_element(orders, cheaper); // is: runs per-element
  std::ranges::min_element(b, e, cheaper); // is: runs per-element
  std::ranges::max_element(orders, cheaper); // is: runs per-element
  std::ranges::max_element(b, e, cheaper); // is: runs per-element
  std::ranges::transform(orders, o, doubled); // is: runs per-element
  std::ranges::transform(b, e, o, doubled); // is: runs per-element
  std::ranges::copy_if(orders, o, isOpen); // is: runs per-element
  std::ranges::copy_if(b, e, o, isOpen); // is: runs per-element
  std::ranges::generate(orders, makeOrder); // is: runs per-element
  std::ranges::generate(b, e, makeOrder); // is: runs per-element
  std::ranges::copy(orders, o); // is: nothing
  std::ranges::find(orders, 7, &Order::id); // is: flows
  auto open = std::views::filter(orders, isOpen); // is: runs per-element
  auto twice = std::views::transform(orders, doubled); // is: runs per-element
  auto first = std::views::take_while(orders, isOpen); // is: runs per-element
  auto piped = orders | std::views::filter(isOpen); // is: runs per-element
  auto few = orders | std::views::take(10) | std::views::transform(doubled); // is: runs per-element
  std::ranges::begin(orders); // is: begin
  std::ranges::end(orders); // is: end
  std::ranges::size(orders); // is: size
  std::ranges::empty(orders); // is: empty
}

void *worker(void *);
void onSignal(int);

void callNow(std::variant<int, Order> either, std::once_flag &once, pthread_once_t *control) {
  std::invoke(audit, Order{}); // is: runs once
  std::apply(addTotal, std::make_tuple(1.0, Order{})); // is: runs once; flows
  std::visit([](const auto &) {}, either); // is: runs once
  std::call_once(once, run); // is: runs once
  pthread_once(control, run); // is: runs once
  std::packaged_task<void()> task(run); // is: flows
  std::future<void> done = task.get_future(); // is: flows
  task(); // is: runs once
}

void callElsewhere(pthread_t *handle) {
  std::thread plain(run); // is: runs on-thread
  std::jthread joined(run); // is: runs on-thread
  std::thread none; // is: nothing
  auto started = std::async(std::launch::async, run); // is: runs on-thread
  auto asked = std::async(std::launch::deferred, run); // is: runs once
  auto maybe = std::async(run); // is: runs on-thread
  auto deferred = std::async(std::launch::deferred, run); // is: runs once
  pthread_create(handle, nullptr, worker, nullptr); // is: runs on-thread
  std::atexit(run); // is: runs later
  signal(SIGTERM, onSignal); // is: runs later
  plain.join(); // is: wait
  joined.join(); // is: wait
  plain.detach(); // is: nothing
  pthread_join(*handle, nullptr); // is: wait
}

// --- locks ----------------------------------------------------------------------------------------

std::mutex mutexA, mutexB;
std::recursive_mutex recursiveMutex;
std::timed_mutex timedMutex;
std::recursive_timed_mutex recursiveTimedMutex;
std::shared_mutex sharedMutex;
std::shared_timed_mutex sharedTimedMutex;

void guards() {
  std::lock_guard guard(mutexA); // is: scope lock
  std::scoped_lock both(mutexA, mutexB); // is: scope lock
  std::unique_lock<std::timed_mutex> unique(timedMutex); // is: scope lock
  unique.unlock(); // is: ends lock
  unique.lock(); // is: begins lock
  unique.try_lock(); // is: begins lock
  unique.try_lock_for(1s); // is: begins lock
  unique.try_lock_until(std::chrono::steady_clock::now()); // is: begins lock
  bool held = unique.owns_lock(); // is: nothing
  unique.release(); // is: ends lock
  std::shared_lock<std::shared_timed_mutex> shared(sharedTimedMutex); // is: scope lock
  shared.unlock(); // is: ends lock
  shared.lock(); // is: begins lock
  shared.try_lock(); // is: begins lock
  shared.try_lock_for(1s); // is: begins lock
  shared.try_lock_until(std::chrono::steady_clock::now()); // is: begins lock
  shared.release(); // is: ends lock
  std::unique_lock deferred(mutexA, std::defer_lock); // is: scope lock
  deferred.lock(); // is: begins lock
  std::shared_lock deferredReader(sharedTimedMutex, std::defer_lock); // is: scope lock
  deferredReader.lock(); // is: begins lock
}

void byHand() {
  const auto soon = std::chrono::steady_clock::now() + 1s;
  mutexA.lock(); // is: begins lock
  mutexA.try_lock(); // is: begins lock
  mutexA.unlock(); // is: ends lock
  recursiveMutex.lock(); // is: begins lock
  recursiveMutex.try_lock(); // is: begins lock
  recursiveMutex.unlock(); // is: ends lock
  timedMutex.lock(); // is: begins lock
  timedMutex.try_lock(); // is: begins lock
  timedMutex.try_lock_for(1s); // is: begins lock
  timedMutex.try_lock_until(soon); // is: begins lock
  timedMutex.unlock(); // is: ends lock
  recursiveTimedMutex.lock(); // is: begins lock
  recursiveTimedMutex.try_lock(); // is: begins lock
  recursiveTimedMutex.try_lock_for(1s); // is: begins lock
  recursiveTimedMutex.try_lock_until(soon); // is: begins lock
  recursiveTimedMutex.unlock(); // is: ends lock
  sharedMutex.lock(); // is: begins lock
  sharedMutex.try_lock(); // is: begins lock
  sharedMutex.unlock(); // is: ends lock
  sharedMutex.lock_shared(); // is: begins lock
  sharedMutex.try_lock_shared(); // is: begins lock
  sharedMutex.unlock_shared(); // is: ends lock
  sharedTimedMutex.lock(); // is: begins lock
  sharedTimedMutex.try_lock(); // is: begins lock
  sharedTimedMutex.try_lock_for(1s); // is: begins lock
  sharedTimedMutex.try_lock_until(soon); // is: begins lock
  sharedTimedMutex.unlock(); // is: ends lock
  sharedTimedMutex.lock_shared(); // is: begins lock
  sharedTimedMutex.try_lock_shared(); // is: begins lock
  sharedTimedMutex.try_lock_shared_for(1s); // is: begins lock
  sharedTimedMutex.unlock_shared(); // is: ends lock
}

void posixLocks(pthread_mutex_t *mutex, pthread_rwlock_t *table, pthread_spinlock_t *spin, timespec *until) {
  pthread_mutex_init(mutex, nullptr); // is: nothing
  pthread_mutex_lock(mutex); // is: begins lock
  pthread_mutex_trylock(mutex); // is: begins lock
  pthread_mutex_timedlock(mutex, until); // is: begins lock
  pthread_mutex_clocklock(mutex, CLOCK_MONOTONIC, until); // is: begins lock
  pthread_mutex_unlock(mutex); // is: ends lock
  pthread_rwlock_rdlock(table); // is: begins lock
  pthread_rwlock_wrlock(table); // is: begins lock
  pthread_rwlock_tryrdlock(table); // is: begins lock
  pthread_rwlock_trywrlock(table); // is: begins lock
  pthread_rwlock_timedrdlock(table, until); // is: begins lock
  pthread_rwlock_timedwrlock(table, until); // is: begins lock
  pthread_rwlock_unlock(table); // is: ends lock
  pthread_spin_lock(spin); // is: begins lock
  pthread_spin_trylock(spin); // is: begins lock
  pthread_spin_unlock(spin); // is: ends lock
}

// --- flows ----------------------------------------------------------------------------------------

struct Base : std::enable_shared_from_this<Base> {
  virtual ~Base() = default;
  std::shared_ptr<Base> self() { return shared_from_this(); } // is: flows
  std::weak_ptr<Base> observer() { return weak_from_this(); } // is: flows
};
struct Derived : Base {};

template <typename T> void keep(T &&value) {
  auto kept = std::forward<T>(value); // is: nothing
}

void sameObject(std::unique_ptr<Client> client, std::shared_ptr<Base> base, Client raw, std::vector<int> ids) {
  auto moved = std::move(client); // is: nothing
  keep(ids);
  auto nothrow = std::move_if_noexcept(ids); // is: nothing
  const auto &fixed = std::as_const(raw); // is: nothing
  auto *address = std::addressof(raw); // is: nothing
  auto reference = std::ref(raw); // is: flows
  auto constant = std::cref(raw); // is: flows
  Client *through = std::to_address(moved); // is: flows
  Client old = std::exchange(raw, Client(1)); // is: flows; shrinks
  auto derived = std::static_pointer_cast<Derived>(base); // is: flows
  auto checked = std::dynamic_pointer_cast<Derived>(base); // is: flows
  auto readable = std::const_pointer_cast<const Base>(base); // is: flows
  auto blind = std::reinterpret_pointer_cast<Derived>(base); // is: flows
  int *cells = std::data(ids); // is: flows
  auto appender = std::back_inserter(ids); // is: flows
  std::reference_wrapper<Client> wrapped(raw); // is: flows
  wrapped.get().ping(); // is: flows
}

void smartPointers(Client *raw, std::shared_ptr<Client> other) {
  std::unique_ptr<Client> unique(raw); // is: flows
  unique = std::unique_ptr<Client>(); // is: nothing
  unique.get()->ping(); // is: flows
  unique->ping(); // is: nothing
  (*unique).ping(); // is: nothing
  unique.reset(raw); // is: flows
  Client *released = unique.release(); // is: flows
  std::shared_ptr<Client> shared(raw); // is: flows
  shared = other; // is: nothing
  shared.get()->ping(); // is: flows
  shared->ping(); // is: nothing
  (*shared).ping(); // is: nothing
  shared.reset(raw); // is: flows
  auto count = shared.use_count(); // is: nothing
  std::weak_ptr<Client> weak(shared); // is: flows
  weak = other; // is: nothing
  auto locked = weak.lock(); // is: flows
  std::atomic<Client *> current(raw);
  current.load()->ping(); // is: flows
  current.store(raw); // is: flows
  std::atomic_store(&shared, other); // is: flows
  auto seen = std::atomic_load(&shared); // is: flows
}

void holders(Client client, std::variant<int, Client> either, std::any any, std::optional<Client> maybe) {
  std::optional<Client> given(client); // is: flows
  maybe = client; // is: nothing
  maybe.value().ping(); // is: flows
  maybe.value_or(client).ping(); // is: flows
  maybe->ping(); // is: nothing
  (*maybe).ping(); // is: nothing
  maybe.emplace(8080).ping(); // is: flows
  bool there = maybe.has_value(); // is: nothing
  auto made = std::make_optional(client); // is: makes Client; flows
  std::variant<int, Client> fresh(client); // is: flows
  either = client; // is: nothing
  std::get<Client>(either).ping(); // is: flows
  std::get_if<Client>(&either)->ping(); // is: flows
  std::any boxed(client); // is: flows
  any = client; // is: nothing
  std::any_cast<Client &>(any).ping(); // is: flows
  auto pair = std::make_pair(1, client); // is: flows
  std::pair<int, Client> exact(1, client); // is: flows
  auto tuple = std::make_tuple(1, client, 2.0); // is: flows
}

void callables(void (*hook)(), std::promise<Client> promise, std::future<Client> future) {
  std::function<void()> function(hook); // is: flows
  function = hook; // is: nothing
  std::packaged_task<void()> task(hook); // is: flows
  auto done = task.get_future(); // is: flows
  auto promised = promise.get_future(); // is: flows
  promise.set_value(Client(1)); // is: flows
  Client first = promised.get(); // is: flows; wait
  auto sharedFuture = future.share(); // is: flows
  sharedFuture.get(); // is: flows; wait
  auto bound = std::bind(audit, Order{}); // is: flows
  auto front = std::bind_front(audit, Order{}); // is: flows
  auto member = std::mem_fn(&Client::ping); // is: flows
  auto closed = std::not_fn(isOpen); // is: flows
  function.swap(function); // is: nothing
}

void makers() {
  auto unique = std::make_unique<Client>(80); // is: makes Client
  auto raw = std::make_unique_for_overwrite<Client>(); // is: makes Client
  auto shared = std::make_shared<Client>(80); // is: makes Client
  auto pooled = std::allocate_shared<Client>(std::allocator<Client>(), 80); // is: makes Client
  auto maybe = std::make_optional<Client>(80); // is: makes Client; flows
  auto any = std::make_any<Client>(80); // is: makes Client
  std::allocator<Client> memory;
  Client *room = memory.allocate(1); // is: nothing
  std::construct_at(room, 80); // is: makes Client
}

// --- containers -----------------------------------------------------------------------------------

void vectors(Order order) {
  std::vector<Order> orders{order, order}; // is: flows
  std::vector<Order> copy(orders); // is: nothing
  copy = orders; // is: nothing
  orders.push_back(order); // is: flows; grows
  orders.emplace_back(order); // is: flows; grows
  orders.insert(copy.cbegin(), order); // is: flows; grows; begin
  orders.insert(orders.cend(), copy.begin(), copy.end()); // is: flows; grows; end; begin
  orders.emplace(orders.begin(), order); // is: grows; begin
  audit(orders.at(0)); // is: flows
  audit(orders[0]); // is: flows
  audit(orders.front()); // is: flows
  audit(orders.back()); // is: flows
  Order *all = orders.data(); // is: flows
  auto last = orders.rbegin(); // is: begin
  auto stop = orders.rend(); // is: end
  orders.pop_back(); // is: shrinks
  orders.erase(orders.begin()); // is: shrinks; begin
  orders.reserve(100); // is: nothing
  if (!orders.empty() && orders.size() > 3) // is: empty; size
    orders.clear(); // is: shrinks
  orders.swap(copy); // is: shrinks
}

void deques(Order order) {
  std::deque<Order> orders{order}; // is: flows
  orders = std::deque<Order>{}; // is: nothing
  orders.push_back(order); // is: flows; grows
  orders.push_front(order); // is: flows; grows
  orders.emplace_back(order); // is: flows; grows
  orders.emplace_front(order); // is: flows; grows
  orders.insert(orders.cbegin(), order); // is: flows; grows; begin
  orders.insert(orders.cend(), orders.begin(), orders.end()); // is: flows; grows; end; begin
  orders.emplace(orders.begin(), order); // is: grows; begin
  audit(orders.at(0)); // is: flows
  audit(orders[0]); // is: flows
  audit(orders.front()); // is: flows
  audit(orders.back()); // is: flows
  std::reverse(orders.rbegin(), orders.rend()); // is: begin; end
  orders.pop_back(); // is: shrinks
  orders.pop_front(); // is: shrinks
  orders.erase(orders.begin()); // is: shrinks; begin
  if (!orders.empty() && orders.size() > 3) // is: empty; size
    orders.clear(); // is: shrinks
  orders.swap(orders); // is: shrinks
}

void lists(Order order, std::forward_list<Order> chain) {
  std::list<Order> orders{order}; // is: flows
  orders = std::list<Order>{}; // is: nothing
  orders.push_back(order); // is: flows; grows
  orders.push_front(order); // is: flows; grows
  orders.emplace_back(order); // is: flows; grows
  orders.emplace_front(order); // is: flows; grows
  orders.insert(orders.cbegin(), order); // is: flows; grows; begin
  orders.insert(orders.cend(), orders.begin(), orders.end()); // is: flows; grows; end; begin
  orders.emplace(orders.begin(), order); // is: grows; begin
  audit(orders.front()); // is: flows
  audit(orders.back()); // is: flows
  std::reverse(orders.rbegin(), orders.rend()); // is: begin; end
  orders.pop_back(); // is: shrinks
  orders.pop_front(); // is: shrinks
  orders.erase(orders.begin()); // is: shrinks; begin
  std::list<int> ids;
  ids.remove(3); // is: shrinks
  if (!orders.empty() && orders.size() > 3) // is: empty; size
    orders.clear(); // is: shrinks
  orders.swap(orders); // is: shrinks
  chain.push_front(order); // is: flows; grows
  chain.emplace_front(order); // is: flows; grows
  chain.insert_after(chain.cbegin(), order); // is: grows; begin
  audit(chain.front()); // is: flows
  chain.erase_after(chain.begin()); // is: shrinks; begin
  chain.pop_front(); // is: shrinks
  if (!chain.empty() && chain.begin() != chain.end() && chain.cbegin() != chain.cend()) // is: empty; begin; end
    chain.clear(); // is: shrinks
}

void sets(std::set<int> ids, std::multiset<int> many) {
  std::set<int> copy(ids.cbegin(), ids.cend()); // is: flows; begin; end
  copy = ids; // is: nothing
  ids.insert(1); // is: flows; grows
  ids.emplace(1); // is: flows; grows
  ids.emplace_hint(ids.begin(), 1); // is: grows; begin
  ids.find(1); // is: flows
  ids.lower_bound(1); // is: flows
  ids.upper_bound(1); // is: flows
  ids.erase(1); // is: shrinks
  ids.extract(1); // is: shrinks
  ids.count(1); // is: nothing
  std::distance(ids.rbegin(), ids.rend()); // is: pure; begin; end
  std::accumulate(ids.begin(), ids.end(), 0); // is: begin; end
  if (!ids.empty() && ids.size() > 3) // is: empty; size
    ids.clear(); // is: shrinks
  ids.swap(copy); // is: shrinks
  many.insert(1); // is: flows; grows
  many.emplace(1); // is: flows; grows
  many.find(1); // is: flows
  many.erase(1); // is: shrinks
  std::count(many.begin(), many.end(), 1); // is: begin; end
  std::count(many.cbegin(), many.cend(), 1); // is: begin; end
  if (!many.empty() && many.size() > 3) // is: empty; size
    many.clear(); // is: shrinks
}

void maps(std::map<int, Client> clients, std::multimap<int, Client> byPort, Client client) {
  std::map<int, Client> copy(clients.begin(), clients.end()); // is: flows; begin; end
  copy = clients; // is: nothing
  clients.insert(std::pair<const int, Client>(1, client)); // is: flows; grows
  clients.emplace(1, client); // is: flows; grows
  clients.emplace_hint(clients.cbegin(), 1, client); // is: grows; begin
  clients.try_emplace(1, client); // is: flows; grows
  clients.insert_or_assign(1, client); // is: flows; grows
  clients[1].ping(); // is: flows; grows
  clients.at(1).ping(); // is: flows
  clients.find(1)->second.ping(); // is: flows
  clients.lower_bound(1); // is: flows
  clients.upper_bound(1); // is: flows
  clients.contains(1); // is: nothing
  clients.erase(1); // is: shrinks
  clients.extract(1); // is: shrinks
  std::distance(clients.cbegin(), clients.cend()); // is: pure; begin; end
  std::distance(clients.rbegin(), clients.rend()); // is: pure; begin; end
  if (!clients.empty() && clients.size() > 3) // is: empty; size
    clients.clear(); // is: shrinks
  clients.swap(copy); // is: shrinks
  byPort.insert(std::pair<const int, Client>(1, client)); // is: flows; grows
  byPort.emplace(1, client); // is: grows
  byPort.find(1); // is: flows
  byPort.equal_range(1); // is: flows
  byPort.erase(1); // is: shrinks
  std::distance(byPort.begin(), byPort.end()); // is: pure; begin; end
  std::distance(byPort.cbegin(), byPort.cend()); // is: pure; begin; end
  if (!byPort.empty() && byPort.size() > 3) // is: empty; size
    byPort.clear(); // is: shrinks
}

void hashedSets(std::unordered_set<int> ids, std::unordered_multiset<int> many) {
  std::unordered_set<int> copy(ids.begin(), ids.end()); // is: flows; begin; end
  copy = ids; // is: nothing
  ids.insert(1); // is: flows; grows
  ids.emplace(1); // is: flows; grows
  ids.find(1); // is: flows
  ids.erase(1); // is: shrinks
  ids.extract(1); // is: shrinks
  std::distance(ids.cbegin(), ids.cend()); // is: pure; begin; end
  if (!ids.empty() && ids.size() > 3) // is: empty; size
    ids.clear(); // is: shrinks
  ids.swap(copy); // is: shrinks
  many.insert(1); // is: grows
  many.emplace(1); // is: grows
  many.erase(1); // is: shrinks
  std::distance(many.begin(), many.end()); // is: pure; begin; end
  std::distance(many.cbegin(), many.cend()); // is: pure; begin; end
  if (!many.empty() && many.size() > 3) // is: empty; size
    many.clear(); // is: shrinks
}

void hashedMaps(std::unordered_map<int, Client> clients, std::unordered_multimap<int, Client> byPort, Client client) {
  std::unordered_map<int, Client> copy(clients.begin(), clients.end()); // is: flows; begin; end
  copy = clients; // is: nothing
  clients.insert(std::pair<const int, Client>(1, client)); // is: flows; grows
  clients.emplace(1, client); // is: flows; grows
  clients.emplace_hint(clients.cbegin(), 1, client); // is: grows; begin
  clients.try_emplace(1, client); // is: flows; grows
  clients.insert_or_assign(1, client); // is: flows; grows
  clients[1].ping(); // is: flows; grows
  clients.at(1).ping(); // is: flows
  clients.find(1)->second.ping(); // is: flows
  clients.count(1); // is: nothing
  clients.erase(1); // is: shrinks
  clients.extract(1); // is: shrinks
  std::distance(clients.cbegin(), clients.cend()); // is: pure; begin; end
  if (!clients.empty() && clients.size() > 3) // is: empty; size
    clients.clear(); // is: shrinks
  clients.swap(copy); // is: shrinks
  byPort.insert(std::pair<const int, Client>(1, client)); // is: flows; grows
  byPort.emplace(1, client); // is: grows
  byPort.find(1); // is: flows
  byPort.equal_range(1); // is: flows
  byPort.erase(1); // is: shrinks
  std::distance(byPort.begin(), byPort.end()); // is: pure; begin; end
  std::distance(byPort.cbegin(), byPort.cend()); // is: pure; begin; end
  if (!byPort.empty() && byPort.size() > 3) // is: empty; size
    byPort.clear(); // is: shrinks
}

void adapters(std::queue<Order> queue, std::stack<Order> stack, std::priority_queue<int> heap, Order order) {
  queue.push(order); // is: flows; grows
  queue.emplace(order); // is: flows; grows
  audit(queue.front()); // is: flows
  audit(queue.back()); // is: flows
  if (!queue.empty() && queue.size() > 3) // is: empty; size
    queue.pop(); // is: shrinks
  stack.push(order); // is: flows; grows
  stack.emplace(order); // is: flows; grows
  audit(stack.top()); // is: flows
  if (!stack.empty() && stack.size() > 3) // is: empty; size
    stack.pop(); // is: shrinks
  heap.push(1); // is: flows; grows
  heap.emplace(1); // is: flows; grows
  heap.top(); // is: flows
  if (!heap.empty() && heap.size() > 3) // is: empty; size
    heap.pop(); // is: shrinks
}

void fixedSizes(std::array<Order, 4> slots, std::vector<Order> &all, std::string_view name, std::string text) {
  audit(slots.at(0)); // is: flows
  audit(slots[0]); // is: flows
  audit(slots.front()); // is: flows
  audit(slots.back()); // is: flows
  Order *cells = slots.data(); // is: flows
  slots.fill(Order{}); // is: nothing
  std::for_each(slots.begin(), slots.end(), audit); // is: runs per-element; begin; end
  std::for_each(slots.cbegin(), slots.cend(), audit); // is: runs per-element; begin; end
  std::for_each(slots.rbegin(), slots.rend(), audit); // is: runs per-element; begin; end
  bool some = !slots.empty() && slots.size() > 3; // is: empty; size
  std::span<Order> window(all); // is: flows
  audit(window[0]); // is: flows
  audit(window.front()); // is: flows
  audit(window.back()); // is: flows
  Order *start = window.data(); // is: flows
  std::for_each(window.begin(), window.end(), audit); // is: runs per-element; begin; end
  some = !window.empty() && window.size() > 3; // is: empty; size
  std::count(name.begin(), name.end(), '/'); // is: begin; end
  std::count(name.cbegin(), name.cend(), '/'); // is: begin; end
  some = !name.empty() && name.size() > 3 && name.length() > 3; // is: empty; size
  std::count(text.begin(), text.end(), '/'); // is: begin; end
  std::count(text.cbegin(), text.cend(), '/'); // is: begin; end
  std::count(text.rbegin(), text.rend(), '/'); // is: begin; end
  some = !text.empty() && text.size() > 3; // is: empty; size
  some = text.length() > 3; // is: size
}

void freeFunctions(std::vector<int> ids, std::vector<int> others) {
  std::sort(std::begin(ids), std::end(ids)); // is: begin; end
  std::count(std::cbegin(ids), std::cend(ids), 1); // is: begin; end
  std::reverse(std::rbegin(ids), std::rend(ids)); // is: begin; end
  bool some = !std::empty(ids) && std::size(ids) > 3 && std::ssize(ids) > 3; // is: empty; size
  auto found = std::find(ids.begin(), ids.end(), 3); // is: flows; begin; end
  auto second = std::next(ids.begin()); // is: flows; begin
  auto last = std::prev(ids.end()); // is: flows; end
  auto mover = std::make_move_iterator(ids.begin()); // is: flows; begin
  auto least = std::min_element(ids.begin(), ids.end()); // is: flows; begin; end
  auto most = std::max_element(ids.begin(), ids.end()); // is: flows; begin; end
  std::erase(ids, 3); // is: shrinks
  auto taken = std::exchange(ids, std::vector<int>()); // is: flows; shrinks
  std::swap(ids, others); // is: shrinks
}

// --- texts ----------------------------------------------------------------------------------------

void take(const std::string &);
void take(const char *);

void strings(int id, std::string filter, const char *buffer, std::string_view part) {
  std::string sql; // is: text ""
  std::string stars(3, '*'); // is: text "{}"
  std::string prefix(buffer, 3); // is: text "{}"
  std::string tail(filter, 3); // is: text "{}"
  std::string middle(filter, 3, 3); // is: text "{}"
  std::string query = "SELECT * FROM orders"; // is: text "SELECT * FROM orders"
  sql = "SELECT id FROM orders";
  sql += " WHERE id = "; // is: text "SELECT id FROM orders WHERE id = "
  sql.append(std::to_string(id)); // is: text "{}"; text "SELECT id FROM orders WHERE id = {}"; pure
  sql.append(1, ' '); // is: text "SELECT id FROM orders WHERE id = {} "
  sql.push_back(';'); // is: text "SELECT id FROM orders WHERE id = {} ;"
  take(sql);
  std::string list = "DELETE FROM orders"; // is: text "DELETE FROM orders"
  list.reserve(200); // is: text "DELETE FROM orders"
  list.shrink_to_fit(); // is: text "DELETE FROM orders"
  list.resize(18); // is: text "DELETE FROM orders"
  take(list.c_str()); // is: text "DELETE FROM orders"
  take(list.data()); // is: text "DELETE FROM orders"
  std::string_view view = list; // is: text "DELETE FROM orders"
  list.assign("UPDATE orders SET open = 0,"); // is: text "UPDATE orders SET open = 0,"
  list.pop_back(); // is: text "UPDATE orders SET open = 0,"
  list.erase(list.size() - 1); // is: text "UPDATE orders SET open = 0,"; size
  list.insert(0, filter); // is: text "{}"
  list.replace(0, 3, filter); // is: text "{}"
  take(filter.substr(3)); // is: text "{}"
  take("SELECT "s + "name FROM users WHERE id = " + std::to_string(id)); // is: text "SELECT name FROM users WHERE id = {}"; pure
  constexpr std::string_view constant = "SELECT 1"sv; // is: text "SELECT 1"
  std::string_view literal("SELECT 2"); // is: text "SELECT 2"
  std::string_view bounded(buffer, 8); // is: text "{}"
  literal = constant;
  take(literal.data()); // is: text "SELECT 1"
  part.substr(3); // is: text "{}"
  bool same = list == filter; // is: nothing
}

void streams(int id, std::string name) {
  std::ostringstream sql; // is: text ""
  sql << "SELECT * FROM orders WHERE id = " << id; // is: text "SELECT * FROM orders WHERE id = {}"
  sql << std::setw(3); // is: text "SELECT * FROM orders WHERE id = {}"
  sql << std::setfill('0'); // is: text "SELECT * FROM orders WHERE id = {}"
  sql << std::setprecision(2); // is: text "SELECT * FROM orders WHERE id = {}"
  sql << std::endl; // is: text "SELECT * FROM orders WHERE id = {}"
  take(sql.str()); // is: text "SELECT * FROM orders WHERE id = {}"
  sql.str("SELECT 1"); // is: text "SELECT 1"
  sql.view(); // is: text "SELECT 1"
  sql.write("x", 1); // is: text "SELECT 1x"
  sql.put(';'); // is: text "SELECT 1x;"
  std::ostringstream started("SELECT ", std::ios::ate); // is: text "SELECT "
  std::stringstream both; // is: text ""
  both << "DELETE FROM orders WHERE name = '" << name << "'"; // is: text "DELETE FROM orders WHERE name = '{}'"
  take(both.str()); // is: text "DELETE FROM orders WHERE name = '{}'"
  both.str("SELECT 2"); // is: text "SELECT 2"
  std::stringstream filled("a b c"); // is: text "a b c"
}

void cStrings(int id, va_list rest) {
  char sql[200];
  std::snprintf(sql, sizeof sql, "SELECT * FROM orders WHERE id = %d", id); // is: text "SELECT * FROM orders WHERE id = {}"
  take(sql);
  std::sprintf(sql, "DELETE FROM orders WHERE id = %d", id); // is: text "DELETE FROM orders WHERE id = {}"
  vsnprintf(sql, sizeof sql, "SELECT %s", rest); // is: text "SELECT {}"
  vsprintf(sql, "SELECT %s", rest); // is: text "SELECT {}"
  char *owned = nullptr;
  asprintf(&owned, "SELECT name FROM users WHERE id = %d", id); // is: text "SELECT name FROM users WHERE id = {}"
  vasprintf(&owned, "SELECT %s", rest); // is: text "SELECT {}"
  std::strcpy(sql, "SELECT 1"); // is: text "SELECT 1"
  std::strcat(sql, ", 2"); // is: text "SELECT 1, 2"
  std::strncpy(sql, "SELECT 1", 8); // is: text "SELECT 1"
  std::strncat(sql, ", 2", 3); // is: text "SELECT 1, 2"
  char *copy = strdup("SELECT 1"); // is: text "SELECT 1"
  std::memset(sql, 0, sizeof sql); // is: nothing
}

// --- waiting, reading, chance, the console ----------------------------------------------------------

void sleeps(timespec *pause) {
  std::this_thread::sleep_for(100ms); // is: sleep
  std::this_thread::sleep_until(std::chrono::steady_clock::now() + 1s); // is: sleep
  sleep(1); // is: sleep
  usleep(1000); // is: sleep
  nanosleep(pause, nullptr); // is: sleep
  clock_nanosleep(CLOCK_MONOTONIC, 0, pause, nullptr); // is: sleep
  std::this_thread::yield(); // is: nothing
}

void waits(std::future<int> future, std::shared_future<int> shared, std::latch &latch, std::barrier<> &barrier,
           std::counting_semaphore<4> &slots, std::atomic<bool> &flag, pthread_cond_t *ready, pthread_mutex_t *mutex, sem_t *semaphore,
           timespec *until, std::condition_variable &changed, std::condition_variable_any &any, std::unique_lock<std::mutex> &lock) {
  const auto soon = std::chrono::system_clock::now() + 1s;
  future.wait(); // is: wait
  future.wait_for(1s); // is: wait
  future.wait_until(soon); // is: wait
  future.get(); // is: flows; wait
  shared.get(); // is: flows; wait
  shared.wait(); // is: wait
  shared.wait_for(1s); // is: wait
  future.valid(); // is: nothing
  changed.wait(lock); // is: wait
  changed.wait_for(lock, 1s); // is: wait
  changed.wait_until(lock, soon); // is: wait
  changed.notify_all(); // is: nothing
  any.wait(lock); // is: wait
  any.wait_for(lock, 1s); // is: wait
  any.wait_until(lock, soon); // is: wait
  latch.wait(); // is: wait
  latch.arrive_and_wait(); // is: wait
  barrier.arrive_and_wait(); // is: wait
  slots.acquire(); // is: wait
  slots.release(); // is: nothing
  flag.wait(false); // is: wait
  pthread_cond_wait(ready, mutex); // is: wait
  pthread_cond_timedwait(ready, mutex, until); // is: wait
  sem_wait(semaphore); // is: wait
}

void polls(pollfd *files, int epoll, epoll_event *events, fd_set *readable, timespec *limit, sigset_t *signals) {
  int which = 0;
  poll(files, 1, 100); // is: poll
  ppoll(files, 1, limit, nullptr); // is: poll
  select(1, readable, nullptr, nullptr, nullptr); // is: poll
  pselect(1, readable, nullptr, nullptr, limit, nullptr); // is: poll
  epoll_wait(epoll, events, 8, 100); // is: poll
  epoll_pwait(epoll, events, 8, 100, nullptr); // is: poll
  sigwait(signals, &which); // is: poll
}

void inputs(std::ifstream file, FILE *stream, DIR *folder, int descriptor, std::filesystem::directory_iterator entry,
            std::filesystem::recursive_directory_iterator deep) {
  std::string line;
  int number = 0;
  char block[4096];
  char *owned = nullptr;
  size_t room = 0;
  std::error_code failed;
  std::getline(file, line); // is: next-input
  file >> line; // is: next-input
  file >> number; // is: next-input
  file.read(block, sizeof block); // is: next-input
  file.get(); // is: next-input
  file.getline(block, sizeof block); // is: next-input
  file.readsome(block, sizeof block); // is: next-input
  file.peek(); // is: nothing
  std::fgets(block, sizeof block, stream); // is: next-input
  std::fread(block, 1, sizeof block, stream); // is: next-input
  std::fscanf(stream, "%d", &number); // is: next-input
  std::fgetc(stream); // is: next-input
  getc(stream); // is: next-input
  getline(&owned, &room, stream); // is: next-input
  getdelim(&owned, &room, ';', stream); // is: next-input
  readdir(folder); // is: next-input
  rewinddir(folder); // is: nothing
  read(descriptor, block, sizeof block); // is: next-input
  recv(descriptor, block, sizeof block, 0); // is: next-input
  ++entry; // is: next-input
  entry.increment(failed); // is: next-input
  ++deep; // is: next-input
  deep.increment(failed); // is: next-input
  std::istream_iterator<int> item(file);
  ++item; // is: next-input
  std::istreambuf_iterator<char> character(file);
  ++character; // is: next-input
}

void chance(unsigned seed) {
  std::random_device device;
  device(); // is: random
  std::mt19937 twister(1);
  twister(); // is: random
  std::minstd_rand linear;
  linear(); // is: random
  std::uniform_int_distribution<int> die(1, 6);
  die(twister); // is: random
  std::uniform_real_distribution<double> share(0, 1);
  share(twister); // is: random
  std::normal_distribution<double> bell;
  bell(twister); // is: random
  std::exponential_distribution<double> gaps;
  gaps(twister); // is: random
  std::rand(); // is: random
  rand_r(&seed); // is: random
  random(); // is: random
  drand48(); // is: random
  arc4random(); // is: random
  getrandom(&seed, sizeof seed, 0); // is: random
  std::srand(7); // is: nothing
}

void console(FILE *report, std::ofstream file, va_list rest, std::string order) {
  std::printf("order %d\n", 1); // is: output-text
  std::vprintf("order %d\n", rest); // is: output-text
  std::puts("done"); // is: output-text
  std::putchar('.'); // is: output-text
  std::perror("open"); // is: output-text
  std::fprintf(stderr, "order %d\n", 1); // is: output-text
  std::vfprintf(stdout, "order %d\n", rest); // is: output-text
  std::fputs("done\n", stderr); // is: output-text
  std::fputc('.', stdout); // is: output-text
  std::fwrite("done", 1, 4, stdout); // is: output-text
  std::fprintf(report, "order %d\n", 1); // is: nothing
  std::cout << "order " << 1 << '\n'; // is: output-text
  std::cerr << order; // is: output-text
  std::clog << "order"; // is: output-text
  file.flush(); // is: nothing
  syslog(LOG_INFO, "order %d", 1); // is: log
  vsyslog(LOG_INFO, "order %d", rest); // is: log
}

void pureCalls(std::string text, const char *c, char *end, std::chrono::system_clock::time_point when, std::vector<int> ids) {
  std::stoi(text); // is: pure
  std::stol(text); // is: pure
  std::stoll(text); // is: pure
  std::stoul(text); // is: pure
  std::stoull(text); // is: pure
  std::stof(text); // is: pure
  std::stod(text); // is: pure
  std::stold(text); // is: pure
  std::to_string(3); // is: pure
  std::min(3, 4); // is: pure
  std::max(3, 4); // is: pure
  std::clamp(3, 1, 5); // is: pure
  std::atoi(c); // is: pure
  std::atol(c); // is: pure
  std::atoll(c); // is: pure
  std::strtol(c, &end, 10); // is: pure
  std::strtoul(c, &end, 10); // is: pure
  std::strtoll(c, &end, 10); // is: pure
  std::strtoull(c, &end, 10); // is: pure
  std::strtod(c, &end); // is: pure
  std::strlen(c); // is: pure
  std::strcmp(c, end); // is: pure
  std::strncmp(c, end, 3); // is: pure
  strcasecmp(c, end); // is: pure
  std::strchr(c, 'x'); // is: pure
  std::strstr(c, "x"); // is: pure
  std::memcmp(c, end, 3); // is: pure
  std::tolower(*c); // is: pure
  std::toupper(*c); // is: pure
  std::isdigit(*c); // is: pure
  std::isspace(*c); // is: pure
  std::isalpha(*c); // is: pure
  std::isalnum(*c); // is: pure
  std::tolower(*c, std::locale()); // is: pure
  std::abs(-3); // is: pure
  std::abs(-3.5); // is: pure
  std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count(); // is: pure
  std::chrono::time_point_cast<std::chrono::seconds>(when); // is: pure
  when.time_since_epoch(); // is: pure
  std::hash<std::string>{}(text); // is: pure
  text.compare(c); // is: pure
  text.find("x"); // is: pure
  text.rfind("x"); // is: pure
  text.starts_with("x"); // is: pure
  text.ends_with("x"); // is: pure
  std::distance(ids.begin(), ids.end()); // is: pure; begin; end
  std::getenv("HOME"); // is: nothing
}
