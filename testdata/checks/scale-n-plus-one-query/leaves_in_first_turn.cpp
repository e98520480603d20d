// pkg-config: libpq
// shows: first-turn
// A query that ends its loop runs at most once, however long the walk is.
#include <libpq-fe.h>
#include <stdexcept>
#include <string>
#include <vector>

struct Peer {
  std::string name;
  bool healthy = false;
};

PGresult *settingsOf(PGconn *connection, const std::string &peer) {
  const char *values[] = {peer.c_str()};
  return PQexecParams(connection, "SELECT key, value FROM settings WHERE peer = $1", 1, nullptr, values,
                      nullptr, nullptr, 0);
}

PGresult *firstPeer(PGconn *connection, const std::vector<Peer> &peers) {
  for (const auto &peer : peers)
    return settingsOf(connection, peer.name); // ok: the loop always leaves in its first turn
  return nullptr;
}

PGresult *firstHealthy(PGconn *connection, const std::vector<Peer> &peers) {
  PGresult *settings = nullptr;
  for (const auto &peer : peers) {
    if (!peer.healthy)
      continue;
    settings = settingsOf(connection, peer.name); // ok: the walk ends behind it
    break;
  }
  return settings;
}

void demandHealthy(PGconn *connection, const std::vector<Peer> &peers) {
  for (const auto &peer : peers) {
    if (peer.healthy)
      continue;
    PQclear(settingsOf(connection, peer.name)); // ok: only on the way out
    throw std::runtime_error("unhealthy " + peer.name);
  }
}

void everyHealthy(PGconn *connection, const std::vector<Peer> &peers) {
  for (const auto &peer : peers) {
    if (!peer.healthy)
      continue;
    PQclear(settingsOf(connection, peer.name)); // expect: scale-n-plus-one-query "'peers'"
  }
}

PGresult *firstWithSettings(PGconn *connection, const std::vector<Peer> &peers) {
  for (const auto &peer : peers) {
    PGresult *settings = settingsOf(connection, peer.name); // expect: scale-n-plus-one-query "'peers'"
    if (PQntuples(settings) > 0)
      return settings;
    PQclear(settings);
  }
  return nullptr;
}
