// Applies the fixes that stand in a SARIF log, as a reader of the log would.
#pragma once

#include "driver/report/Source.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace scalelint::test {

// The two ways in which a region of SARIF says where it is.
enum class By { Offset, Column };

// A replacement in UTF-16 units of its file: from, up to, text.
using LoggedEdit = std::tuple<size_t, size_t, std::u16string>;

// Where a region begins and ends in a text of UTF-16 units.
inline std::pair<size_t, size_t> endsOf(const llvm::json::Object &region, const std::u16string &text, By by) {
  auto number = [&](const char *key) { return size_t(*region.getInteger(key)); };
  if (by == By::Offset)
    return {number("charOffset"), number("charOffset") + number("charLength")};
  auto at = [&](size_t line, size_t column) {
    size_t start = 0;
    while (--line)
      start = text.find(u'\n', start) + 1;
    return start + column - 1;
  };
  return {at(number("startLine"), number("startColumn")), at(number("endLine"), number("endColumn"))};
}

// Adds what one object of a result's `fixes` changes, by the URI of the file; equal edits stand once.
inline void addEdits(const llvm::json::Object &fix, By by,
                     const std::function<std::string(const std::string &)> &textOf,
                     std::map<std::string, std::set<LoggedEdit>> &edits) {
  for (const llvm::json::Value &value : *fix.getArray("artifactChanges")) {
    const llvm::json::Object &change = *value.getAsObject();
    std::string uri = change.getObject("artifactLocation")->getString("uri")->str();
    std::u16string text = report::toUtf16(textOf(uri));
    for (const llvm::json::Value &each : *change.getArray("replacements")) {
      const llvm::json::Object &replacement = *each.getAsObject();
      auto [begin, end] = endsOf(*replacement.getObject("deletedRegion"), text, by);
      auto inserted = replacement.getObject("insertedContent")->getString("text");
      edits[uri].insert({begin, end, report::toUtf16(*inserted)});
    }
  }
}

inline std::string withEdits(llvm::StringRef text, const std::set<LoggedEdit> &edits) {
  std::u16string units = report::toUtf16(text);
  // From the end, so that what comes before keeps its place.
  for (const auto &[begin, end, inserted] : llvm::reverse(edits))
    units.replace(begin, end - begin, inserted);
  std::string result;
  llvm::convertUTF16ToUTF8String(
      llvm::ArrayRef(reinterpret_cast<const llvm::UTF16 *>(units.data()), units.size()), result);
  return result;
}

} // namespace scalelint::test
