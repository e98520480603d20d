// Users, by id. Every function runs in its caller's transaction.
#pragma once

#include <cstdint>
#include <map>
#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace orders {

std::string nameOf(pqxx::transaction_base &tx, std::int64_t userId);

// The names of many users in one round trip.
std::map<std::int64_t, std::string> namesOf(pqxx::transaction_base &tx, const std::vector<std::int64_t> &userIds);

} // namespace orders
