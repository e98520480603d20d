// A row is written only for what a lookup does not find, and what was written is remembered: a note. The lookup, its
// container and what fills it lie in helpers.
#include <pqxx/pqxx>
#include <map>
#include <string>
#include <vector>

struct Reference {
  long id = -1;
  bool isValid() const { return id != -1; }
};

class References {
public:
  explicit References(pqxx::work &tx) : tx_(tx) {}

  Reference find(const std::string &name) const {
    auto it = known_.find(name);
    return it == known_.end() ? Reference() : it->second;
  }

  void remember(const std::string &name, Reference reference) { known_[name] = reference; }

  void add(const std::string &name) {
    long id = tx_.exec1("INSERT INTO objects (name) VALUES (" + tx_.quote(name) + ") RETURNING id")[0].as<long>();
    remember(name, {id});
  }

  void mark(const std::string &name) { tx_.exec0("UPDATE objects SET seen = now() WHERE name = " + tx_.quote(name)); }

private:
  pqxx::work &tx_;
  std::map<std::string, Reference> known_;
};

void resolve(References &references, const std::vector<std::string> &names) {
  for (const auto &name : names) {
    Reference reference = references.find(name);
    if (!reference.isValid())
      references.add(name); // expect: scale-write-in-loop (note) "each time a lookup finds nothing"
  }
}

void resolveUnlessKnown(References &references, const std::vector<std::string> &names) {
  for (const auto &name : names) {
    if (references.find(name).isValid())
      continue;
    references.add(name); // expect: scale-write-in-loop (note) "each time a lookup finds nothing"
  }
}

void markAll(References &references, const std::vector<std::string> &names) {
  for (const auto &name : names)
    if (!name.empty())
      references.mark(name); // expect: scale-write-in-loop "once per element of 'names'"
}

void addAll(References &references, const std::vector<std::string> &names) {
  for (const auto &name : names)
    references.add(name); // expect: scale-write-in-loop "once per element of 'names'"
}

long known(const References &references, const std::vector<std::string> &names) {
  long found = 0;
  for (const auto &name : names)
    found += references.find(name).isValid(); // ok: no write
  return found;
}

void firstUnknown(References &references, const std::vector<std::string> &names) {
  for (const auto &name : names)
    if (!references.find(name).isValid()) {
      references.add(name); // ok: leaves the loop
      return;
    }
}
