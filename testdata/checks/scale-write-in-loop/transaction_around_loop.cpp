// One transaction saves the commits, not the round trips.
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct Reading {
  int sensor = 0;
  double value = 0;
};

void store(pqxx::connection &connection, const std::vector<Reading> &readings) {
  pqxx::work tx(connection);
  for (const auto &reading : readings)
    tx.exec_params("INSERT INTO readings (sensor, value) VALUES ($1, $2)", // expect: scale-write-in-loop "'readings'"
                   reading.sensor, reading.value);
  tx.commit(); // ok: once, after the loop
}

void storeOne(pqxx::connection &connection, const Reading &reading) {
  pqxx::work tx(connection);
  tx.exec_params("INSERT INTO readings (sensor, value) VALUES ($1, $2)", reading.sensor, reading.value); // ok: no loop
  tx.commit();
}

double sum(pqxx::connection &connection, const std::vector<int> &sensors) {
  pqxx::read_transaction tx(connection);
  double total = 0;
  for (int sensor : sensors)
    total += tx.exec_params1("SELECT sum(value) FROM readings WHERE sensor = $1", sensor)[0].as<double>(); // ok: a read
  return total;
}

void cleanUp(pqxx::connection &connection, const std::vector<int> &sensors) {
  pqxx::work tx(connection);
  std::string list;
  for (int sensor : sensors)
    list += (list.empty() ? "" : ",") + std::to_string(sensor);             // ok: writes the list
  tx.exec("DELETE FROM readings WHERE sensor IN (" + list + ")");           // ok: one statement
  tx.exec("UPDATE sensors SET seen = now() WHERE id = ANY('{" + list + "}')"); // ok: one statement
  tx.commit();
}
