// shows: callback, loop-invariant
// What std::async and std::bind_front hand on to a function tells whether it asks the same every turn.
#include <functional>
#include <future>
#include <pqxx/pqxx>
#include <string>
#include <vector>

double rate(pqxx::work &tx, const std::string &currency) {
  return tx.exec_params1("SELECT rate FROM rates WHERE currency = $1", currency)[0].as<double>();
}

double sums(pqxx::work &tx, const std::vector<std::string> &currencies, const std::string &own) {
  double sum = 0;
  for (const auto &currency : currencies)
    sum += std::async(std::launch::deferred, rate, std::ref(tx), currency).get(); // expect: scale-n-plus-one-query "'currencies'"
  for (std::size_t i = 0; i < currencies.size(); ++i)
    sum += std::async(std::launch::deferred, rate, std::ref(tx), own).get(); // ok: it asks the same every turn
  return sum;
}

double sumsBound(pqxx::work &tx, const std::vector<std::string> &currencies, const std::string &own) {
  double sum = 0;
  auto ask = std::bind_front(rate, std::ref(tx));
  for (const auto &currency : currencies)
    sum += ask(currency); // expect: scale-n-plus-one-query "'currencies'"
  auto askOwn = std::bind_front(rate, std::ref(tx), own);
  for (const auto &currency : currencies)
    sum += askOwn() * static_cast<double>(currency.size()); // ok: it asks the same every turn
  return sum;
}
