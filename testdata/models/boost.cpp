// Boost against the installed headers.
// flags: -std=c++17 -DBOOST_BIND_GLOBAL_PLACEHOLDERS -DBOOST_THREAD_PROVIDES_FUTURE -Wno-deprecated-declarations -Wno-unused -Wno-enum-constexpr-conversion
#include <boost/algorithm/cxx11/all_of.hpp>
#include <boost/algorithm/cxx11/any_of.hpp>
#include <boost/algorithm/cxx11/none_of.hpp>
#include <boost/algorithm/string.hpp>
#include <boost/any.hpp>
#include <boost/bind/bind.hpp>
#include <boost/circular_buffer.hpp>
#include <boost/container/flat_map.hpp>
#include <boost/container/vector.hpp>
#include <boost/enable_shared_from_this.hpp>
#include <boost/foreach.hpp>
#include <boost/format.hpp>
#include <boost/function.hpp>
#include <boost/intrusive_ptr.hpp>
#include <boost/lexical_cast.hpp>
#include <boost/make_shared.hpp>
#include <boost/make_unique.hpp>
#include <boost/optional.hpp>
#include <boost/pointer_cast.hpp>
#include <boost/random.hpp>
#include <boost/range/algorithm.hpp>
#include <boost/ref.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/shared_ptr.hpp>
#include <boost/thread.hpp>
#include <boost/thread/barrier.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/latch.hpp>
#include <boost/tuple/tuple.hpp>
#include <boost/unordered_map.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <boost/variant.hpp>
#include <boost/weak_ptr.hpp>
#include <string>
#include <vector>

struct Client : boost::enable_shared_from_this<Client> {
  explicit Client(int port = 0) : port(port) {}
  void ping() const {}
  int port;
};
void intrusive_ptr_add_ref(Client *);
void intrusive_ptr_release(Client *);
struct Describe : boost::static_visitor<void> {
  void operator()(int) const {}
  void operator()(const Client &) const {}
};
void audit(int order);
bool isOpen(int order);
bool cheaper(int a, int b);
int doubled(int order);
void run();
void take(const std::string &sql);

void algorithms(std::vector<int> orders, std::vector<int> out) {
  boost::for_each(orders, audit); // is: runs per-element
  boost::find_if(orders, isOpen); // is: runs per-element
  boost::count_if(orders, isOpen); // is: runs per-element
  boost::remove_if(orders, isOpen); // is: runs per-element
  boost::sort(orders, cheaper); // is: runs per-element
  boost::stable_sort(orders, cheaper); // is: runs per-element
  boost::partition(orders, isOpen); // is: runs per-element
  boost::min_element(orders, cheaper); // is: runs per-element
  boost::max_element(orders, cheaper); // is: runs per-element
  boost::transform(orders, out.begin(), doubled); // is: runs per-element
  boost::algorithm::all_of(orders, isOpen); // is: runs per-element
  boost::algorithm::any_of(orders, isOpen); // is: runs per-element
  boost::algorithm::none_of(orders, isOpen); // is: runs per-element
  boost::reverse(orders); // is: nothing
  BOOST_FOREACH (int order, orders) // is: flows; next-input
    audit(order);
}

void callbacks(boost::variant<int, Client> either, boost::once_flag &once, boost::thread_group &group) {
  boost::apply_visitor(Describe(), either); // is: runs once
  boost::call_once(once, run); // is: runs once
  boost::thread thread(run); // is: runs on-thread
  group.create_thread(run); // is: runs on-thread
  boost::async(boost::launch::async, run); // is: runs on-thread
  boost::future<void> done = boost::async(run); // is: runs on-thread
  done.get(); // is: wait
  done.wait(); // is: wait
  boost::shared_future<int> shared;
  shared.get(); // is: wait
  thread.join(); // is: wait
  thread.timed_join(boost::posix_time::seconds(1)); // is: wait
  thread.try_join_for(boost::chrono::seconds(1)); // is: wait
  thread.detach(); // is: nothing
  group.join_all(); // is: wait
}

void guards(boost::timed_mutex &timed, boost::mutex &mutex, boost::shared_mutex &table) {
  boost::lock_guard<boost::mutex> guard(mutex); // is: scope lock
  boost::mutex::scoped_lock scoped(mutex); // is: scope lock
  scoped.unlock(); // is: ends lock
  scoped.lock(); // is: begins lock
  scoped.try_lock(); // is: begins lock
  boost::unique_lock<boost::timed_mutex> unique(timed); // is: scope lock
  unique.timed_lock(boost::posix_time::seconds(1)); // is: begins lock
  unique.try_lock_for(boost::chrono::seconds(1)); // is: begins lock
  unique.try_lock_until(boost::chrono::steady_clock::now()); // is: begins lock
  scoped.owns_lock(); // is: nothing
  scoped.release(); // is: ends lock
  boost::shared_lock<boost::shared_mutex> reader(table); // is: scope lock
  reader.unlock(); // is: ends lock
  reader.lock(); // is: begins lock
  reader.try_lock(); // is: begins lock
  reader.timed_lock(boost::posix_time::seconds(1)); // is: begins lock
  reader.try_lock_for(boost::chrono::seconds(1)); // is: begins lock
  reader.release(); // is: ends lock
  boost::upgrade_lock<boost::shared_mutex> upgradable(table); // is: scope lock
  upgradable.unlock(); // is: ends lock
  upgradable.lock(); // is: begins lock
  upgradable.try_lock(); // is: begins lock
  boost::upgrade_to_unique_lock<boost::shared_mutex> writer(upgradable); // is: scope lock
  upgradable.release(); // is: ends lock
  boost::unique_lock<boost::mutex> deferred(mutex, boost::defer_lock); // is: scope lock
  boost::shared_lock<boost::shared_mutex> deferredReader(table, boost::defer_lock); // is: scope lock
  boost::upgrade_lock<boost::shared_mutex> deferredUpgrade(table, boost::defer_lock); // is: scope lock
}

void byHand(boost::mutex &mutex, boost::recursive_mutex &recursive, boost::timed_mutex &timed, boost::recursive_timed_mutex &both,
            boost::shared_mutex &table) {
  mutex.lock(); // is: begins lock
  mutex.try_lock(); // is: begins lock
  mutex.unlock(); // is: ends lock
  recursive.lock(); // is: begins lock
  recursive.try_lock(); // is: begins lock
  recursive.unlock(); // is: ends lock
  timed.lock(); // is: begins lock
  timed.try_lock(); // is: begins lock
  timed.timed_lock(boost::posix_time::seconds(1)); // is: begins lock
  timed.try_lock_for(boost::chrono::seconds(1)); // is: begins lock
  timed.try_lock_until(boost::chrono::steady_clock::now()); // is: begins lock
  timed.unlock(); // is: ends lock
  both.lock(); // is: begins lock
  both.try_lock(); // is: begins lock
  both.try_lock_for(boost::chrono::seconds(1)); // is: begins lock
  both.unlock(); // is: ends lock
  table.lock(); // is: begins lock
  table.try_lock(); // is: begins lock
  table.unlock(); // is: ends lock
  table.lock_shared(); // is: begins lock
  table.try_lock_shared(); // is: begins lock
  table.unlock_shared(); // is: ends lock
  table.lock_upgrade(); // is: begins lock
  table.unlock_upgrade(); // is: ends lock
}

void pointers(Client *raw, boost::shared_ptr<Client> other) {
  boost::shared_ptr<Client> shared(raw); // is: flows
  shared = other; // is: nothing
  shared.get()->ping(); // is: flows
  shared->ping(); // is: nothing
  (*shared).ping(); // is: nothing
  shared.reset(raw); // is: flows
  shared.use_count(); // is: nothing
  boost::scoped_ptr<Client> scoped(raw); // is: flows
  scoped.get()->ping(); // is: flows
  scoped->ping(); // is: nothing
  (*scoped).ping(); // is: nothing
  scoped.reset(raw); // is: flows
  boost::intrusive_ptr<Client> counted(raw); // is: flows
  counted = raw; // is: nothing
  counted.get()->ping(); // is: flows
  counted->ping(); // is: nothing
  (*counted).ping(); // is: nothing
  counted.reset(raw); // is: flows
  boost::weak_ptr<Client> weak(shared); // is: flows
  weak = other; // is: nothing
  weak.lock()->ping(); // is: flows
  raw->shared_from_this(); // is: flows
  boost::static_pointer_cast<Client>(shared); // is: flows
  boost::dynamic_pointer_cast<Client>(shared); // is: flows
  boost::const_pointer_cast<const Client>(shared); // is: flows
  boost::get_pointer(shared)->ping(); // is: flows
  boost::make_shared<Client>(80); // is: makes Client
  boost::allocate_shared<Client>(std::allocator<Client>(), 80); // is: makes Client
  boost::make_unique<Client>(80); // is: makes Client
}

void holders(Client client, boost::optional<Client> maybe, boost::variant<int, Client> either, boost::any any) {
  boost::optional<Client> given(client); // is: flows
  maybe = client; // is: nothing
  maybe.get().ping(); // is: flows
  maybe.value().ping(); // is: flows
  maybe.value_or(client).ping(); // is: flows
  maybe->ping(); // is: nothing
  (*maybe).ping(); // is: nothing
  maybe.is_initialized(); // is: nothing
  boost::make_optional(client); // is: flows
  boost::variant<int, Client> fresh(client); // is: flows
  either = client; // is: nothing
  boost::get<Client>(either).ping(); // is: flows
  boost::any boxed(client); // is: flows
  any = client; // is: nothing
  boost::any_cast<Client &>(any).ping(); // is: flows
  boost::make_tuple(1, client); // is: flows
  boost::ref(client).get().ping(); // is: flows
  boost::cref(client); // is: flows
}

void callables(void (*hook)()) {
  boost::function<void()> function(hook); // is: flows
  function = hook; // is: nothing
  boost::bind(audit, 1); // is: flows
  function.empty(); // is: nothing
}

void containers(boost::unordered_map<int, int> hashed, boost::container::flat_map<int, int> flat, boost::container::vector<int> vector,
                boost::circular_buffer<int> ring) {
  boost::unordered_map<int, int> same;
  hashed.insert(std::make_pair(1, 2)); // is: flows; grows
  hashed.emplace(1, 2); // is: flows; grows
  hashed.try_emplace(1, 2); // is: grows
  hashed.insert_or_assign(1, 2); // is: grows
  hashed[1] = 2; // is: flows; grows
  hashed.at(1); // is: flows
  hashed.find(1); // is: flows
  hashed.count(1); // is: nothing
  hashed.erase(1); // is: shrinks
  std::distance(hashed.begin(), hashed.end()); // is: begin; end
  if (!hashed.empty() && hashed.size() > 3) // is: empty; size
    hashed.clear(); // is: shrinks
  hashed.swap(same); // is: shrinks
  hashed = same; // is: nothing
  boost::container::flat_map<int, int> copy;
  flat.insert(std::make_pair(1, 2)); // is: flows; grows
  flat.emplace(1, 2); // is: flows; grows
  flat.try_emplace(1, 2); // is: grows
  flat.insert_or_assign(1, 2); // is: grows
  flat[1] = 2; // is: flows; grows
  flat.at(1); // is: flows
  flat.find(1); // is: flows
  flat.erase(1); // is: shrinks
  std::distance(flat.begin(), flat.end()); // is: begin; end
  if (!flat.empty() && flat.size() > 3) // is: empty; size
    flat.clear(); // is: shrinks
  flat.swap(copy); // is: shrinks
  flat = copy; // is: nothing
  vector.push_back(1); // is: flows; grows
  vector.emplace_back(1); // is: grows
  vector.insert(vector.begin(), 1); // is: grows; begin
  vector.at(0); // is: flows
  vector[0]; // is: flows
  vector.front(); // is: flows
  vector.back(); // is: flows
  vector.pop_back(); // is: shrinks
  vector.erase(vector.begin()); // is: shrinks; begin
  std::distance(vector.begin(), vector.end()); // is: begin; end
  if (!vector.empty() && vector.size() > 3) // is: empty; size
    vector.clear(); // is: shrinks
  ring.push_back(1); // is: flows
  ring.at(0); // is: flows
  ring[0]; // is: flows
  ring.front(); // is: flows
  ring.back(); // is: flows
  std::distance(ring.begin(), ring.end()); // is: begin; end
  bool some = !ring.empty() && ring.size() > 3; // is: empty; size
  ring.capacity(); // is: nothing
}

void texts(int id, const std::vector<std::string> &columns, std::string order) {
  boost::format named("SELECT name FROM users WHERE id = %d"); // is: text "SELECT name FROM users WHERE id = {}"
  named % id; // is: text "SELECT name FROM users WHERE id = {}"
  take(named.str()); // is: text "SELECT name FROM users WHERE id = {}"
  take(boost::str(boost::format("SELECT name FROM users WHERE id = %1%") % id)); // is: text "SELECT name FROM users WHERE id = {}"
  take("SELECT " + boost::algorithm::join(columns, ", ")); // is: text "{*}"
  boost::algorithm::join_if(columns, ", ", [](const std::string &column) { return !column.empty(); }); // is: text "{*}"
  take(boost::lexical_cast<std::string>(id)); // is: text "{}"; pure
  take(boost::to_lower_copy(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  take(boost::to_upper_copy(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  take(boost::trim_copy(std::string("SELECT 1"))); // is: text "SELECT 1"; pure
  take(boost::replace_all_copy(order, "a", "b")); // is: text "{}"
  take(boost::replace_first_copy(order, "a", "b")); // is: text "{}"
  boost::starts_with(order, "a"); // is: pure
  boost::ends_with(order, "a"); // is: pure
  boost::contains(order, "a"); // is: pure
  boost::iequals(order, "a"); // is: pure
  boost::uuids::random_generator generate;
  take(to_string(generate())); // is: text "{}"; random
  boost::hash_value(order); // is: nothing
}

void waits(boost::condition_variable &changed, boost::condition_variable_any &any, boost::mutex::scoped_lock &lock, boost::barrier &barrier,
           boost::latch &latch) {
  boost::this_thread::sleep(boost::posix_time::seconds(1)); // is: sleep
  boost::this_thread::sleep_for(boost::chrono::seconds(1)); // is: sleep
  boost::this_thread::sleep_until(boost::chrono::steady_clock::now()); // is: sleep
  boost::this_thread::yield(); // is: nothing
  changed.wait(lock); // is: wait
  changed.wait_for(lock, boost::chrono::seconds(1)); // is: wait
  changed.timed_wait(lock, boost::posix_time::seconds(1)); // is: wait
  changed.notify_all(); // is: nothing
  any.wait(lock); // is: wait
  barrier.wait(); // is: wait
  latch.wait(); // is: wait
}

void chance() {
  boost::random::mt19937 twister;
  twister(); // is: random
  boost::random::uniform_int_distribution<> die(1, 6);
  die(twister); // is: random
  boost::random::uniform_real_distribution<> share(0, 1);
  share(twister); // is: random
}
