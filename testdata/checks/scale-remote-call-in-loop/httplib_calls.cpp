// shows: virtual, template
// cpp-httplib's client in the loops of a class template and behind a virtual interface.
#include <httplib.h>
#include <memory>
#include <string>
#include <vector>

class Notifier {
public:
  virtual ~Notifier() = default;
  virtual bool notify(const std::string &device) = 0;
};

class PushNotifier : public Notifier {
public:
  explicit PushNotifier(httplib::Client &client) : client_(client) {}
  bool notify(const std::string &device) override {
    auto result = client_.Post("/v1/push/" + device, "{}", "application/json"); // ok: reported at the loops
    return result && result->status == 202;
  }

private:
  httplib::Client &client_;
};

class LogNotifier : public Notifier {
public:
  bool notify(const std::string &device) override { return log_.emplace_back(device).empty(); }

private:
  std::vector<std::string> log_;
};

template <class Channel> class Broadcast {
public:
  explicit Broadcast(Channel &channel) : channel_(channel) {}
  int send(const std::vector<std::string> &devices) {
    int sent = 0;
    for (const auto &device : devices)
      sent += channel_.notify(device); // expect: scale-remote-call-in-loop "'devices'"
    return sent;
  }

private:
  Channel &channel_;
};

int broadcast(Notifier &notifier, const std::vector<std::string> &devices) {
  int sent = 0;
  for (std::size_t i = 0; i != devices.size(); ++i)
    sent += notifier.notify(devices[i]); // expect: scale-remote-call-in-loop "'devices'"
  return sent;
}

httplib::Headers headersOf(httplib::Client &client) {
  auto result = client.Get("/v1/devices");
  return result ? result->headers : httplib::Headers{};
}

int both(httplib::Client &client, const std::vector<std::string> &devices) {
  PushNotifier push(client);
  int sent = Broadcast<PushNotifier>(push).send(devices); // ok: reported in the template
  auto local = std::make_unique<LogNotifier>();
  for (const auto &device : devices)
    sent += local->LogNotifier::notify(device); // ok: names the override that only logs
  for (const auto &header : headersOf(client)) // ok: evaluated once
    sent += header.first == "X-Count";
  return sent;
}
