// shows: other-file
// The upsert is behind a repository in another unit.
//--- inventory.h
#pragma once
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Item {
  std::string sku;
  int onHand = 0;
};

class Inventory {
public:
  explicit Inventory(pqxx::connection &connection) : connection_(connection) {}
  void save(const Item &item);
  void saveAll(const std::vector<Item> &items);
  void remember(const Item &item) { pending_.push_back(item); }
  void flush();

private:
  void upsert(pqxx::work &tx, const Item &item);
  pqxx::connection &connection_;
  std::vector<Item> pending_;
};

//--- inventory.cpp
#include "inventory.h"

void Inventory::upsert(pqxx::work &tx, const Item &item) {
  tx.exec_params0("INSERT INTO stock (sku, on_hand) VALUES ($1, $2) " // ok: reported at the loops
                  "ON CONFLICT (sku) DO UPDATE SET on_hand = excluded.on_hand",
                  item.sku, item.onHand);
}

void Inventory::save(const Item &item) {
  pqxx::work tx(connection_);
  upsert(tx, item); // ok: reported at the loops
  tx.commit();
}

void Inventory::saveAll(const std::vector<Item> &items) {
  pqxx::work tx(connection_);
  for (const auto &item : items)
    upsert(tx, item); // expect: scale-write-in-loop "'stock'"
  tx.commit();
}

void Inventory::flush() {
  saveAll(pending_); // ok: reported in saveAll
  pending_.clear();
}

//--- delivery.cpp
#include "inventory.h"

void receive(Inventory &inventory, const std::vector<Item> &delivered) {
  for (const auto &item : delivered)
    inventory.save(item); // expect: scale-write-in-loop "'delivered'"
  for (const auto &item : delivered)
    inventory.remember(item); // ok: kept in memory
  inventory.flush();          // ok: not in a loop of this function
  inventory.saveAll(delivered); // ok: reported in saveAll
}
