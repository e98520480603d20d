// A fixed pool of PostgreSQL connections, opened at start-up.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace orders {

class Database {
public:
  Database(const std::string &host, std::size_t connections);

  // Borrows a connection for as long as it lives; waits while all are lent.
  class Lease {
  public:
    explicit Lease(Database &database) : database_(database), connection_(database.take()) {}
    ~Lease() { database_.giveBack(std::move(connection_)); }
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    pqxx::connection &operator*() { return *connection_; }

  private:
    Database &database_;
    std::unique_ptr<pqxx::connection> connection_;
  };

private:
  std::unique_ptr<pqxx::connection> take();
  void giveBack(std::unique_ptr<pqxx::connection> connection);

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<pqxx::connection>> idle_;
};

} // namespace orders
