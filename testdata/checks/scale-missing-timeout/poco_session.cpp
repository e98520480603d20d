// Poco's HTTP sessions wait up to 60 s by default: above the ceiling.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timespan.h>

using Poco::Net::HTTPClientSession;

int status(HTTPClientSession &session) {
  Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_GET, "/v1/status");
  Poco::Net::HTTPResponse response;
  session.sendRequest(request); // ok: reported at the session
  session.receiveResponse(response);
  return response.getStatus();
}

int bare() {
  HTTPClientSession session("status", 80); // expect: scale-missing-timeout "timeout"
  session.setKeepAlive(true);
  return status(session);
}

int keepAliveOnly() {
  HTTPClientSession session("status", 80); // expect: scale-missing-timeout "timeout"
  session.setKeepAliveTimeout(Poco::Timespan(5, 0)); // says how long an idle connection is kept
  return status(session);
}

int bounded() {
  HTTPClientSession session("status", 80); // ok: 10 s for everything
  session.setTimeout(Poco::Timespan(10, 0));
  return status(session);
}

int boundedEach() {
  HTTPClientSession session("status", 80); // ok: connect, send and receive
  session.setTimeout(Poco::Timespan(2, 0), Poco::Timespan(5, 0), Poco::Timespan(5, 0));
  return status(session);
}
