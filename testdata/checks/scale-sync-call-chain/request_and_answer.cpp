// shows: request-and-answer
// A Poco handler is a root by its base class; sendRequest and receiveResponse are one operation.
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <string>

bool ask(Poco::Net::HTTPClientSession &session, const std::string &path) {
  Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_GET, path);
  Poco::Net::HTTPResponse response;
  session.sendRequest(request);
  session.receiveResponse(response);
  return response.getStatus() == Poco::Net::HTTPResponse::HTTP_OK;
}

class WeatherHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &, Poco::Net::HTTPServerResponse &response) override { // ok: two
    Poco::Net::HTTPClientSession weather("weather.example"), air("air.example");
    if (ask(weather, "/v1/now") && ask(air, "/v1/now"))
      response.setStatus(Poco::Net::HTTPResponse::HTTP_OK);
    response.send(); // the answer to our own client
  }
};

class TripHandler : public Poco::Net::HTTPRequestHandler {
public:
  void handleRequest(Poco::Net::HTTPServerRequest &, Poco::Net::HTTPServerResponse &response) override { // expect: scale-sync-call-chain "3"
    Poco::Net::HTTPClientSession trains("trains.example"), hotels("hotels.example");
    bool found = ask(trains, "/v1/there");
    found &= ask(trains, "/v1/back");
    found &= ask(hotels, "/v1/rooms");
    if (found)
      response.setStatus(Poco::Net::HTTPResponse::HTTP_OK);
    response.send();
  }
};
