// Fingerprints of findings, and the line hashes that GitHub tells its alerts apart by.
//
// A line's hash covers the hundred UTF-16 code units from its start, blanks and tabs left out and
// line ends made "\n": h = sum of unit[i] * 37^(99-i) modulo 2^64. With the prefix sums
//   p(k+1) = p(k) * 37 + unit[k]
// it is h(i) = p(i+100) - p(i) * 37^100, so one pass over the file gives every line's hash. Behind
// the file come the unit 65535 and a hundred zeros. Equal hashes are numbered in the order of
// lines.
#include "driver/report/Fingerprint.h"
#include "driver/report/CodeText.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

#include <array>
#include <map>

namespace scalelint::report {

static constexpr size_t Window = 100;
static constexpr uint64_t Base = 37;
static constexpr char16_t EndOfFile = 0xFFFF;

namespace {
struct HashedText {
  std::vector<char16_t> units;
  std::vector<size_t> lineStarts; // indexes into `units`
};
} // namespace

static HashedText normalised(llvm::StringRef contents) {
  HashedText text;
  bool atLineStart = true;
  bool afterReturn = false;
  auto append = [&](char16_t unit) {
    if (atLineStart)
      text.lineStarts.push_back(text.units.size());
    atLineStart = unit == u'\n';
    text.units.push_back(unit);
  };
  for (char16_t unit : toUtf16(contents)) {
    bool skipped = unit == u' ' || unit == u'\t' || (afterReturn && unit == u'\n');
    afterReturn = unit == u'\r';
    if (!skipped)
      append(afterReturn ? u'\n' : unit);
  }
  append(EndOfFile);
  text.units.resize(text.units.size() + Window);
  return text;
}

static uint64_t power(uint64_t base, size_t exponent) {
  uint64_t product = 1;
  for (size_t i = 0; i < exponent; ++i)
    product *= base;
  return product;
}

std::vector<std::string> lineHashes(llvm::StringRef contents) {
  HashedText text = normalised(contents);
  std::vector<uint64_t> prefix(text.units.size() + 1);
  for (size_t i = 0; i < text.units.size(); ++i)
    prefix[i + 1] = prefix[i] * Base + text.units[i];

  const uint64_t lead = power(Base, Window);
  std::map<std::string, unsigned> seen;
  std::vector<std::string> hashes;
  for (size_t start : text.lineStarts) {
    uint64_t hash = prefix[start + Window] - prefix[start] * lead;
    std::string digits = llvm::utohexstr(hash, /*LowerCase=*/true);
    hashes.push_back(digits + ":" + std::to_string(++seen[digits]));
  }
  return hashes;
}

// Empty when the source can't be read.
static std::string codeAt(const SourceRange &range, const SourceProvider &sources) {
  const SourceText *source = sources.file(range.file);
  if (!source)
    return "";
  if (std::optional<Stretch> stretch = source->stretch(range))
    return codeText(source->slice(*stretch));
  return codeText(source->line(range.line));
}

static std::string digest(llvm::ArrayRef<std::string> parts) {
  llvm::SHA256 hash;
  for (const std::string &part : parts) {
    hash.update(part);
    hash.update(llvm::StringRef("\0", 1)); // so that parts can't run into each other
  }
  std::array<uint8_t, 32> bytes = hash.final();
  return llvm::toHex(llvm::ArrayRef(bytes).take_front(16), /*LowerCase=*/true);
}

std::vector<Names> fingerprints(const std::vector<const Finding *> &findings,
                                const SourceProvider &sources) {
  std::map<std::string, unsigned> seen;
  auto counted = [&](const std::string &name) { return name + ":" + std::to_string(++seen[name]); };
  std::vector<Names> names;
  for (const Finding *finding : findings) {
    std::string code = codeAt(finding->primary, sources);
    names.push_back({counted(digest({finding->check, finding->function, finding->key, code})),
                     counted(digest({finding->check, finding->key, code}))});
  }
  return names;
}

} // namespace scalelint::report
