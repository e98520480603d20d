// A program without any request root has no request path to measure.
#include <curl/curl.h>
#include <string>

CURLcode upload(CURL *handle, const std::string &part) {
  curl_easy_setopt(handle, CURLOPT_URL, ("https://backup.example/" + part).c_str());
  return curl_easy_perform(handle); // ok: no root
}

int main() { // ok: a command-line tool takes the time it takes
  CURL *handle = curl_easy_init();
  upload(handle, "first");
  upload(handle, "second");
  upload(handle, "third");
  upload(handle, "last");
  curl_easy_cleanup(handle);
}
