// shows: use-result
// Rows that come one by one: kept on every turn, on some, for a turn only, or summed up.
#include <algorithm>
#include <map>
#include <mysql/mysql.h>
#include <set>
#include <string>
#include <vector>

struct Track {
  std::string title;
  std::vector<std::string> tags;
};

class Album {
public:
  void add(Track track) { tracks_.push_back(std::move(track)); }
  void load(MYSQL *connection) {
    mysql_query(connection, "SELECT title FROM tracks"); // expect: scale-unbounded-fetch "every row is kept in 'tracks_'"
    MYSQL_RES *result = mysql_use_result(connection);
    while (MYSQL_ROW row = mysql_fetch_row(result))
      add(Track{row[0], {}});
    mysql_free_result(result);
  }

private:
  std::vector<Track> tracks_;
};

std::vector<std::string> titlesUntilTheEnd(MYSQL *connection) {
  mysql_query(connection, "SELECT title FROM tracks"); // expect: scale-unbounded-fetch "every row is kept in 'titles'"
  MYSQL_RES *result = mysql_use_result(connection);
  std::vector<std::string> titles;
  while (true) {
    MYSQL_ROW row = mysql_fetch_row(result);
    if (!row)
      break;
    titles.emplace_back(row[0]);
  }
  mysql_free_result(result);
  return titles;
}

std::map<std::string, std::string> byTitle(MYSQL *connection) {
  mysql_query(connection, "SELECT title, artist FROM tracks"); // expect: scale-unbounded-fetch "every row is kept in 'artists'"
  MYSQL_RES *result = mysql_use_result(connection);
  std::map<std::string, std::string> artists;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    artists[row[0]] = row[1];
  mysql_free_result(result);
  return artists;
}

std::vector<std::string> eitherWay(MYSQL *connection) {
  mysql_query(connection, "SELECT title FROM tracks"); // expect: scale-unbounded-fetch "every row is kept"
  MYSQL_RES *result = mysql_use_result(connection);
  std::vector<std::string> known, unknown;
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    if (row[0])
      known.emplace_back(row[0]);
    else
      unknown.emplace_back("?");
  }
  mysql_free_result(result);
  known.insert(known.end(), unknown.begin(), unknown.end());
  return known;
}

std::vector<std::string> longTitles(MYSQL *connection) {
  mysql_query(connection, "SELECT title FROM tracks"); // ok: only some rows are kept
  MYSQL_RES *result = mysql_use_result(connection);
  std::vector<std::string> titles;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    if (std::string(row[0]).size() > 40)
      titles.emplace_back(row[0]);
  mysql_free_result(result);
  return titles;
}

std::set<std::string> withoutDemos(MYSQL *connection) {
  mysql_query(connection, "SELECT title, demo FROM tracks"); // ok: only some rows are kept
  MYSQL_RES *result = mysql_use_result(connection);
  std::set<std::string> titles;
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    if (*row[1] == '1')
      continue;
    titles.insert(row[0]);
  }
  mysql_free_result(result);
  return titles;
}

std::size_t mostTags(MYSQL *connection) {
  mysql_query(connection, "SELECT tag_1, tag_2 FROM tracks"); // ok: kept for a turn only
  MYSQL_RES *result = mysql_use_result(connection);
  std::size_t most = 0;
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    Track track;
    for (int column = 0; column < 2; ++column)
      track.tags.emplace_back(row[column]);
    most = std::max(most, track.tags.size());
  }
  mysql_free_result(result);
  return most;
}

std::map<std::string, int> tracksOfArtists(MYSQL *connection) {
  mysql_query(connection, "SELECT artist, seconds FROM tracks"); // ok: a sum for each artist
  MYSQL_RES *result = mysql_use_result(connection);
  std::map<std::string, int> seconds;
  while (MYSQL_ROW row = mysql_fetch_row(result))
    seconds[row[0]] += std::stoi(row[1]);
  mysql_free_result(result);
  return seconds;
}

std::vector<std::string> firstHundred(MYSQL *connection) {
  mysql_query(connection, "SELECT title FROM tracks"); // ok: the loop leaves at a hundred
  MYSQL_RES *result = mysql_use_result(connection);
  std::vector<std::string> titles;
  while (MYSQL_ROW row = mysql_fetch_row(result)) {
    titles.emplace_back(row[0]);
    if (titles.size() >= 100)
      break;
  }
  mysql_free_result(result);
  return titles;
}
