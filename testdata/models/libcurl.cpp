// The libcurl pack against curl/curl.h: an order service that calls its billing and mirror peers.
#include <curl/curl.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

size_t appendBody(char *data, size_t size, size_t count, void *out) {
  static_cast<std::string *>(out)->append(data, size * count);
  return size * count;
}

size_t noBody(char *, size_t, size_t, void *) { return 0; }

int stopAfterLimit(void *, curl_off_t, curl_off_t now, curl_off_t, curl_off_t) {
  return now > (1 << 20);
}

int stopAfterLimitOld(void *, double, double now, double, double) { return now > 1048576.0; }

int seekBody(void *, curl_off_t, int) { return CURL_SEEKFUNC_OK; }

int traceTransfer(CURL *, curl_infotype, char *, size_t, void *) { return 0; }

int watchSocket(CURL *, curl_socket_t, int, void *, void *) { return 0; }

int armTimer(CURLM *, long, void *) { return 0; }

} // namespace

std::string fetchInvoice(const std::string &customer) {
  CURL *easy = curl_easy_init(); // is: session.open; creates "libcurl easy handle"
  std::string body;
  char *escaped = curl_easy_escape(easy, customer.c_str(), 0); // is: text "{}"
  std::string url = std::string("https://billing/v1/invoices/") + escaped;
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());                // is: text "https://billing/v1/invoices/{}"
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);                    // is: nothing
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, 10L);                    // is: sets total-timeout 10s
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, 5L);              // is: sets connect-timeout 5s
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, 0L);              // is: nothing
  curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 60L);          // is: nothing
  curl_easy_setopt(easy, CURLOPT_EXPECT_100_TIMEOUT_MS, 500L);     // is: nothing
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, appendBody);       // is: runs once
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);                // is: nothing
  CURLcode code = curl_easy_perform(easy);                         // is: http.request "https://billing/v1/invoices/{}"
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);        // is: nothing
  if (code != CURLE_OK || status != 200)
    body.clear();
  curl_free(escaped);                                              // is: nothing
  curl_easy_cleanup(easy);                                         // is: session.close
  return body;
}

bool upload(CURL *easy, FILE *source) {
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 1500L);               // is: sets total-timeout 1500ms
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, 300L);         // is: sets connect-timeout 300ms
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, 0L);           // is: nothing
  curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);                      // is: nothing
  curl_easy_setopt(easy, CURLOPT_READDATA, source);                // is: nothing
  curl_easy_setopt(easy, CURLOPT_READFUNCTION, noBody);            // is: runs once
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, noBody);          // is: runs once
  curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, seekBody);          // is: runs once
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, traceTransfer);    // is: runs once
  curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, stopAfterLimit); // is: runs once
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  curl_easy_setopt(easy, CURLOPT_PROGRESSFUNCTION, stopAfterLimitOld); // is: runs once
  return curl_easy_perform(easy) == CURLE_OK;                      // is: http.request
}

// Aborts when fewer than 30 bytes a second arrive for a minute: the only bound that suits long downloads.
bool mirror(const char *url) {
  CURL *easy = curl_easy_init(); // is: session.open; creates "libcurl easy handle"
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 30L);            // is: nothing
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, 60L);             // is: sets low-speed 60s
  bool copied = curl_easy_perform(easy) == CURLE_OK;               // is: http.request
  curl_easy_cleanup(easy);
  return copied;
}

void fetchAll(CURL *prototype, const std::vector<std::string> &urls) {
  curl_global_init(CURL_GLOBAL_DEFAULT);                           // is: nothing
  CURLM *multi = curl_multi_init();                                // is: session.open
  curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 8L);    // is: nothing
  std::vector<CURL *> transfers;
  for (const std::string &url : urls) {
    CURL *easy = curl_easy_duphandle(prototype);                   // is: session.open; creates "libcurl easy handle"
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_multi_add_handle(multi, easy);                            // is: http.request
    transfers.push_back(easy);
  }
  for (int running = 1; running > 0;) {
    curl_multi_perform(multi, &running);                           // is: nothing
    curl_multi_poll(multi, nullptr, 0, 1000, nullptr);             // is: poll
  }
  for (CURL *easy : transfers) {
    curl_multi_remove_handle(multi, easy);                         // is: nothing
    curl_easy_cleanup(easy);                                       // is: session.close
  }
  curl_multi_cleanup(multi);                                       // is: session.close
}

void attachToLoop(CURLM *multi) {
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, watchSocket);  // is: runs on-event-loop
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, armTimer);      // is: runs on-event-loop
  int ready = 0;
  curl_multi_wait(multi, nullptr, 0, 100, &ready);                 // is: poll
  CURLSH *share = curl_share_init();                               // is: nothing
  curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);   // is: nothing
  curl_share_cleanup(share);                                       // is: nothing
}
