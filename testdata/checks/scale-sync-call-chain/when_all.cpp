// config: {roots: [fare::handleJoined, fare::handleListed, fare::handleChained]}
// shows: when-all, futures
// Tasks joined by when_all are waited for once.
#include <cpprest/http_client.h>
#include <pplx/pplxtasks.h>
#include <vector>

using web::http::http_response;
using web::http::methods;
using web::http::client::http_client;

namespace fare {
pplx::task<int> status(http_client &client) {
  return client.request(methods::GET, U("/v1/fare")).then([](http_response response) { return int(response.status_code()); });
}

bool handleJoined(http_client &north, http_client &south, http_client &west) { // ok: three at once
  auto all = status(north) && status(south) && status(west);
  return all.get().size() == 3;
}

bool handleListed(http_client &north, http_client &south, http_client &west) { // ok: three at once
  std::vector<pplx::task<int>> asked{status(north), status(south), status(west)};
  return pplx::when_all(asked.begin(), asked.end()).get().size() == 3;
}

int handleChained(http_client &north, http_client &south, http_client &west) { // expect: scale-sync-call-chain "3 remote operations"
  int first = status(north).get();
  int second = status(south).get();
  return first + second + status(west).get();
}
} // namespace fare
