// The names of the public weaknesses that findings are instances of.
#pragma once

#include <string>

namespace scalelint::report {

// The version of the enumeration that the titles are from, and its day.
inline constexpr const char *WeaknessVersion = "4.8";
inline constexpr const char *WeaknessDate = "2022-06-28";

// The title that the Common Weakness Enumeration gives the weakness; nullptr when the table lacks
// it.
const char *weaknessName(unsigned cwe);

// "https://cwe.mitre.org/data/definitions/1050.html"
std::string weaknessPage(unsigned cwe);

} // namespace scalelint::report
