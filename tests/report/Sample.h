// An invented service with invented checks and findings, for the tests of every output.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include <map>
#include <string>

namespace scalelint::report::sample {

inline const std::string Root = "/srv/shop";

// Files of the service by absolute path.
std::map<std::string, std::string> files();
SourceProvider sources();

// The range of the `occurrence`-th (from 0) appearance of `text` in the file; fails the test when
// it is not there.
SourceRange at(const std::string &file, const std::string &text, unsigned occurrence = 0);

extern const Check QueryInLoop;
extern const Check NoTimeout;
extern const Check MissingCache;
const std::vector<const Check *> &checks();

Finding queryInLoop(); // a path over two files, three roots
Finding noTimeout();   // a fix that inserts a line
Report report();       // both, with a notification

} // namespace scalelint::report::sample
