// Work that the loop only hands to a pool does not make the request wait once per element.
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Indexer {
  boost::asio::thread_pool pool{4};
  std::string conninfo;

  std::string textOf(pqxx::connection &connection, long id) {
    pqxx::read_transaction tx(connection);
    return tx.exec_params1("SELECT text FROM documents WHERE id = $1", id)[0].as<std::string>();
  }

  void scatter(const std::vector<long> &ids) {
    for (long id : ids)
      boost::asio::post(pool, [this, id] {
        thread_local pqxx::connection connection(conninfo);
        textOf(connection, id); // ok: once per task, on the pool's threads
      });
  }

  void inBackground(const std::vector<long> &ids) {
    boost::asio::post(pool, [this, ids] {
      thread_local pqxx::connection connection(conninfo);
      for (long id : ids)
        textOf(connection, id); // expect: scale-n-plus-one-query "'ids'"
    });
  }

  void inPlace(pqxx::connection &connection, const std::vector<long> &ids) {
    for (long id : ids)
      [&] { return textOf(connection, id); }(); // expect: scale-n-plus-one-query "'ids'"
  }
};
