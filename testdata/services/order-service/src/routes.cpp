#include "routes.h"

#include "log.h"
#include "report.h"
#include "search.h"
#include "user_store.h"

#include <algorithm>
#include <future>
#include <sstream>
#include <stdexcept>

namespace orders {

namespace {

constexpr int MaximumPage = 100;
constexpr std::size_t MaximumLines = 200;

std::int64_t idIn(const httplib::Request &request) { return std::stoll(request.matches[1].str()); }

std::string textOf(const std::vector<Order> &orders) {
  std::ostringstream text;
  for (const Order &order : orders)
    text << order.id << ' ' << order.status << ' ' << order.totalCents << '\n';
  return text.str();
}

void answer(httplib::Response &response, const std::string &text) { response.set_content(text, "text/plain"); }

// A page size between 1 and MaximumPage.
int pageSize(const httplib::Request &request) {
  if (!request.has_param("limit"))
    return MaximumPage;
  return std::clamp(std::stoi(request.get_param_value("limit")), 1, MaximumPage);
}

// A body of one "sku quantity" a line; throws std::invalid_argument when it is anything else.
std::vector<Line> linesIn(const std::string &body) {
  std::istringstream text(body);
  std::vector<Line> lines;
  Line line;
  while (text >> line.sku >> line.quantity) {
    if (line.quantity < 1 || lines.size() == MaximumLines)
      throw std::invalid_argument("a line is out of range");
    lines.push_back(line);
  }
  if (lines.empty() || !text.eof())
    throw std::invalid_argument("expected lines of 'sku quantity'");
  return lines;
}

std::vector<std::string> skusIn(const httplib::Request &request) {
  std::vector<std::string> skus;
  for (std::size_t i = 0; i < request.get_param_value_count("sku"); ++i)
    skus.push_back(request.get_param_value("sku", i));
  return skus;
}

std::string userName(Database &database, std::int64_t userId) {
  Database::Lease lease(database);
  pqxx::read_transaction tx(*lease);
  return nameOf(tx, userId);
}

void registerOrders(httplib::Server &server, Services &services) {
  server.Get(R"(/v1/orders/(\d+))", [&](const httplib::Request &request, httplib::Response &response) { // ok: two queries
    log::info("order", request.path);
    const auto order = services.orders.find(idIn(request));
    if (!order) {
      response.status = 404;
      return;
    }
    std::ostringstream text;
    text << order->status << ' ' << order->totalCents << '\n';
    for (const Line &line : services.orders.linesOf(order->id)) // ok: the lines come in one query
      text << line.sku << ' ' << line.quantity << '\n';
    answer(response, text.str());
  });

  server.Get(R"(/v1/users/(\d+)/orders)", [&](const httplib::Request &request, httplib::Response &response) { // ok: paged
    log::info("orders", request.path);
    answer(response, textOf(services.orders.newestOf(idIn(request), pageSize(request))));
  });

  server.Get(R"(/v1/users/(\d+)/orders/all)", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("all orders", request.path);
    answer(response, textOf(services.orders.allOf(idIn(request))));
  });

  server.Post("/v1/orders", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("create order", request.path);
    try {
      const auto lines = linesIn(request.body);
      const auto user = std::stoll(request.get_header_value("X-User"));
      const auto total = std::stoll(request.get_header_value("X-Total"));
      response.status = 201;
      answer(response, std::to_string(services.orders.create(user, total, lines)));
    } catch (const std::invalid_argument &problem) {
      response.status = 400;
      answer(response, problem.what());
    }
  });

  server.Post(R"(/v1/orders/(\d+)/import)", [&](const httplib::Request &request, httplib::Response &response) { // ok: COPY
    log::info("import lines", request.path);
    try {
      services.orders.importLines(idIn(request), linesIn(request.body));
      response.status = 204;
    } catch (const std::invalid_argument &problem) {
      response.status = 400;
      answer(response, problem.what());
    }
  });

  // From the time before versions.
  server.Get(R"(/orders/(\d+)/invoice)", [&](const httplib::Request &request, httplib::Response &response) { // expect: scale-unversioned-route
    log::info("invoice", request.path);
    answer(response, services.orders.invoice(idIn(request)));
  });
}

void registerReports(httplib::Server &server, Services &services) {
  server.Get("/v1/reports/open-orders", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("report", request.path);
    answer(response, openOrders(services.database));
  });

  server.Get("/v1/reports/open-orders/summary", [&](const httplib::Request &request, httplib::Response &response) { // ok: two queries
    log::info("report", request.path);
    answer(response, openOrdersSummary(services.database));
  });
}

void registerCarts(httplib::Server &server, Services &services) {
  server.Get(R"(/v1/carts/(\d+)/total)", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("cart total", request.path);
    double total = 0;
    for (const Line &line : services.carts.linesOf(idIn(request)))
      total += line.quantity * services.pricing.priceOf(line.sku); // expect: scale-remote-call-in-loop
    answer(response, std::to_string(total));
  });

  server.Get(R"(/v1/carts/(\d+)/quote)", [&](const httplib::Request &request, httplib::Response &response) { // ok: a query, a request
    log::info("cart quote", request.path);
    const auto lines = services.carts.linesOf(idIn(request));
    std::vector<std::string> skus;
    for (const Line &line : lines)
      skus.push_back(line.sku);
    const auto prices = services.pricing.pricesOf(skus); // ok: one request for all
    double total = 0;
    for (const Line &line : lines)
      if (const auto price = prices.find(line.sku); price != prices.end())
        total += line.quantity * price->second;
    answer(response, std::to_string(total));
  });

  server.Get("/v1/stock", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("stock", request.path);
    std::ostringstream text;
    for (const std::string &sku : skusIn(request))
      text << sku << ' ' << services.cache.stockOf(sku).value_or(0) << '\n'; // expect: scale-remote-call-in-loop
    answer(response, text.str());
  });

  server.Get("/v1/stock/batch", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("stock batch", request.path);
    std::ostringstream text;
    for (const auto &[sku, count] : services.cache.stockOfAll(skusIn(request))) // ok: one MGET, before the loop
      text << sku << ' ' << count << '\n';
    answer(response, text.str());
  });

  server.Get(R"(/v1/tax/(\w+))", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("tax", request.path);
    answer(response, std::to_string(services.tax.rateOf(request.matches[1].str())));
  });
}

void registerUsers(httplib::Server &server, Services &services) {
  server.Get(R"(/v1/users/(\d+)/dashboard)", [&](const httplib::Request &request, httplib::Response &response) { // expect: scale-sync-call-chain
    log::info("dashboard", request.path);
    const std::int64_t id = idIn(request);
    const std::string user = request.matches[1].str();
    std::ostringstream text;
    text << userName(services.database, id) << '\n';
    text << textOf(services.orders.newestOf(id, 10));
    text << services.pricing.loyaltyPointsOf(user) << '\n';
    text << services.cache.lastSeen(user).value_or("never") << '\n';
    answer(response, text.str());
  });

  server.Get(R"(/v1/users/(\d+)/overview)", [&](const httplib::Request &request, httplib::Response &response) { // ok: the calls run together
    log::info("overview", request.path);
    const std::int64_t id = idIn(request);
    const std::string user = request.matches[1].str();
    auto name = std::async(std::launch::async, [&] { return userName(services.database, id); });
    auto newest = std::async(std::launch::async, [&] { return services.orders.newestOf(id, 10); });
    auto points = std::async(std::launch::async, [&] { return services.pricing.loyaltyPointsOf(user); });
    std::ostringstream text;
    text << name.get() << '\n' << textOf(newest.get()) << points.get() << '\n';
    answer(response, text.str());
  });
}

std::string textOf(const std::vector<std::int64_t> &ids) {
  std::ostringstream text;
  for (std::int64_t id : ids)
    text << id << '\n';
  return text.str();
}

void registerSearch(httplib::Server &server, Services &services) {
  server.Get(R"(/v1/search/total/(\d+))", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("search by total", request.path);
    answer(response, textOf(ordersOf(services.database, idIn(request))));
  });

  server.Get(R"(/v1/search/status/(\w+))", [&](const httplib::Request &request, httplib::Response &response) { // ok: an index leads there
    log::info("search by status", request.path);
    answer(response, textOf(ordersIn(services.database, request.matches[1].str())));
  });

  server.Get(R"(/v1/search/from/(\d+))", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("page by place", request.path);
    answer(response, textOf(pageAt(services.database, idIn(request))));
  });

  server.Get(R"(/v1/search/after/(\d+))", [&](const httplib::Request &request, httplib::Response &response) { // ok: paged by key
    log::info("page by key", request.path);
    answer(response, textOf(pageAfter(services.database, idIn(request))));
  });

  server.Get("/v1/search/idle-carts", [&](const httplib::Request &request, httplib::Response &response) {
    log::info("idle carts", request.path);
    answer(response, textOf(idleCarts(services.database)));
  });
}

} // namespace

void registerRoutes(httplib::Server &server, Services &services) {
  server.set_payload_max_length(64 * 1024);
  server.set_pre_routing_handler([&](const httplib::Request &request, httplib::Response &response) {
    if (services.limiter.allow())
      return httplib::Server::HandlerResponse::Unhandled;
    log::error("too many requests", request.path);
    response.status = 429;
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_exception_handler([](const httplib::Request &request, httplib::Response &response, std::exception_ptr) {
    log::error("failed", request.path);
    response.status = 500;
  });
  server.Get("/healthz", [](const httplib::Request &request, httplib::Response &response) { // ok: health needs no version
    log::info("health", request.path);
    answer(response, "ok");
  });
  registerOrders(server, services);
  registerReports(server, services);
  registerCarts(server, services);
  registerUsers(server, services);
  registerSearch(server, services);
}

} // namespace orders
