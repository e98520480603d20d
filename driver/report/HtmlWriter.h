// Writes the HTML page. Its frame, the filters and the lists are in Html.cpp, a finding is in
// HtmlFinding.cpp.
#pragma once

#include "driver/report/Fixes.h"
#include "driver/report/Report.h"
#include "driver/report/Source.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <string>
#include <vector>

namespace scalelint::report {

extern const char *const PageStyle;  // html/page.css
extern const char *const PageScript; // html/page.js

// One line of text, made printable, as content of an element or of a quoted attribute.
std::string escaped(llvm::StringRef);

// A finding with its name in the page.
struct HtmlFinding {
  const Finding *finding = nullptr;
  std::string anchor; // "f-0123456789abcdef:1"
  size_t place = 0;   // among all findings, in the order in which they are printed
  bool known = false; // from an earlier log
};

// The findings of one check, new ones first, then the worst.
struct HtmlGroup {
  std::string id;
  const Check *check = nullptr; // nullptr when the report does not name it
  std::vector<HtmlFinding> findings;
};

class HtmlWriter {
public:
  HtmlWriter(llvm::raw_ostream &os, const Report &report, const SourceProvider &sources);

  void page();

private:
  void head();
  void heading();
  void filters();
  void choice(llvm::StringRef name, llvm::StringRef every, const std::map<std::string, unsigned> &);
  void overview();
  void group(const HtmlGroup &);
  void about(const Check &);
  void suppressed();
  void notifications();

  void finding(const HtmlFinding &);
  void excerpt(const SourceRange &);
  void path(const std::vector<Step> &);
  void step(const Step &, unsigned outermost);
  void related(const std::vector<Step> &);
  void roots(const std::vector<std::string> &);
  void advice(llvm::StringRef suggestion);
  void fix(const Fix &);
  void diff(const FixedFiles &);
  void place(const SourceRange &);
  // Text of the analysed program, escaped; its direction of writing is its own.
  void foreign(llvm::StringRef);

  llvm::raw_ostream &os;
  const Report &report;
  const SourceProvider &sources;
  std::vector<HtmlGroup> groups; // in the order of the report's checks
  // The numbers by which articles name files (relative) and roots, in the order of the names.
  std::map<std::string, unsigned> fileNumbers, rootNumbers;
};

} // namespace scalelint::report
