// Comparison with an earlier log.
//
// Which finding is which result? They are paired in rounds, each by fewer words than the one before, and what is paired is out of
// the next:
//   1. the exact name and the line that it stands on      it is where it was
//   2. the exact name                                      its line was edited, or it is one of several alike
//   3. the name of any function, and the line              its function was renamed or moved
//   4. the name of any function
//   5. check and key                                       it stood in the result of another, in a log with very many
// The counters in the names are left out, so of twins each takes one, and a new one among them is the one that is new. A round
// pairs equal words one to one in order of place; each result is taken at most once (in round 5 as often as findings stood in it).
#include "driver/report/Baseline.h"
#include "driver/report/BaselineLog.h"
#include "driver/report/Fingerprint.h"
#include "driver/report/SarifPlan.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

namespace scalelint::report {
namespace {

// By which a finding and a result are told to be the same.
struct Marks {
  std::string check, key;
  std::string exact, anyFunction, line; // without their counters
};

struct Today {
  const Finding *finding;
  Marks marks;
  bool met = false;
};

struct Earlier {
  EarlierResult read;
  Marks marks;
  bool met = false;
};

std::string withoutCounter(llvm::StringRef name) { return name.rsplit(':').first.str(); }

class LineHashes {
public:
  explicit LineHashes(const SourceProvider &sources) : sources(sources) {}
  std::string at(const SourceRange &place) {
    auto [hashes, isNew] = byFile.try_emplace(place.file);
    if (const SourceText *source = isNew ? sources.file(place.file) : nullptr)
      hashes->second = lineHashes(source->contents());
    bool isInside = place.line && place.line <= hashes->second.size();
    return isInside ? hashes->second[place.line - 1] : "";
  }

private:
  const SourceProvider &sources;
  std::map<std::string, std::vector<std::string>> byFile;
};

enum class Silenced : bool { No, Yes };

std::vector<Today> findingsOf(const Report &report, const SourceProvider &sources, Silenced silenced) {
  std::map<const Finding *, Names> names = namesOf(report, sources);
  std::set<const Finding *> suppressed;
  for (const SuppressedFinding &each : report.suppressed)
    suppressed.insert(&each.finding);
  LineHashes lines(sources);
  std::vector<Today> today;
  for (const Finding *finding : everything(report)) {
    if (suppressed.contains(finding) != (silenced == Silenced::Yes))
      continue;
    const Names &own = names.at(finding);
    today.push_back({finding,
                     {finding->check, finding->key, withoutCounter(own.exact), withoutCounter(own.anyFunction),
                      withoutCounter(lines.at(finding->primary))}});
  }
  return today;
}

std::vector<Earlier> resultsOf(std::vector<EarlierResult> read) {
  std::vector<Earlier> earlier;
  for (EarlierResult &each : read) {
    Marks marks{each.result.check, each.key, withoutCounter(each.result.names.exact),
                withoutCounter(each.result.names.anyFunction), withoutCounter(each.lineHash)};
    earlier.push_back({std::move(each), std::move(marks)});
  }
  return earlier;
}

using Words = std::tuple<llvm::StringRef, llvm::StringRef, llvm::StringRef>;

void pairUp(std::vector<Today> &today, std::vector<Earlier> &earlier, Words (*wordsOf)(const Marks &)) {
  std::map<Words, std::deque<Earlier *>> open;
  for (Earlier &each : earlier)
    if (!each.met)
      open[wordsOf(each.marks)].push_back(&each);
  for (Today &each : today) {
    auto it = each.met ? open.end() : open.find(wordsOf(each.marks));
    if (it == open.end() || it->second.empty())
      continue;
    each.met = it->second.front()->met = true;
    it->second.pop_front();
  }
}

// Those that stood in another's result.
void pairAlike(std::vector<Today> &today, const std::vector<Earlier> &earlier) {
  std::map<std::pair<llvm::StringRef, llvm::StringRef>, size_t> room;
  for (const Earlier &each : earlier)
    room[{each.marks.check, each.marks.key}] += each.read.alike;
  for (Today &each : today) {
    if (each.met)
      continue;
    size_t &left = room[{each.marks.check, each.marks.key}];
    each.met = left > 0;
    left -= each.met;
  }
}

void pairAll(std::vector<Today> &today, std::vector<Earlier> &earlier) {
  Words (*const rounds[])(const Marks &) = {
      [](const Marks &marks) { return Words(marks.check, marks.exact, marks.line); },
      [](const Marks &marks) { return Words(marks.check, marks.exact, ""); },
      [](const Marks &marks) { return Words(marks.check, marks.anyFunction, marks.line); },
      [](const Marks &marks) { return Words(marks.check, marks.anyFunction, ""); },
  };
  for (auto *wordsOf : rounds)
    pairUp(today, earlier, wordsOf);
  pairAlike(today, earlier);
}

} // namespace

llvm::Expected<Comparison> compare(const Report &report, const SourceProvider &sources, llvm::StringRef log,
                                   llvm::StringRef file, Coverage coverage) {
  auto read = readBaseline(log, file);
  if (!read)
    return read.takeError();
  if (report.checks) // a check that did not run says nothing of what it found before
    llvm::erase_if(*read, [&](const EarlierResult &each) {
      return llvm::none_of(*report.checks, [&](const Check *check) { return each.result.check == check->id; });
    });
  std::vector<Today> today = findingsOf(report, sources, Silenced::No);
  // What was silenced since then is not gone, but takes only what nobody else does.
  std::vector<Today> silenced = findingsOf(report, sources, Silenced::Yes);
  std::vector<Earlier> earlier = resultsOf(std::move(*read));
  pairAll(today, earlier);
  pairAll(silenced, earlier);

  Comparison comparison;
  std::vector<const Finding *> shown = inOrder(report);
  std::set<const Finding *> counted(shown.begin(), shown.end());
  for (const Today &each : today)
    if (each.met && counted.contains(each.finding))
      comparison.known.insert(each.finding);
  for (Earlier &each : earlier)
    if (!each.met && coverage == Coverage::Whole)
      comparison.gone.push_back(std::move(each.read.result));
  return comparison;
}

} // namespace scalelint::report
