// shows: other-file, retry, first-turn
// One HTTP request per element, in the loop and through a helper of another unit.
//--- avatars.h
#pragma once
#include <curl/curl.h>
#include <string>
#include <vector>

CURLcode fetchAvatar(CURL *handle, const std::string &user);
std::string avatarUrl(const std::string &user);

//--- avatars.cpp
#include "avatars.h"

std::string avatarUrl(const std::string &user) { return "https://avatars.example/v1/" + user; }

CURLcode fetchAvatar(CURL *handle, const std::string &user) {
  curl_easy_setopt(handle, CURLOPT_URL, avatarUrl(user).c_str());
  return curl_easy_perform(handle); // ok: reported at the loop
}

//--- profile.cpp
#include "avatars.h"

int fetchAll(CURL *handle, const std::vector<std::string> &users) {
  int failed = 0;
  for (const auto &user : users)
    failed += fetchAvatar(handle, user) != CURLE_OK; // expect: scale-remote-call-in-loop "'users'"
  return failed;
}

std::string batch(CURL *handle, const std::vector<std::string> &users) {
  std::string url = "https://avatars.example/v1/batch?users=";
  for (const auto &user : users)
    url += avatarUrl(user) + ","; // ok: writes the address
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_perform(handle); // ok: one request
  return url;
}

bool fetchWithRetry(CURL *handle, const std::string &user) {
  for (int attempt = 0; attempt < 3; ++attempt)
    if (fetchAvatar(handle, user) == CURLE_OK) // ok: a retry
      return true;
  return false;
}

bool firstAvailable(CURL *handle, const std::vector<std::string> &users) {
  for (const auto &user : users) {
    if (user.empty())
      continue;
    return fetchAvatar(handle, user) == CURLE_OK; // ok: leaves with the first
  }
  return false;
}
