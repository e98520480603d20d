// shows: cache-hit
// A read that only happens when the cache has no answer for the same key is a note.
#include <pqxx/pqxx>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

class CountryNames {
public:
  explicit CountryNames(pqxx::work &tx) : tx_(tx) {}

  std::string load(const std::string &code) {
    return tx_.exec_params1("SELECT name FROM countries WHERE code = $1", code)[0].as<std::string>();
  }

  std::vector<std::string> cached(const std::vector<std::string> &codes) {
    std::vector<std::string> names;
    for (const auto &code : codes) {
      auto it = names_.find(code); // ok: a map, no store
      if (it == names_.end())
        it = names_.emplace(code, load(code)).first; // expect: scale-n-plus-one-query (note) "'codes'"
      names.push_back(it->second);
    }
    return names;
  }

  std::vector<std::string> refreshed(const std::vector<std::string> &codes) {
    std::vector<std::string> names;
    for (const auto &code : codes) {
      names_[code] = load(code); // expect: scale-n-plus-one-query "'codes'"
      names.push_back(names_[code]);
    }
    return names;
  }

  std::vector<std::string> onlyCached(const std::vector<std::string> &codes) const {
    std::vector<std::string> names;
    for (const auto &code : codes)
      if (auto it = names_.find(code); it != names_.end())
        names.push_back(it->second); // ok: no query at all
    return names;
  }

private:
  pqxx::work &tx_;
  std::unordered_map<std::string, std::string> names_;
};
