// Findings for a browser: one page that needs nothing else, to be kept or sent around.
#pragma once

#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/Support/raw_ostream.h"

namespace scalelint::report {

// The bytes depend on the report and the sources alone. Everything that comes from the analysed
// program is escaped, and the page's own policy lets no other script or style than its own run.
void writeHtml(llvm::raw_ostream &, const Report &, const SourceProvider &);

} // namespace scalelint::report
