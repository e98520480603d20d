// A build folder holds several programs, each with a main function of its own.
//--- export_tool.cpp
#include <curl/curl.h>

int main(int, char **arguments) {
  CURL *handle = curl_easy_init(); // ok: bounded
  curl_easy_setopt(handle, CURLOPT_URL, arguments[1]);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  return curl_easy_perform(handle);
}

//--- import_tool.cpp
#include <curl/curl.h>

int main(int, char **arguments) {
  CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "blocks 'main'"
  curl_easy_setopt(handle, CURLOPT_URL, arguments[1]);
  return curl_easy_perform(handle);
}
