// shows: callback
// Request and answer are one operation: one finding, in the callback's body.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using Poco::Net::HTTPRequest;

class Registry {
public:
  Registry(const std::string &host, unsigned short port) : session_(host, port) {}

  std::string lookUp(const std::string &name) {
    HTTPRequest request(HTTPRequest::HTTP_GET, "/v1/services/" + name);
    session_.sendRequest(request); // ok: reported at the loop
    Poco::Net::HTTPResponse response;
    std::string body;
    Poco::StreamCopier::copyToString(session_.receiveResponse(response), body); // ok: the answer of the request above
    return body;
  }

private:
  Poco::Net::HTTPClientSession session_;
};

std::vector<std::string> addresses(Registry &registry, const std::vector<std::string> &names) {
  std::vector<std::string> found(names.size());
  std::transform(names.begin(), names.end(), found.begin(), [&](const std::string &name) {
    return registry.lookUp(name); // expect: scale-remote-call-in-loop "'names'"
  });
  std::for_each(found.begin(), found.end(), [](std::string &text) { text += "\n"; }); // ok: no call
  return found;
}

void ping(Poco::Net::HTTPClientSession &session, const std::vector<std::string> &paths) {
  for (const auto &path : paths) {
    HTTPRequest request(HTTPRequest::HTTP_HEAD, path);
    Poco::Net::HTTPResponse response;
    session.sendRequest(request); // expect: scale-remote-call-in-loop "'paths'"
    session.receiveResponse(response); // ok: the same operation
  }
}
