// shows: health
// A Beast server dispatches by comparing the target: each comparison is a route.
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/verb.hpp>

namespace http = boost::beast::http;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

Response answer(const Request &request, http::status status) { return Response{status, request.version()}; }

Response handle(const Request &request) {
  if (request.method() == http::verb::get && request.target() == "/devices") // expect: scale-unversioned-route "/devices"
    return answer(request, http::status::ok);
  if (request.target() == "/v1/devices") // ok: v1
    return answer(request, http::status::ok);
  if (request.target() == "/healthz") // ok: health
    return answer(request, http::status::ok);
  if (request["Accept"] == "/devices") // ok: a header, not the target
    return answer(request, http::status::not_acceptable);
  return answer(request, http::status::not_found);
}
