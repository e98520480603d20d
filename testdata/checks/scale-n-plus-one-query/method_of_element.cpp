// Objects that load themselves: what changes from turn to turn is the object whose method asks.
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <vector>

class Customer {
public:
  explicit Customer(long key) : key(key) {}
  virtual ~Customer() = default;
  virtual void load(pqxx::work &tx) { name = nameBy(tx, key); }
  void loadRegion(pqxx::work &tx, const std::string &region) {
    all = tx.exec_params1("SELECT count(*) FROM customers WHERE region = $1", region)[0].as<long>();
  }

private:
  static std::string nameBy(pqxx::work &tx, long wanted) {
    return tx.exec_params1("SELECT name FROM customers WHERE id = $1", wanted)[0].as<std::string>();
  }
  long key, all = 0;
  std::string name;
};

void loadAll(pqxx::work &tx, std::vector<Customer> &customers) {
  for (Customer &customer : customers)
    customer.load(tx); // expect: scale-n-plus-one-query "once per element of 'customers' (N+1)"
}

void loadShared(pqxx::work &tx, const std::vector<std::shared_ptr<Customer>> &customers) {
  for (std::size_t i = 0; i < customers.size(); ++i)
    customers[i]->load(tx); // expect: scale-n-plus-one-query "'customers'"
}

void loadRegions(pqxx::work &tx, std::vector<Customer> &customers, const std::string &region) {
  for (Customer &customer : customers)
    customer.loadRegion(tx, region); // ok: the same query in every turn
}

void reload(pqxx::work &tx, Customer &customer, int times) {
  for (int i = 0; i < times; ++i)
    customer.load(tx); // ok: the same customer in every turn
}
