// Clients made in all kinds of statements; where a fix is offered it has to compile and to be enough.
#include <curl/curl.h>
#include <httplib.h>
#include <memory>
#include <mysql/mysql.h>

bool asCondition(const char *url) {
  if (CURL *handle = curl_easy_init()) { // expect: scale-missing-timeout "total timeout"
    curl_easy_setopt(handle, CURLOPT_URL, url);
    return curl_easy_perform(handle) == CURLE_OK;
  }
  return false;
}

void asPair() {
  CURL *one = curl_easy_init(), *two = curl_easy_init(); // expect: scale-missing-timeout "'one'" // expect: scale-missing-timeout "'two'"
  curl_easy_perform(one);
  curl_easy_perform(two);
}

void assignedLater(bool really, const char *url) {
  CURL *handle = nullptr;
  if (really)
    handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  else
    return;
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_perform(handle);
}

void assignedInTest(const char *url) {
  CURL *handle = nullptr;
  if (!(handle = curl_easy_init())) // expect: scale-missing-timeout "total timeout"
    return;
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_perform(handle);
}

void inLoopHead() {
  for (CURL *handle = curl_easy_init(); handle; handle = nullptr) // expect: scale-missing-timeout "total timeout"
    curl_easy_perform(handle);
}

CURLcode kept() {
  static CURL *handle = curl_easy_init(); // expect: scale-missing-timeout "total timeout"
  return curl_easy_perform(handle);
}

class Member {
public:
  Member() : handle_(curl_easy_init()) {} // expect: scale-missing-timeout "'handle_'"
  void load() { curl_easy_perform(handle_); }

private:
  CURL *handle_;
};

class MemberWithBody {
public:
  explicit MemberWithBody(const char *url)
      : handle_(curl_easy_init()) { // expect: scale-missing-timeout "'handle_'"
    curl_easy_setopt(handle_, CURLOPT_URL, url);
  }
  void load() { curl_easy_perform(handle_); }

private:
  CURL *handle_;
};

class AssignedMember {
public:
  AssignedMember() {
    handle_ = curl_easy_init(); // expect: scale-missing-timeout "'handle_'"
    client_ = std::make_unique<httplib::Client>("http://stock"); // expect: scale-missing-timeout "'client_'"
  }
  void load() {
    curl_easy_perform(handle_);
    client_->Get("/v1/stock");
  }

private:
  CURL *handle_ = nullptr;
  std::unique_ptr<httplib::Client> client_;
};

class Default {
public:
  void load() { curl_easy_perform(handle_); }

private:
  CURL *handle_ = curl_easy_init(); // expect: scale-missing-timeout "'handle_'"
};

void load() { Default().load(); }

int asPointer() {
  auto client = std::make_unique<httplib::Client>("http://stock"); // expect: scale-missing-timeout "connect timeout"
  auto *other = new httplib::Client("http://price"); // expect: scale-missing-timeout "connect timeout"
  auto result = client->Get("/v1/stock");
  auto price = other->Get("/v1/price");
  delete other;
  return result && price ? result->status : 0;
}

void twoInOneFunction() {
  MYSQL *one = mysql_init(nullptr); // expect: scale-missing-timeout "'one'"
  MYSQL *two = mysql_init(nullptr); // expect: scale-missing-timeout "'two'"
  mysql_query(one, "SELECT 1");
  mysql_query(two, "SELECT 1");
}
