// pkg-config: libpq
// Every way to write a walk over data is a data-driven loop.
#include <libpq-fe.h>
#include <map>
#include <string>
#include <vector>

struct Job {
  std::string owner;
  Job *next = nullptr;
};

class Audit {
public:
  explicit Audit(PGconn *connection) : connection_(connection) {}

  void byIndex(const std::vector<std::string> &owners) {
    for (std::size_t i = 0; i < owners.size(); ++i)
      lookUp(owners[i]); // expect: scale-n-plus-one-query "'owners'"
  }

  void byIterator(const std::map<std::string, int> &quotas) {
    for (auto it = quotas.begin(); it != quotas.end(); ++it)
      lookUp(it->first); // expect: scale-n-plus-one-query "'quotas'"
  }

  void byWhile(const std::vector<std::string> &owners) {
    auto it = owners.cbegin();
    while (it != owners.cend()) {
      lookUp(*it); // expect: scale-n-plus-one-query "'owners'"
      ++it;
    }
  }

  void byLinks(const Job *head) {
    for (const Job *job = head; job; job = job->next)
      lookUp(job->owner); // expect: scale-n-plus-one-query "'users'"
  }

  void byRequestedCount(int count) {
    for (int i = 0; i < count; ++i)
      lookUp("user-" + std::to_string(i)); // expect: scale-n-plus-one-query "'count'"
  }

  void newestOf(const std::vector<std::string> &owners) {
    if (!owners.empty())
      lookUp(owners.back()); // ok: once for the whole container
  }

private:
  void lookUp(const std::string &owner) {
    const char *values[] = {owner.c_str()};
    PGresult *result = PQexecParams(connection_, "SELECT quota FROM users WHERE login = $1", // ok: see the loops
                                    1, nullptr, values, nullptr, nullptr, 0);
    PQclear(result);
  }

  PGconn *connection_;
};
