// The registry of checks, from Checks.def.
#include "checks/Check.h"

namespace scalelint {

#define CHECK(name) extern const Check name;
#include "checks/Checks.def"
#undef CHECK

const std::vector<const Check *> &allChecks() {
  static const std::vector<const Check *> checks = {
#define CHECK(name) &name,
#include "checks/Checks.def"
#undef CHECK
  };
  return checks;
}

const Check *findCheck(const std::string &id) {
  for (const Check *check : allChecks())
    if (id == check->id)
      return check;
  return nullptr;
}

} // namespace scalelint
