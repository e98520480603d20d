// The baseline on disk.
#include "driver/Baseline.h"

#include "driver/report/Sarif.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <limits>

namespace scalelint::driver {

llvm::Expected<report::Comparison> compareWith(llvm::StringRef file, const report::Report &report,
                                               const report::SourceProvider &sources, report::Coverage coverage) {
  auto log = llvm::MemoryBuffer::getFile(file);
  if (!log)
    return llvm::createStringError(log.getError(), "baseline '" + file + "' can't be read: " + log.getError().message());
  return report::compare(report, sources, (*log)->getBuffer(), file, coverage);
}

llvm::Error writeBaseline(llvm::StringRef file, const report::Report &report, const report::SourceProvider &sources) {
  // Everything goes in: a baseline that leaves something out would call it new.
  constexpr size_t None = std::numeric_limits<size_t>::max();
  constexpr report::SarifLimits NoLimits{None, None, None, None, None, None, None};
  llvm::Error error = llvm::writeToOutput(file, [&](llvm::raw_ostream &out) {
    report::writeSarif(out, report, sources, NoLimits, report::SarifUse::Baseline);
    return llvm::Error::success();
  });
  if (!error)
    return error;
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "cannot write " + file + ": " + llvm::toString(std::move(error)));
}

} // namespace scalelint::driver
