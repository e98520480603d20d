#include "database.h"

#include "config.h"

namespace orders {

Database::Database(const std::string &host, std::size_t connections) {
  for (std::size_t i = 0; i < connections; ++i) {
    auto connection = std::make_unique<pqxx::connection>(connectionString(host)); // ok: at start-up, with both deadlines
    connection->prepare("order_by_id", "SELECT user_id, status, total_cents FROM orders WHERE id = $1");
    connection->prepare("user_by_id", "SELECT name FROM users WHERE id = $1");
    idle_.push_back(std::move(connection));
  }
}

std::unique_ptr<pqxx::connection> Database::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !idle_.empty(); });
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void Database::giveBack(std::unique_ptr<pqxx::connection> connection) {
  {
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

} // namespace orders
