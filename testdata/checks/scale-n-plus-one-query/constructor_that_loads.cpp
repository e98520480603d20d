// Nobody sees a call in `Account account(tx, id)`, yet the constructor asks the database.
#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <vector>

class Account {
public:
  Account(pqxx::work &tx, long id)
      : owner_(tx.exec_params1("SELECT owner FROM accounts WHERE id = $1", id)[0].as<std::string>()) {}
  const std::string &owner() const { return owner_; }

private:
  std::string owner_;
};

class LazyAccount {
public:
  LazyAccount(pqxx::work &tx, long id) : tx_(tx), id_(id) {}
  std::string owner() const {
    return tx_.exec_params1("SELECT owner FROM accounts WHERE id = $1", id_)[0].as<std::string>();
  }

private:
  pqxx::work &tx_;
  long id_;
};

std::vector<std::string> owners(pqxx::work &tx, const std::vector<long> &ids) {
  std::vector<std::string> names;
  for (long id : ids) {
    Account account(tx, id); // expect: scale-n-plus-one-query "'ids'"
    names.push_back(account.owner()); // ok: a plain getter
  }
  return names;
}

std::vector<std::unique_ptr<Account>> open(pqxx::work &tx, const std::vector<long> &ids) {
  std::vector<std::unique_ptr<Account>> accounts;
  for (long id : ids)
    accounts.push_back(std::make_unique<Account>(tx, id)); // expect: scale-n-plus-one-query "'ids'"
  return accounts;
}

std::string firstOwner(pqxx::work &tx, const std::vector<long> &ids) {
  std::vector<LazyAccount> accounts;
  for (long id : ids) {
    LazyAccount account(tx, id); // ok: this one loads nothing yet
    accounts.push_back(account);
  }
  return accounts.front().owner(); // ok: one of them, once
}
