// pkg-config: libcurl
// Few of many overrides talk to the network, and a flush that waits for a full buffer.
#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

class Component {
public:
  virtual ~Component() = default;
  virtual void pause() = 0;
};

class Timer : public Component {
public:
  void pause() override { running_ = false; }

private:
  bool running_ = true;
};
class Checker : public Component {
public:
  void pause() override { active_ = 0; }

private:
  int active_ = 1;
};
class Notifier : public Component {
public:
  void pause() override { names_.clear(); }

private:
  std::vector<std::string> names_;
};
class Writer : public Component {
public:
  explicit Writer(CURL *handle) : handle_(handle) {}
  void pause() override {
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, rest_.c_str());
    curl_easy_perform(handle_); // ok: one of four kinds of components
  }

private:
  CURL *handle_;
  std::string rest_;
};

void pauseAll(const std::vector<std::unique_ptr<Component>> &components) {
  for (const auto &component : components)
    component->pause(); // ok: most components send nothing
}

class Metrics {
public:
  explicit Metrics(CURL *handle) : handle_(handle) {}

  void add(const std::string &line) {
    lines_.push_back(line);
    if (lines_.size() >= 1000)
      flush(); // ok: once per thousand lines
  }

  void flush() {
    std::string body;
    for (const auto &line : lines_)
      body += line + "\n"; // ok: builds one body
    lines_.clear();
    curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_perform(handle_); // ok: one request for all lines
  }

private:
  CURL *handle_;
  std::vector<std::string> lines_;
};

void report(Metrics &metrics, const std::vector<std::string> &lines) {
  for (const auto &line : lines)
    metrics.add(line); // ok: buffered
  for (const auto &line : lines) {
    metrics.add(line);
    metrics.flush(); // expect: scale-remote-call-in-loop "'lines'"
  }
}
