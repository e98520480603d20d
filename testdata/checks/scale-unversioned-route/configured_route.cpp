// config: {roots: [{function: shop::listOrders, method: GET, path: /orders}, {function: shop::listItems, path: /v1/items}, shop::other]}
// A route that the configuration names stands where its function is defined.
namespace shop {
struct Request;

void listOrders(const Request &) {} // expect: scale-unversioned-route "'GET /orders'"
void listItems(const Request &) {}  // ok: it has a version
void other(const Request &) {}      // ok: no path is known
} // namespace shop
