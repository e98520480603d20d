// The names of the public weaknesses that findings are instances of.
#pragma once

#include <string>

namespace scalelint::report {

// The title that the Common Weakness Enumeration gives the weakness; nullptr when the table lacks
// it.
const char *weaknessName(unsigned cwe);

// "https://cwe.mitre.org/data/definitions/1050.html"
std::string weaknessPage(unsigned cwe);

} // namespace scalelint::report
