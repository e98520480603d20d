// Claims and facts, and the differences between them.
#include "tests/models/Facts.h"

#include "tests/models/Statements.h"

#include "analysis/model/Scalars.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace scalelint::test {

using namespace program;

// Splits at semicolons that stand in no quotes.
static std::vector<llvm::StringRef> split(llvm::StringRef claims) {
  std::vector<llvm::StringRef> result;
  bool quoted = false;
  size_t begin = 0;
  for (size_t i = 0; i <= claims.size(); ++i) {
    if (i < claims.size() && claims[i] == '"')
      quoted = !quoted;
    if (i < claims.size() && (claims[i] != ';' || quoted))
      continue;
    result.push_back(claims.slice(begin, i).trim());
    begin = i + 1;
  }
  return result;
}

// Words that take a second word.
static bool takesKind(llvm::StringRef word) {
  static const llvm::StringLiteral words[] = {"sets", "runs", "scope", "begins", "ends", "makes"};
  return llvm::is_contained(words, word);
}

static std::optional<Fact> claim(llvm::StringRef source) {
  Fact fact;
  size_t open = source.find('"'), close = source.rfind('"');
  if (open != llvm::StringRef::npos) {
    if (close == open)
      return std::nullopt;
    fact.text = source.slice(open + 1, close).str();
  }
  std::string plain =
      (source.take_front(open) + (fact.text ? source.drop_front(close + 1) : "")).str();
  llvm::SmallVector<llvm::StringRef> words;
  llvm::StringRef(plain).split(words, ' ', -1, false);
  if (words.empty())
    return std::nullopt;
  fact.says = words[0].str();
  size_t used = 1;
  if (takesKind(words[0])) {
    if (words.size() < 2)
      return std::nullopt;
    fact.says += " " + words[used++].str();
  }
  if (words[0] == "creates") {
    if (!fact.text)
      return std::nullopt;
    fact.says += " \"" + *std::exchange(fact.text, std::nullopt) + "\"";
  }
  if (used < words.size())
    fact.detail = words[used++].str();
  return used == words.size() ? std::optional(std::move(fact)) : std::nullopt;
}

Facts claimsOf(const Fixture &fixture, std::vector<std::string> &problems) {
  Facts claims;
  for (const Part &part : fixture.parts) {
    unsigned number = 0;
    for (llvm::StringRef line : llvm::split(part.text, '\n')) {
      ++number;
      llvm::StringRef written = line.split("// is:").second.trim();
      if (written.empty())
        continue;
      std::vector<Fact> &here = claims[{part.name, number}];
      if (written == "nothing")
        continue;
      for (llvm::StringRef one : split(written)) {
        if (auto fact = claim(one))
          here.push_back(std::move(*fact));
        else
          problems.push_back(part.name + ":" + std::to_string(number) +
                             ": cannot read the claim '" + one.str() + "'");
      }
    }
  }
  return claims;
}

Facts factsOf(const Program &program, llvm::StringRef pack) {
  Facts facts;
  forEachStatement(program, [&](const RowStatement &statement) {
    if (statement.fact.says.empty())
      return;
    Fact fact = statement.fact;
    fact.own = statement.row.file == pack;
    facts[{llvm::sys::path::filename(program.path(statement.place.file)).str(),
           statement.place.line}]
        .push_back(fact);
  });
  return facts;
}

static std::string spell(const Fact &fact) {
  return fact.says + (fact.text ? " \"" + *fact.text + "\"" : "") +
         (fact.detail.empty() ? "" : " " + fact.detail);
}

static std::string spell(const std::vector<Fact> &facts) {
  std::vector<std::string> spelled;
  for (const Fact &fact : facts)
    if (std::string one = spell(fact); fact.own && !llvm::is_contained(spelled, one))
      spelled.push_back(one);
  return spelled.empty() ? "nothing" : llvm::join(spelled, "; ");
}

// "60s" and "1min" are the same.
static bool agree(llvm::StringRef claimed, llvm::StringRef said) {
  if (claimed == said || said == "?") // the number of a key in a connection string is not read here
    return true;
  auto duration = model::parseDuration(claimed);
  return duration && duration == model::parseDuration(said);
}

static bool agree(const Fact &claim, const Fact &fact) {
  return claim.says == fact.says && (!claim.text || claim.text == fact.text) &&
         (claim.detail.empty() || agree(claim.detail, fact.detail));
}

static bool isClaimed(const Fact &fact, const std::vector<Fact> &claims) {
  if (!fact.own || (fact.says == "text" && !claims.empty()))
    return true;
  return llvm::any_of(claims, [&](const Fact &claim) { return claim.says == fact.says; });
}

std::vector<std::string> differences(const Facts &claims, const Facts &facts) {
  static const std::vector<Fact> none;
  std::vector<std::string> result;
  for (const auto &[place, claimed] : claims) {
    auto found = facts.find(place);
    const std::vector<Fact> &said = found == facts.end() ? none : found->second;
    bool allHold = llvm::all_of(claimed, [&](const Fact &claim) {
      return llvm::any_of(said, [&](const Fact &fact) { return agree(claim, fact); });
    });
    bool allClaimed =
        llvm::all_of(said, [&](const Fact &fact) { return isClaimed(fact, claimed); });
    if (!allHold || !allClaimed)
      result.push_back(place.first + ":" + std::to_string(place.second) + ": wanted " +
                       spell(claimed) + "\n    got " + spell(said));
  }
  return result;
}

} // namespace scalelint::test
