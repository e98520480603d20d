// Poco has no router: a handler factory compares the request's URI with its paths.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <string>

class Orders : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &request, Poco::Net::HTTPServerResponse &response) override {
    response.send() << request.getHost();
  }
};

class Factory : public Poco::Net::HTTPRequestHandlerFactory {
public:
  Poco::Net::HTTPRequestHandler *createRequestHandler(const Poco::Net::HTTPServerRequest &request) override {
    if (request.getURI() == "/v1/orders") // ok: it has a version
      return new Orders;
    if (request.getURI() == "/orders") // expect: scale-unversioned-route "'/orders'"
      return new Orders;
    const std::string uri = request.getURI();
    if (uri == "/basket") // expect: scale-unversioned-route "'/basket'"
      return new Orders;
    if (uri == "/") // ok: the entry page
      return new Orders;
    return nullptr;
  }
};

// What a client asks for is no route of its own.
bool isOrders(const Poco::Net::HTTPRequest &outgoing) {
  return outgoing.getURI() == "/orders"; // ok: a client's request
}
