// shows: prepared-outside
// SOCI executes at the end of the full expression: `session << text, into(x), use(y)`.
#include <soci/soci.h>
#include <string>
#include <vector>

std::string cityOf(soci::session &sql, int customerId) {
  std::string city;
  sql << "SELECT city FROM customers WHERE id = :id", soci::into(city), soci::use(customerId); // ok: see the loop
  return city;
}

std::vector<std::string> cities(soci::session &sql) {
  std::vector<std::string> found;
  soci::rowset<int> open = (sql.prepare << "SELECT customer_id FROM invoices WHERE open = 1"); // ok: once
  for (int customerId : open)
    found.push_back(cityOf(sql, customerId)); // expect: scale-n-plus-one-query "'customers'"
  return found;
}

std::vector<std::string> emails(soci::session &sql, const std::vector<int> &customers) {
  std::vector<std::string> found;
  int id = 0;
  std::string email;
  soci::statement byId = (sql.prepare << "SELECT email FROM contacts WHERE customer_id = :id", // ok: prepared once
                          soci::use(id), soci::into(email));
  for (int customer : customers) {
    id = customer;
    byId.execute(true); // expect: scale-n-plus-one-query "'contacts'"
    found.push_back(email);
  }
  return found;
}
