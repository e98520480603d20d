// One text in a header, executed from two units: one finding, at the text.
//--- statements.h
#pragma once

inline constexpr const char *kAllDevices = "SELECT * FROM devices WHERE online LIMIT 100"; // expect: scale-over-fetch "'devices'"
inline constexpr const char *kOnlineIds = "SELECT id FROM devices WHERE online LIMIT 100"; // ok: one column
inline constexpr const char *kRetired = "SELECT * FROM retired_devices"; // ok: nobody executes it

//--- inventory.cpp
#include "statements.h"
#include <pqxx/pqxx>

pqxx::result devices(pqxx::work &tx) { return tx.exec(kAllDevices); } // ok: reported at the text
pqxx::result ids(pqxx::work &tx) { return tx.exec(kOnlineIds); } // ok: one column

//--- monitor.cpp
#include "statements.h"
#include <pqxx/pqxx>

std::size_t online(pqxx::work &tx) { return tx.exec(kAllDevices).size(); } // ok: reported at the text
