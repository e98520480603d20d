// shows: other-file
// Two loops in two units: one finding, at the call in the inner loop, with the degree of both.
//--- shipping.h
#pragma once
#include <pqxx/pqxx>
#include <vector>

struct Parcel {
  long id = 0;
};
struct Truck {
  long id = 0;
  std::vector<Parcel> parcels;
};

double weightOf(pqxx::work &tx, const Truck &truck);

//--- shipping.cpp
#include "shipping.h"

double weightOf(pqxx::work &tx, const Truck &truck) {
  double sum = 0;
  for (const auto &parcel : truck.parcels)
    sum += tx.exec_params1("SELECT weight FROM parcels WHERE id = $1", // expect: scale-n-plus-one-query "N·M+1"
                           parcel.id)[0].as<double>();
  return sum;
}

//--- fleet.cpp
#include "shipping.h"

double load(pqxx::work &tx, const std::vector<Truck> &trucks) {
  double sum = 0;
  for (const auto &truck : trucks)
    sum += weightOf(tx, truck); // ok: reported in the inner loop
  return sum;
}

int drivers(pqxx::work &tx, const std::vector<Truck> &trucks) {
  int count = 0;
  for (const auto &truck : trucks) {
    tx.exec_params("SELECT name FROM drivers WHERE truck_id = $1", truck.id); // expect: scale-n-plus-one-query "N+1"
    for (const auto *side : {"left", "right"})
      tx.exec_params("SELECT state FROM mirrors WHERE truck_id = $1 AND side = $2", // expect: scale-n-plus-one-query "'trucks'"
                     truck.id, side);
    for (const auto &parcel : truck.parcels)
      count += parcel.id > 0; // ok: no query in the inner loop
  }
  return count;
}
