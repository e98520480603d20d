#include "analysis/sql/Solve.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;
using TokenList = std::vector<Token>;

// libpg_query and the walk over its tree recurse; this deep they stay below 2 MB of stack.
constexpr size_t DeepestNesting = 300;
constexpr size_t LongestText = 1 << 20;
constexpr size_t LongestRetried = 20'000;
constexpr unsigned Attempts = 24;

// How deep the tree of the tokens may get: brackets, CASE, chains of operators, UNION and JOIN.
// AND, OR and commas make lists, which are flat.
size_t nestingOf(const TokenList &tokens) {
  struct Level {
    size_t run = 0, chain = 0;
  };
  std::vector<Level> levels(1);
  size_t depth = 0, deepest = 0; // depth = brackets and all runs and chains of the open levels
  auto endRun = [&] {
    depth -= levels.back().run;
    levels.back().run = 0;
  };
  for (size_t i = 0; i != tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (isSymbol(tokens, i, "(") || isSymbol(tokens, i, "[") || isWord(tokens, i, "CASE")) {
      levels.emplace_back();
      ++depth;
    } else if ((isSymbol(tokens, i, ")") || isSymbol(tokens, i, "]") || isWord(tokens, i, "END")) &&
               levels.size() > 1) {
      endRun();
      depth -= levels.back().chain + 1;
      levels.pop_back();
    } else if (isSymbol(tokens, i, ",") || isWord(tokens, i, "AND") || isWord(tokens, i, "OR")) {
      endRun();
    } else if (token.kind == Kind::Operator || isWord(tokens, i, "NOT") ||
               isWord(tokens, i, "IS") || isWord(tokens, i, "COLLATE") || isWord(tokens, i, "AT") ||
               isWord(tokens, i, "OPERATOR")) {
      ++levels.back().run;
      ++depth;
    } else if (isWord(tokens, i, "UNION") || isWord(tokens, i, "EXCEPT") ||
               isWord(tokens, i, "INTERSECT") || isWord(tokens, i, "JOIN")) {
      ++levels.back().chain;
      ++depth;
    }
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

// Written without a space between them, the two would be one token.
bool wouldMerge(const Token &left, const Token &right) {
  auto separate = [](const Token &t) { return t.kind == Kind::Symbol && t.text != ":"; };
  return !separate(left) && !separate(right);
}

void render(Solved &solved) {
  solved.text.clear();
  solved.source.clear();
  solved.starts.clear();
  auto choice = solved.choices.begin();
  const TokenList &tokens = solved.spelled.tokens;
  for (size_t i = 0; i != tokens.size(); ++i) {
    const Token &token = tokens[i];
    if (i && (token.spaced || wouldMerge(tokens[i - 1], token))) {
      solved.text += ' ';
      solved.source.push_back(token.begin);
    }
    solved.starts.push_back(solved.text.size());
    bool chosen = choice != solved.choices.end() && choice->token == i;
    std::string out = written(token, chosen ? &*choice : nullptr);
    if (chosen)
      ++choice;
    for (size_t n = 0; n != out.size(); ++n)
      solved.source.push_back(token.end > token.begin
                                  ? std::min<uint32_t>(token.begin + n, token.end - 1)
                                  : token.begin);
    solved.text += out;
  }
}

// The holes, nearest to the error first: the parser stops at or soon after the hole that misled it.
std::vector<HoleChoice *> suspects(Solved &solved, size_t errorByte) {
  std::vector<HoleChoice *> holes;
  for (HoleChoice &choice : solved.choices)
    holes.push_back(&choice);
  auto distance = [&](const HoleChoice *choice) {
    size_t start = solved.starts[choice->token];
    return start <= errorByte ? errorByte - start : 2 * (start - errorByte) + 8;
  };
  llvm::stable_sort(holes, [&](auto *a, auto *b) { return distance(a) < distance(b); });
  return holes;
}

// Tries the other roles of the holes, one hole at a time. A try is kept when the parser comes
// further; it ends, since there is a fixed number of tries.
void search(Solved &solved) {
  unsigned attempts = 0;
  bool further = true;
  while (further) {
    further = false;
    size_t left = solved.text.size() - solved.parsed.errorByte;
    for (HoleChoice *hole : suspects(solved, solved.parsed.errorByte)) {
      size_t before = hole->chosen;
      for (size_t role = 0; role != hole->roles.size() && !further; ++role) {
        if (role == before)
          continue;
        if (++attempts > Attempts) {
          hole->chosen = before;
          return;
        }
        hole->chosen = role;
        render(solved);
        ParseTree tried = parseTree(solved.text);
        if (tried.tree) {
          solved.parsed = std::move(tried);
          return;
        }
        // Other roles make the text longer or shorter, so what is left of it tells how far it came.
        further = solved.text.size() - tried.errorByte < left;
        if (further)
          solved.parsed = std::move(tried);
      }
      if (further)
        break;
      hole->chosen = before;
    }
  }
}

} // namespace

const Token *Solved::tokenAt(int byte) const {
  if (byte < 0 || starts.empty() || static_cast<size_t>(byte) >= text.size())
    return nullptr;
  auto next = std::upper_bound(starts.begin(), starts.end(), static_cast<uint32_t>(byte));
  return next == starts.begin() ? nullptr : &spelled.tokens[next - starts.begin() - 1];
}

Solved solve(TokenList tokens, bool mysql) {
  Solved solved;
  size_t nesting = nestingOf(tokens);
  solved.spelled.tokens = std::move(tokens);
  reorderClauses(solved.spelled);
  spell(solved.spelled, mysql);
  solved.choices = chooseRoles(solved.spelled.tokens);
  render(solved);
  if (nesting > DeepestNesting) {
    solved.parsed.error = "nested too deeply";
    return solved;
  }
  if (solved.text.size() > LongestText) {
    solved.parsed.error = "too long";
    return solved;
  }
  solved.parsed = parseTree(solved.text);
  if (solved.parsed.tree || solved.choices.empty() || solved.text.size() > LongestRetried)
    return solved;
  std::string error = solved.parsed.error;
  std::vector<HoleChoice> choices = solved.choices;
  search(solved);
  if (solved.parsed.tree)
    return solved;
  solved.parsed.error = error;
  solved.choices = std::move(choices);
  render(solved);
  return solved;
}

std::vector<TokenList> splitStatements(const TokenList &tokens) {
  std::vector<TokenList> statements(1);
  bool body = false;
  for (size_t i = 0; i != tokens.size(); ++i) {
    if (isSymbol(tokens, i, ";") && !body) {
      if (!statements.back().empty())
        statements.emplace_back();
      continue;
    }
    TokenList &current = statements.back();
    current.push_back(tokens[i]);
    bool creates = isWord(current, 0, "CREATE");
    body |= creates && (isWord(tokens, i, "TRIGGER") || isWord(tokens, i, "PROCEDURE") ||
                        isWord(tokens, i, "FUNCTION") || isWord(tokens, i, "EVENT"));
  }
  if (statements.back().empty())
    statements.pop_back();
  return statements;
}

} // namespace scalelint::sql
