// config: {roots: [quote::handleOne, quote::handleThree, quote::handleTogether]}
// shows: futures
// A task that is waited for at once is a blocking call in other words; tasks in flight together are joined.
#include <cpprest/http_client.h>

using web::http::methods;
using web::http::client::http_client;

namespace quote {
int status(http_client &client, const utility::string_t &path) {
  return client.request(methods::GET, path).get().status_code();
}

bool handleOne(http_client &client) { // ok: one is waited for, the other is not
  client.request(methods::POST, U("/seen"));
  return status(client, U("/v1/rate")) == 200;
}

bool handleThree(http_client &trains, http_client &planes, http_client &buses) { // expect: scale-sync-call-chain "3 remote operations"
  bool found = status(trains, U("/v1/rate")) == 200;
  found &= status(planes, U("/v1/rate")) == 200;
  found &= buses.request(methods::GET, U("/v1/rate")).get().status_code() == 200;
  return found;
}

bool handleTogether(http_client &trains, http_client &planes, http_client &buses) { // ok: three in flight at once
  auto train = trains.request(methods::GET, U("/v1/rate"));
  auto plane = planes.request(methods::GET, U("/v1/rate"));
  auto bus = buses.request(methods::GET, U("/v1/rate"));
  return train.get().status_code() == 200 && plane.get().status_code() == 200 && bus.get().status_code() == 200;
}
} // namespace quote
