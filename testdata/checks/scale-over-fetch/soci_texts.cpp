// shows: count-star
// SOCI takes the text by operator<<, in one piece or in several.
#include <soci/soci.h>
#include <string>

void stations(soci::session &sql, int line) {
  soci::row row;
  sql << "SELECT * FROM stations WHERE line = :line", soci::into(row), soci::use(line); // expect: scale-over-fetch "'stations'"

  soci::rowset<soci::row> rows = (sql.prepare << "SELECT * FROM lines WHERE id = " << line); // expect: scale-over-fetch "'lines'"
  for (const auto &each : rows)
    line += each.get<int>(0);

  std::string name;
  sql << "SELECT name FROM stations WHERE id = " << line, soci::into(name); // ok: one column

  int count = 0;
  sql << "SELECT COUNT(*) FROM stations", soci::into(count); // ok: counts
}
