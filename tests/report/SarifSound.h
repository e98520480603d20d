// What a SARIF log must satisfy beyond its schema, checked on every log that a test writes.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Sarif.h"
#include "driver/report/Source.h"

#include "llvm/Support/JSON.h"

namespace scalelint::report {

// Writes the log, expects it to be sound and returns it. With SCALELINT_KEEP_LOGS naming a folder
// the log is kept there for other validators.
llvm::json::Object soundLog(const Report &, const SourceProvider &, const SarifLimits & = {});

} // namespace scalelint::report
