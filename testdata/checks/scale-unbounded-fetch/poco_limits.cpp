// Poco::Data: a scalar takes one row, a container takes what limit() or range() lets one execution extract.
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <list>
#include <string>
#include <vector>

using namespace Poco::Data::Keywords;
using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::Statement;

std::vector<std::string> all(Session &session) {
  std::vector<std::string> names;
  session << "SELECT name FROM suppliers", into(names), now; // expect: scale-unbounded-fetch "'suppliers'"
  return names;
}

std::string nameOf(Session &session, const std::string &city) {
  std::string name, street;
  session << "SELECT name, street FROM suppliers WHERE city = ?", into(name), into(street), useRef(city), now; // ok: one row
  return name + street;
}

std::vector<std::string> page(Session &session) {
  std::vector<std::string> names;
  session << "SELECT name FROM suppliers", into(names), limit(100), now; // ok: extracts a hundred
  return names;
}

std::list<std::string> few(Session &session) {
  std::list<std::string> names;
  session << "SELECT name FROM suppliers", into(names), lowerLimit(1), upperLimit(10), now; // ok: at most ten
  return names;
}

std::list<std::string> atLeast(Session &session) {
  std::list<std::string> names;
  session << "SELECT name FROM suppliers", into(names), lowerLimit(1), now; // expect: scale-unbounded-fetch "'suppliers'"
  return names;
}

std::size_t oneByOne(Session &session) {
  std::string name;
  std::size_t length = 0;
  Statement select(session);
  select << "SELECT name FROM suppliers", into(name), range(0, 1);
  while (!select.done()) {
    select.execute(); // ok: one row each time
    length += name.size();
  }
  return length;
}

std::size_t byHundreds(Session &session) {
  std::vector<std::string> names;
  Statement select = (session << "SELECT name FROM suppliers", into(names), limit(100));
  std::size_t rows = 0;
  while (!select.done())
    rows += select.execute(); // ok: a hundred each time
  return rows;
}

std::size_t inBlocks(Session &session) {
  std::vector<std::string> names;
  Statement select(session);
  select << "SELECT name FROM suppliers", into(names, bulk(250));
  return select.execute(); // ok: the vector takes 250
}

std::size_t recorded(Session &session) {
  Statement select(session);
  select << "SELECT name FROM suppliers";
  select.execute(); // expect: scale-unbounded-fetch "'suppliers'"
  return RecordSet(select).rowCount();
}

bool twoPages(Session &session) {
  std::vector<std::string> names;
  Statement select = (session << "SELECT name FROM suppliers", into(names), limit(100));
  try {
    select.execute(); // ok: a hundred
  } catch (const Poco::Exception &) {
    return false;
  }
  try {
    select.execute(); // ok: a hundred more, whatever became of the first
  } catch (const Poco::Exception &) {
  }
  try {
    select.execute(); // ok: again
  } catch (const Poco::Exception &) {
  }
  return !names.empty();
}

std::size_t limitedAtTimes(Session &session, bool few) {
  std::vector<std::string> names;
  Statement select(session);
  select << "SELECT name FROM suppliers", into(names);
  if (few)
    select, limit(10);
  return select.execute(); // expect: scale-unbounded-fetch "'suppliers'"
}
