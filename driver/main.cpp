// scalelint: finds what makes a C++ service slow, fragile or unsafe under load.
#include "checks/Check.h"
#include "driver/Options.h"
#include "driver/Pipeline.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace scalelint;

int main(int count, char **arguments) {
  auto parsed = driver::parseOptions(llvm::ArrayRef<const char *>(arguments, count), llvm::outs(),
                                     llvm::errs());
  if (const auto *done = std::get_if<driver::ExitCode>(&parsed))
    return static_cast<int>(*done);
  driver::Surroundings surroundings{allChecks(), llvm::outs(), llvm::errs(), driver::thisBuild()};
  return static_cast<int>(driver::run(std::get<driver::Options>(parsed), surroundings));
}
