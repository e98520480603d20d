// The HTTP interface of the service.
#pragma once

#include "cache.h"
#include "cart_store.h"
#include "database.h"
#include "limiter.h"
#include "order_store.h"
#include "partners.h"

#include <httplib.h>

namespace orders {

struct Services {
  Database &database;
  OrderStore &orders;
  CartStore &carts;
  PricingClient &pricing;
  TaxClient &tax;
  Cache &cache;
  Limiter &limiter;
};

// Registers every route. The services outlive the server.
void registerRoutes(httplib::Server &server, Services &services);

} // namespace orders
