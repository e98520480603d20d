// pkg-config: libpq
// shows: callback, template
// A function template that takes the loader, and a class template over the repository.
#include <libpq-fe.h>
#include <string>
#include <unordered_map>
#include <vector>

template <class Key, class Load> auto loadAll(const std::vector<Key> &keys, Load &&load) {
  std::vector<decltype(load(keys.front()))> loaded;
  for (const auto &key : keys)
    loaded.push_back(load(key)); // ok: the callback's body is the place
  return loaded;
}

struct PostgresUsers {
  PGconn *connection;
  std::string emailOf(const std::string &login) {
    const char *values[] = {login.c_str()};
    PGresult *result = PQexecParams(connection, "SELECT email FROM users WHERE login = $1", 1, nullptr,
                                    values, nullptr, nullptr, 0);
    std::string email = PQgetvalue(result, 0, 0);
    PQclear(result);
    return email;
  }
};

struct MemoryUsers {
  std::unordered_map<std::string, std::string> emails;
  std::string emailOf(const std::string &login) { return emails[login]; }
};

template <class Users> class Newsletter {
public:
  explicit Newsletter(Users users) : users_(std::move(users)) {}
  std::vector<std::string> recipients(const std::vector<std::string> &logins) {
    std::vector<std::string> emails;
    for (const auto &login : logins)
      emails.push_back(users_.emailOf(login)); // expect: scale-n-plus-one-query "'logins'"
    return emails;
  }

private:
  Users users_;
};

std::vector<std::string> send(PGconn *connection, const std::vector<std::string> &logins) {
  PostgresUsers users{connection};
  auto emails = loadAll(logins, [&](const std::string &login) {
    return users.emailOf(login); // expect: scale-n-plus-one-query "'users'"
  });
  auto lengths = loadAll(logins, [](const std::string &login) { return login.size(); }); // ok: no query
  emails.push_back(loadAll(std::vector<int>(lengths.size()), [](int n) { return std::to_string(n); })[0]); // ok: no query
  MemoryUsers local;
  emails.push_back(Newsletter<MemoryUsers>(local).recipients(logins).front()); // ok: asks no database
  return Newsletter<PostgresUsers>(users).recipients(emails);
}
