// shows: other-file, batched
// A statement prepared by name elsewhere: the text is known, the execution is what counts.
//--- statements.h
#pragma once
#include <pqxx/pqxx>

inline constexpr const char *kFindSeat = "find-seat";
inline constexpr const char *kCountSeats = "count-seats";

void prepareAll(pqxx::connection &connection);

//--- statements.cpp
#include "statements.h"

void prepareAll(pqxx::connection &connection) {
  connection.prepare(kFindSeat, "SELECT row, number FROM seats WHERE ticket_id = $1");
  connection.prepare(kCountSeats, "SELECT count(*) FROM seats WHERE ticket_id = ANY($1)");
}

//--- venue.cpp
#include "statements.h"
#include <string>
#include <vector>

struct Ticket {
  long id = 0;
  std::string seat;
};

void seat(pqxx::work &tx, std::vector<Ticket> &tickets) {
  for (auto &ticket : tickets) {
    auto row = tx.exec_prepared1(kFindSeat, ticket.id); // expect: scale-n-plus-one-query "'seats'"
    ticket.seat = row[0].as<std::string>() + row[1].as<std::string>();
  }
}

void prepareOnly(pqxx::connection &connection, const std::vector<std::string> &kinds) {
  for (const auto &kind : kinds)
    connection.prepare("by-" + kind, "SELECT id FROM seats WHERE kind = '" + kind + "'"); // ok: reads nothing
}

long seated(pqxx::work &tx, const std::vector<std::string> &batches) {
  long sum = 0;
  for (const auto &batch : batches)
    sum += tx.exec_prepared1(kCountSeats, batch)[0].as<long>(); // ok: the prepared text takes a batch
  return sum;
}
