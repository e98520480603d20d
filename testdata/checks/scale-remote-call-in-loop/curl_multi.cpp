// shows: joined-after, event-loop
// Transfers added to a multi handle run side by side; the loop that drives them is an event loop.
#include <curl/curl.h>
#include <string>
#include <vector>

void sideBySide(const std::vector<std::string> &urls) {
  CURLM *multi = curl_multi_init();
  std::vector<CURL *> handles;
  for (const auto &url : urls) {
    CURL *handle = curl_easy_init();
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_multi_add_handle(multi, handle); // ok: started here, not awaited
    handles.push_back(handle);
  }
  int running = 0;
  do {
    curl_multi_perform(multi, &running); // ok: drives all transfers
    if (running)
      curl_multi_poll(multi, nullptr, 0, 1000, nullptr); // ok: waits for any of them
  } while (running);
  for (CURL *handle : handles) {
    curl_multi_remove_handle(multi, handle);
    curl_easy_cleanup(handle);
  }
  curl_multi_cleanup(multi);
}

void oneAfterTheOther(CURL *handle, const std::vector<std::string> &urls) {
  for (const auto &url : urls) {
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_perform(handle); // expect: scale-remote-call-in-loop "'urls'"
  }
}

int headers(CURL *handle, const std::vector<std::string> &names) {
  curl_slist *list = nullptr;
  for (const auto &name : names)
    list = curl_slist_append(list, name.c_str()); // ok: builds a list
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
  int code = curl_easy_perform(handle); // ok: once
  curl_slist_free_all(list);
  return code;
}
