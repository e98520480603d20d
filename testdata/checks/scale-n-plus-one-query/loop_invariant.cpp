// shows: loop-invariant
// A query that asks the same every turn is another hazard: hoisting cures it, batching does not.
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Line {
  std::string currency;
  double amount = 0;
};

double rate(pqxx::work &tx, const std::string &currency) {
  return tx.exec_params1("SELECT rate FROM rates WHERE currency = $1", currency)[0].as<double>();
}

double totalInEuro(pqxx::work &tx, const std::vector<Line> &lines, const std::string &invoiceCurrency) {
  double sum = 0;
  for (const auto &line : lines)
    sum += line.amount * rate(tx, invoiceCurrency); // ok: scale-repeated-query, it asks the same every turn
  for (const auto &line : lines)
    sum += line.amount * rate(tx, line.currency); // expect: scale-n-plus-one-query "'lines'"
  return sum;
}

double totalDerived(pqxx::work &tx, const std::vector<Line> &lines) {
  double sum = 0;
  for (const auto &line : lines) {
    std::string code = line.currency.substr(0, 3);
    const std::string &key = code;
    sum += rate(tx, key); // expect: scale-n-plus-one-query "'lines'"
  }
  return sum;
}
