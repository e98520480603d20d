// config: {roots: [notes::handleSave, notes::handleShare]}
// SQLite answers in the process: its statements wait for nobody.
#include <curl/curl.h>
#include <sqlite3.h>
#include <string>

namespace notes {
void run(sqlite3 *database, const char *sql) { sqlite3_exec(database, sql, nullptr, nullptr, nullptr); }

bool send(CURL *handle, const std::string &url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  return curl_easy_perform(handle) == CURLE_OK;
}

void handleSave(sqlite3 *database) { // ok: three statements, none of them remote
  run(database, "INSERT INTO notes (text) VALUES ('milk')");
  run(database, "UPDATE counters SET notes = notes + 1");
  run(database, "DELETE FROM drafts");
}

bool handleShare(sqlite3 *database, CURL *handle) { // expect: scale-sync-call-chain "3"
  run(database, "INSERT INTO shares (note) VALUES (1)");
  bool sent = send(handle, "https://mail.example/v1/send");
  sent &= send(handle, "https://push.example/v1/send");
  sent &= send(handle, "https://audit.example/v1/add");
  return sent;
}
} // namespace notes
