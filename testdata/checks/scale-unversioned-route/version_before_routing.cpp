// What runs before every route of a server reads the version for all of them; a helper is given the header's name.
#include <httplib.h>
#include <string>

std::string header(const httplib::Request &request, const std::string &name) { return request.get_header_value(name); }

void ok(const httplib::Request &, httplib::Response &response) { response.status = 200; }

void addShop(httplib::Server &shop) {
  shop.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
    if (request.get_header_value("Api-Version") == "1")
      return httplib::Server::HandlerResponse::Unhandled;
    response.status = 400;
    return httplib::Server::HandlerResponse::Handled;
  });
  shop.Get("/items", ok); // ok: the version is read before it
  shop.Post("/items", ok); // ok: the version is read before it
}

void addStock(httplib::Server &stock) {
  stock.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
    if (request.has_header("Authorization"))
      return httplib::Server::HandlerResponse::Unhandled;
    response.status = 401;
    return httplib::Server::HandlerResponse::Handled;
  });
  stock.Get("/shelves", ok); // expect: scale-unversioned-route "/shelves"
  stock.Get("/boxes", [](const httplib::Request &request, httplib::Response &response) { // ok: the helper reads X-Api-Version
    response.status = header(request, "X-Api-Version") == "3" ? 200 : 406;
  });
  stock.Get("/racks", [](const httplib::Request &request, httplib::Response &response) { // expect: scale-unversioned-route "/racks"
    response.status = header(request, "X-Conversion") == "3" ? 200 : 406;
  });
}

int main() {
  httplib::Server shop, stock;
  addShop(shop);
  addStock(stock);
  shop.listen("0.0.0.0", 8080);
}
