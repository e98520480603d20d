// What this program was built from.
#pragma once

namespace scalelint::driver {

struct Build {
  const char *commit = ""; // short, with "-dirty" behind it when files differed from it; "" = not built from git
  const char *date = "";   // of that commit: 2026-01-31
};

// Written anew by driver/Build.cmake when the commit is another; linked into the program alone, so that a commit compiles
// this and nothing else.
Build thisBuild();

} // namespace scalelint::driver
