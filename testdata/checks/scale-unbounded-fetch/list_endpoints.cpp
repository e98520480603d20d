// shows: page-parameters, counts
// A list endpoint asked without a page answers with everything it has.
#include <httplib.h>
#include <string>

void ask(httplib::Client &client, int page, const std::string &id) {
  client.Get("/v1/invoices"); // expect: scale-unbounded-fetch "/v1/invoices"
  client.Get("/v1/invoices?state=open"); // expect: scale-unbounded-fetch "/v1/invoices"
  client.Get("/v1/invoices?limit=50"); // ok: a page size
  client.Get("/v1/invoices?per_page=50&page=" + std::to_string(page)); // ok: a page
  client.Get("/v1/invoices/" + id); // ok: one of them
  client.Get("/v1/invoices/count"); // ok: a number
  client.Get("/v1/status"); // ok: no list
  client.Get("/v1/invoices", [](const char *, size_t) { return true; }); // ok: comes in pieces, none of which is kept
  client.Post("/v1/invoices", "{}", "application/json"); // ok: makes one
}
