#include "analysis/sql/Dialect.h"

#include "analysis/sql/Keywords.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {
namespace {

using llvm::StringRef;
using Kind = Token::Kind;

// Walks the tokens once and writes the same statement in PostgreSQL's words.
class Speller {
public:
  Speller(Spelled &statement, bool mysql)
      : statement(statement), in(statement.tokens), mysql(mysql) {}

  std::vector<Token> run() {
    quotesOnlyValues = onlyValuesQuoted();
    while (i < in.size()) {
      if (in[i].kind == Kind::Word ? word() : other())
        continue;
      out.push_back(in[i++]);
    }
    return std::move(out);
  }

private:
  Spelled &statement;
  const std::vector<Token> &in;
  bool mysql;
  bool quotesOnlyValues = false;
  bool onConflict = false; // in the SET of ON DUPLICATE KEY UPDATE
  size_t selects = 0;
  size_t cases = 0;            // that END has not closed
  std::vector<size_t> unnamed; // where brackets close that need an alias, the innermost last
  size_t i = 0;
  std::vector<Token> out;

  bool at(size_t n, StringRef w) const { return isWord(in, i + n, w); }
  bool symbol(size_t n, StringRef s) const { return isSymbol(in, i + n, s); }
  bool any(size_t n, std::initializer_list<StringRef> words) const {
    return llvm::any_of(words, [&](StringRef w) { return at(n, w); });
  }
  bool afterWord(std::initializer_list<StringRef> words) const {
    return !out.empty() &&
           llvm::any_of(words, [&](StringRef w) { return isWord(out, out.size() - 1, w); });
  }
  bool afterSymbol(StringRef s) const { return !out.empty() && isSymbol(out, out.size() - 1, s); }
  bool afterOperand() const { return !out.empty() && endsOperand(out.back()); }

  bool drop(size_t n) {
    i = std::min(i + n, in.size());
    return true;
  }
  bool replace(size_t n, std::initializer_list<StringRef> words) {
    for (StringRef w : words)
      out.push_back(makeToken(Kind::Word, w, in[i]));
    return drop(n);
  }
  bool replaceOperator(size_t n, StringRef op) {
    out.push_back(makeToken(Kind::Operator, op, in[i]));
    return drop(n);
  }
  // Emits the word as a quoted name.
  bool name() {
    out.push_back(in[i++]);
    out.back().kind = Kind::Quoted;
    out.back().prefix = "\"";
    return true;
  }

  // "…" is a string in MySQL, and so it is meant in a text that quotes nothing but values with it.
  bool onlyValuesQuoted() const {
    for (size_t n = 0; n != in.size(); ++n)
      if (in[n].kind == Kind::Quoted && in[n].prefix == "\"" && !valuePosition(n))
        return false;
    return true;
  }
  bool valuePosition(size_t n) const {
    if (n == 0 || isSymbol(in, n + 1, ".") || isSymbol(in, n + 1, "("))
      return false;
    const Token &before = in[n - 1];
    if (before.kind == Kind::Operator)
      return before.text != "::";
    if (isWord(in, n - 1, "LIKE") || isWord(in, n - 1, "GLOB") || isWord(in, n - 1, "BETWEEN"))
      return true;
    if (!isSymbol(in, n - 1, "(") && !isSymbol(in, n - 1, ","))
      return false;
    return inValues(n);
  }
  // In the brackets after VALUES or IN.
  bool inValues(size_t n) const {
    size_t depth = 0;
    while (n-- > 0) {
      if (isSymbol(in, n, ")"))
        ++depth;
      else if (isSymbol(in, n, "(") && depth)
        --depth;
      else if (isSymbol(in, n, "("))
        return isWord(in, n - 1, "VALUES") || isWord(in, n - 1, "IN") ||
               (isSymbol(in, n - 1, ",") && n > 1 && isSymbol(in, n - 2, ")"));
    }
    return false;
  }

  bool isTableWord() const {
    return afterWord({"FROM", "JOIN", "INTO", "UPDATE", "TABLE", "REFERENCES"});
  }

  // A literal, a placeholder or a hole: no keyword such as NULL or TRUE.
  bool isValue(size_t n) const {
    if (i + n >= in.size())
      return false;
    Kind kind = in[i + n].kind;
    return kind == Kind::Hole || kind == Kind::Parameter || kind == Kind::Number ||
           kind == Kind::String;
  }

  bool other() {
    const Token &token = in[i];
    switch (token.kind) {
    case Kind::Quoted:
      return quoted();
    case Kind::String:
      // 'a' 'b' is one string; AS 'alias' is a name.
      if (!out.empty() && out.back().kind == Kind::String && out.back().prefix.empty()) {
        out.back().text += token.text;
        llvm::append_range(out.back().holes, token.holes);
        return drop(1);
      }
      return afterWord({"AS"}) && !at(1, "LANGUAGE") && selects ? name() : false;
    case Kind::Operator:
      return operators();
    case Kind::Symbol:
      return subqueryAlias() || braces();
    default:
      return false;
    }
  }

  bool quoted() {
    const Token &token = in[i];
    bool isName = token.prefix != "\"" || symbol(1, ".") || afterSymbol(".") || isTableWord();
    if (isName || !(mysql || (quotesOnlyValues && valuePosition(i))))
      return false;
    out.push_back(token);
    out.back().kind = Kind::String;
    out.back().prefix.clear();
    ++i;
    return true;
  }

  bool operators() {
    StringRef op = in[i].text;
    if (op == "<=>")
      return replace(1, {"IS", "NOT", "DISTINCT", "FROM"});
    if (op == ":=" && !out.empty() && out.back().kind == Kind::Parameter)
      return replaceOperator(1, "="); // SELECT @a := 1
    if (op == "==")
      return replaceOperator(1, "=");
    if (op == "&&" && mysql)
      return replace(1, {"AND"});
    if (op == "!" && mysql)
      return replace(1, {"NOT"});
    return false;
  }

  // FROM (SELECT …) needs no alias in SQLite and Oracle.
  bool subqueryAlias() {
    if (symbol(0, "(") && afterWord({"FROM", "JOIN"}) && any(1, {"SELECT", "WITH", "VALUES"})) {
      size_t end = closing(in, i);
      bool named = isWord(in, end, "AS") || (end < in.size() && beginsOperand(in[end]));
      if (!named)
        unnamed.push_back(end - 1);
    }
    if (!symbol(0, ")") || unnamed.empty() || unnamed.back() != i)
      return false;
    unnamed.pop_back();
    out.push_back(in[i]);
    return replace(1, {"unnamed"});
  }

  // {call f(?)}, {ts '…'}, {fn now()}: the escapes of ODBC.
  bool braces() {
    if (symbol(0, "}"))
      return drop(1);
    if (!symbol(0, "{"))
      return false;
    if (at(1, "call"))
      return drop(1);
    if (isValue(1) && i + 2 < in.size() && in[i + 2].text == "=")
      return drop(3);
    return drop(2);
  }

  bool word() {
    // After a dot any word is a name.
    if (afterSymbol("."))
      return false;
    if (isTableWord() && isReserved(in[i].text) &&
        !any(0, {"SELECT", "ONLY", "LATERAL", "SET", "TABLE", "WITH", "WHERE"}) && !symbol(1, "("))
      return at(0, "DUAL") ? false : name();
    cases += at(0, "CASE");
    if (at(0, "END") && !out.empty() && cases == 0)
      return name();
    cases -= at(0, "END") && cases;
    if (any(0, {"USER", "OFFSET", "WINDOW", "ARRAY", "PLACING", "ONLY", "DO", "SOME"}) &&
        comparesNext())
      return name();
    if (isReserved(in[i].text) && inInsertColumns())
      return name();
    return selectWords() || hintWords() || operatorWords() || statementWords() || functionWords();
  }

  bool comparesNext() const {
    if (i + 1 >= in.size() || in[i + 1].kind != Kind::Operator)
      return false;
    StringRef op = in[i + 1].text;
    return op == "=" || op == "<" || op == ">" || op == "<=" || op == ">=" || op == "<>" ||
           op == "!=";
  }

  // INSERT INTO t (a, user, end): every word in the brackets is a name.
  bool inInsertColumns() const {
    if (!afterSymbol("(") && !afterSymbol(","))
      return false;
    size_t n = out.size();
    while (n-- > 0) {
      if (isSymbol(out, n, "("))
        break;
      if (!isSymbol(out, n, ",") && out[n].kind != Kind::Word && out[n].kind != Kind::Quoted)
        return false;
    }
    if (n == ~size_t(0) || n < 2)
      return false;
    size_t first = n - 1;
    while (first >= 2 && isSymbol(out, first - 1, "."))
      first -= 2;
    return first >= 1 && isWord(out, first - 1, "INTO");
  }

  bool selectWords() {
    if (at(0, "SELECT")) {
      ++selects;
      return false;
    }
    if (afterWord({"SELECT", "DISTINCT", "ALL"})) {
      if (any(0, {"STRAIGHT_JOIN", "HIGH_PRIORITY", "SQL_CALC_FOUND_ROWS", "SQL_NO_CACHE",
                  "SQL_CACHE", "SQL_SMALL_RESULT", "SQL_BIG_RESULT", "SQL_BUFFER_RESULT"}))
        return drop(1);
      if (at(0, "DISTINCTROW"))
        return replace(1, {"DISTINCT"});
      if (at(0, "TOP"))
        return top();
    }
    if (at(0, "INTO") && selects && out.size() && endsOperand(out.back()) && i + 1 < in.size() &&
        in[i + 1].kind == Kind::Parameter)
      return intoVariables();
    if (at(0, "FROM") && at(1, "DUAL") && !symbol(2, ".") && !symbol(2, ","))
      return drop(2);
    return false;
  }

  bool top() {
    bool bracket = symbol(1, "(");
    size_t end = bracket ? closing(in, i + 1) - i : 2;
    if (!isValue(bracket ? 2 : 1))
      return false;
    bool function = bracket && (isSymbol(in, i + end, ",") || isWord(in, i + end, "FROM") ||
                                i + end >= in.size());
    if (function)
      return false;
    if (selects == 1 && !at(end, "PERCENT"))
      takeLimit(statement, in[i + (bracket ? 2 : 1)]);
    end += at(end, "PERCENT");
    if (at(end, "WITH") && at(end + 1, "TIES"))
      end += 2;
    return drop(end);
  }

  // SELECT a INTO :x, :y FROM t
  bool intoVariables() {
    do
      drop(2);
    while (symbol(0, ",") && i + 1 < in.size() && in[i + 1].kind == Kind::Parameter);
    return true;
  }

  bool hintWords() {
    if (any(0, {"USE", "FORCE", "IGNORE"}) && any(1, {"INDEX", "KEY"}) && afterOperand()) {
      size_t open = i;
      while (open < in.size() && !isSymbol(in, open, "("))
        ++open;
      return drop(closing(in, open) - i);
    }
    if (at(0, "INDEXED") && at(1, "BY"))
      return drop(3);
    if (at(0, "NOT") && at(1, "INDEXED"))
      return drop(2);
    if (at(0, "WITH") && symbol(1, "(") &&
        any(2, {"NOLOCK", "READPAST", "UPDLOCK", "ROWLOCK", "HOLDLOCK", "INDEX"}))
      return drop(closing(in, i + 1) - i);
    if (at(0, "WITH") && at(1, "ROLLUP"))
      return drop(2);
    if (at(0, "LOCK") && at(1, "IN") && at(2, "SHARE"))
      return replace(4, {"FOR", "SHARE"});
    return joinWords();
  }

  // In MySQL and SQLite a JOIN without a condition is a CROSS JOIN.
  bool joinWords() {
    bool straight = at(0, "STRAIGHT_JOIN");
    if (!straight && !at(0, "JOIN"))
      return false;
    if (afterWord({"LEFT", "RIGHT", "FULL", "OUTER", "CROSS", "NATURAL"}) || conditionFollows())
      return straight ? replace(1, {"JOIN"}) : false;
    if (afterWord({"INNER"}))
      out.pop_back();
    return replace(1, {"CROSS", "JOIN"});
  }
  bool conditionFollows() const {
    for (size_t n = i + 1; n < in.size(); ++n) {
      if (isSymbol(in, n, "(")) {
        n = closing(in, n) - 1;
        continue;
      }
      if (isWord(in, n, "ON") || isWord(in, n, "USING") || in[n].kind == Kind::Hole)
        return true;
      for (StringRef end :
           {"WHERE", "GROUP", "ORDER", "LIMIT", "HAVING", "SET", "UNION", "LEFT", "RIGHT", "CROSS",
            "NATURAL", "FOR", "EXCEPT", "INTERSECT", "OFFSET", "RETURNING"})
        if (isWord(in, n, end))
          return false;
      if (isSymbol(in, n, ")") || isSymbol(in, n, ",") || isSymbol(in, n, ";"))
        return false;
    }
    return false;
  }

  bool operatorWords() {
    if (at(0, "GLOB") && afterOperand())
      return replace(1, {"LIKE"});
    if (at(0, "NOT") && any(1, {"REGEXP", "RLIKE"}))
      return replaceOperator(2, "!~");
    if (any(0, {"REGEXP", "RLIKE"}) && afterOperand())
      return replaceOperator(1, "~");
    if (at(0, "MATCH") && afterOperand() && isValue(1))
      return replaceOperator(1, "~");
    if (at(0, "AGAINST") && symbol(1, "("))
      return against();
    if (at(0, "DIV") && afterOperand())
      return replaceOperator(1, "/");
    if (at(0, "MOD") && afterOperand() && !symbol(1, "("))
      return replaceOperator(1, "%");
    if (at(0, "XOR") && afterOperand())
      return replaceOperator(1, "<>");
    if (at(0, "BINARY") && !afterOperand() && i + 1 < in.size() && beginsOperand(in[i + 1]))
      return drop(1);
    if (at(0, "IS") && isValue(1))
      return replace(1, {"IS", "NOT", "DISTINCT", "FROM"});
    if (at(0, "IS") && at(1, "NOT") && isValue(2))
      return replace(2, {"IS", "DISTINCT", "FROM"});
    return false;
  }

  // MATCH (a, b) AGAINST ('words' IN BOOLEAN MODE)
  bool against() {
    size_t end = closing(in, i + 1);
    replaceOperator(1, "~");
    while (i < end && !any(0, {"IN", "WITH"}))
      out.push_back(in[i++]);
    if (i < end) {
      out.push_back(makeToken(Kind::Symbol, ")", in[i]));
      i = end;
    }
    return true;
  }

  bool statementWords() {
    if (at(0, "ON") && at(1, "DUPLICATE") && at(2, "KEY")) {
      statement.upsert = onConflict = true;
      return replace(4, {"ON", "CONFLICT", "DO", "UPDATE", "SET"});
    }
    if (onConflict && at(0, "VALUES") && symbol(1, "("))
      return name();
    if (!out.empty() && isWord(out, 0, "BEGIN") &&
        any(0, {"IMMEDIATE", "DEFERRED", "EXCLUSIVE", "TRAN"}))
      return drop(1);
    if (at(0, "WITH") && at(1, "CONSISTENT") && at(2, "SNAPSHOT"))
      return drop(3);
    if (at(0, "QUERY") && at(1, "PLAN") && afterWord({"EXPLAIN"}))
      return drop(2);
    return false;
  }

  bool functionWords() {
    if (at(0, "INTERVAL"))
      return interval();
    if (at(0, "SEPARATOR") && afterOperand() && i + 1 < in.size() && in[i + 1].kind == Kind::String)
      return drop(2);
    if (any(0, {"INTEGER", "INT"}) && afterWord({"SIGNED", "UNSIGNED"}))
      return drop(1);
    bool noBrackets = any(0, {"CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "LOCALTIME",
                              "LOCALTIMESTAMP", "CURRENT_USER", "SESSION_USER", "USER"});
    if (noBrackets && symbol(1, "(") && symbol(2, ")")) {
      out.push_back(in[i]);
      return drop(3);
    }
    // _utf8'text'
    if (in[i].text[0] == '_' && i + 1 < in.size() && in[i + 1].kind == Kind::String &&
        !in[i + 1].spaced)
      return drop(1);
    return false;
  }

  // INTERVAL 1 DAY, INTERVAL ? HOUR  →  the amount alone
  bool interval() {
    bool bracket = symbol(1, "(");
    if (!bracket && !isValue(1))
      return false;
    size_t unit = bracket ? closing(in, i + 1) - i : 2;
    bool known = any(unit, {"MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH",
                            "QUARTER", "YEAR"});
    bool literal = in[i + 1].kind == Kind::String;
    if (literal || (!known && !bracket && in[i + 1].kind == Kind::Number))
      return false;
    ++i;
    while (unit-- > 1)
      out.push_back(in[i++]);
    return drop(known);
  }
};

} // namespace

void spell(Spelled &statement, bool mysql) { statement.tokens = Speller(statement, mysql).run(); }

} // namespace scalelint::sql
