// shows: callback
// The loop is an algorithm of the standard library; the finding is in the callback's body.
#include <algorithm>
#include <iterator>
#include <pqxx/pqxx>
#include <string>
#include <vector>

std::string ownerOf(pqxx::work &tx, long deviceId) {
  return tx.exec_params1("SELECT owner FROM devices WHERE id = $1", deviceId)[0].as<std::string>();
}

void owners(pqxx::work &tx, const std::vector<long> &devices, std::vector<std::string> &out) {
  std::for_each(devices.begin(), devices.end(), [&](long device) { // ok: reported in the body
    out.push_back(ownerOf(tx, device)); // expect: scale-n-plus-one-query "'devices'"
  });
}

void ownersTransformed(pqxx::work &tx, const std::vector<long> &devices, std::vector<std::string> &out) {
  std::transform(devices.begin(), devices.end(), std::back_inserter(out),
                 [&tx](long device) { return ownerOf(tx, device); }); // expect: scale-n-plus-one-query "'devices'"
}

void ownersRanged(pqxx::work &tx, const std::vector<long> &devices, std::vector<std::string> &out) {
  auto append = [&](long device) {
    out.push_back(ownerOf(tx, device)); // expect: scale-n-plus-one-query "'devices'"
  };
  std::ranges::for_each(devices, append);
}

void sorted(pqxx::work &tx, std::vector<std::string> &names, long device) {
  std::sort(names.begin(), names.end(), [](const auto &a, const auto &b) { return a < b; }); // ok: no query
  auto load = [&] { return ownerOf(tx, device); }; // ok: called once, below
  names.push_back(load());                         // ok: no loop
}
