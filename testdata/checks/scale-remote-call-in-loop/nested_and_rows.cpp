// pkg-config: libpq
// shows: small-limit
// A cache lookup per row of a result, and a request under two loops.
#include <curl/curl.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <string>
#include <vector>

struct Shelf {
  std::vector<std::string> books;
};

void countLoans(PGconn *database, redisContext *cache) {
  PGresult *members = PQexec(database, "SELECT id FROM members WHERE active"); // ok: once
  for (int row = 0; row < PQntuples(members); ++row)
    freeReplyObject(redisCommand(cache, "GET loans:%s", PQgetvalue(members, row, 0))); // expect: scale-remote-call-in-loop "N+1"
  PQclear(members);
}

void announce(CURL *handle, const Shelf &shelf) {
  for (const auto &book : shelf.books) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, book.c_str());
    curl_easy_perform(handle); // expect: scale-remote-call-in-loop "N·M+1"
  }
}

void announceAll(CURL *handle, const std::vector<Shelf> &shelves) {
  for (const auto &shelf : shelves)
    announce(handle, shelf); // ok: reported in the inner loop
}

void topThree(PGconn *database, redisContext *cache) {
  PGresult *books = PQexec(database, "SELECT id FROM books ORDER BY loans DESC LIMIT 3");
  for (int row = 0; row < PQntuples(books); ++row)
    freeReplyObject(redisCommand(cache, "GET cover:%s", PQgetvalue(books, row, 0))); // ok: three at the most
  PQclear(books);
}

std::string columnOf(PGresult *result) {
  std::string text;
  for (int row = 0; row < PQntuples(result); ++row)
    text += PQgetvalue(result, row, 0); // ok: the rows are in memory
  return text;
}
