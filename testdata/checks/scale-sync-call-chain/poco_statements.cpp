// config: {roots: [fleet::handleCar, fleet::handleTrip]}
// shows: rows-of-query
// A statement, its execution and the record set over it are one operation; what a write did is an answer too.
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <string>

using namespace Poco::Data::Keywords;

namespace fleet {
std::string find(Poco::Data::Session &session, long id) {
  std::string plate;
  Poco::Data::Statement select(session);
  select << "SELECT plate FROM cars WHERE id = ?", into(plate), use(id), range(0, 1);
  select.execute();
  Poco::Data::RecordSet rows(select);
  return rows.moveFirst() ? plate : "";
}

std::string handleCar(Poco::Data::Session &session, long id) { // ok: two queries
  return find(session, id) + find(session, id + 1);
}

std::string handleTrip(Poco::Data::Session &session, long id) { // expect: scale-sync-call-chain "1, 2 and 4 need no answer of each other"
  std::string plate = find(session, id);
  session << "INSERT INTO trips (car) VALUES (?)", use(id), now;
  long trip = 0;
  session << "SELECT LAST_INSERT_ID()", into(trip), now;
  session << "UPDATE stations SET trips = trips + 1", now;
  return plate + std::to_string(trip);
}
} // namespace fleet
