// shows: constant-trips, fixed-walk
// Loops whose trip count the program fixes are not driven by data.
#include <array>
#include <pqxx/pqxx>
#include <string>
#include <vector>

enum class Status { Open, Paid, Shipped, Count };

constexpr std::array<const char *, 3> kRegions{"eu", "us", "apac"};
static const char *const kChannels[] = {"web", "shop"};
constexpr int kShards = 4;

class Dashboard {
public:
  explicit Dashboard(pqxx::work &tx) : tx_(tx) {}

  long total(const std::string &column, const std::string &key) {
    return tx_.exec_params1("SELECT count(*) FROM orders WHERE " + column + " = $1", key)[0].as<long>();
  }

  long everything() {
    long sum = 0;
    for (const char *region : kRegions)
      sum += total("region", region); // ok: std::array
    for (const char *channel : kChannels)
      sum += total("channel", channel); // ok: array of known size
    for (const char *currency : {"EUR", "USD"})
      sum += total("currency", currency); // ok: braced list
    for (int shard = 0; shard < kShards; ++shard)
      sum += total("shard", std::to_string(shard)); // ok: constant trip count
    for (int status = 0; status < static_cast<int>(Status::Count); ++status)
      sum += total("status", std::to_string(status)); // ok: walks an enum
    static const std::vector<std::string> carriers = {"dhl", "ups"};
    for (const auto &carrier : carriers)
      sum += total("carrier", carrier); // ok: a constant list, whatever its type
    return sum;
  }

  long perCustomer(const std::vector<std::string> &customers) {
    long sum = 0;
    for (const auto &customer : customers)
      sum += total("customer", customer); // expect: scale-n-plus-one-query "'customers'"
    return sum;
  }

private:
  pqxx::work &tx_;
};
