// One line per row: `  line  name  what it says`.
#include "analysis/model/Listing.h"

#include "analysis/model/Scalars.h"
#include "analysis/model/Words.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace scalelint::model {
namespace {

std::string spell(const Condition &condition) {
  std::string text = spell(condition.value);
  if (!condition.type.empty())
    return text + " is a " + llvm::join(condition.type, " or ");
  return text + (condition.negated ? " is not " : " is ") + llvm::join(condition.is, " or ");
}

std::string spell(const CallPattern &pattern) {
  std::string text = pattern.call.empty() ? pattern.matcher : pattern.call;
  if (!pattern.parameterTypes.empty())
    text += "(" + llvm::join(pattern.parameterTypes, ", ") + ")";
  if (pattern.minArguments && pattern.minArguments == pattern.maxArguments)
    text += " with " + std::to_string(*pattern.minArguments) + " arguments";
  else if (pattern.minArguments || pattern.maxArguments)
    text += " with " + std::to_string(pattern.minArguments.value_or(0)) + " to " +
            (pattern.maxArguments ? std::to_string(*pattern.maxArguments) : "any") + " arguments";
  for (auto [index, condition] : llvm::enumerate(pattern.when))
    text += (index == 0 ? " if " : " and ") + spell(condition);
  return text;
}

std::string spellAll(const std::vector<CallPattern> &patterns) {
  std::string text;
  for (auto [index, pattern] : llvm::enumerate(patterns))
    text += (index == 0 ? "" : ", ") + spell(pattern);
  return text;
}

class Printer {
public:
  Printer(llvm::raw_ostream &out, const RulePack &pack) : out(out), pack(pack) {}

  void summary() {
    out << pack.library << ":";
    bool any = false;
    auto count = [&](size_t rows, llvm::StringRef section) {
      if (rows == 0)
        return;
      out << (any ? ", " : " ") << rows << " " << section;
      any = true;
    };
    count(pack.operations.size(), "operations");
    count(pack.clients.size(), "clients");
    count(pack.settings.size(), "settings");
    count(pack.roots.size(), "roots");
    count(pack.callbacks.size(), "callbacks");
    count(pack.scopes.size(), "scopes");
    count(pack.flows.size(), "flows");
    count(pack.texts.size(), "texts");
    count(pack.constructs.size(), "constructs");
    count(pack.marks.size(), "marks");
    out << (any ? "" : " no rows") << " (" << pack.reference << ")\n";
  }

  void rows() {
    section("operations", pack.operations);
    section("clients", pack.clients);
    section("settings", pack.settings);
    section("roots", pack.roots);
    section("callbacks", pack.callbacks);
    section("scopes", pack.scopes);
    section("flows", pack.flows);
    section("texts", pack.texts);
    section("constructs", pack.constructs);
    section("marks", pack.marks);
  }

private:
  template <class Row> void section(llvm::StringRef name, const std::vector<Row> &rows) {
    if (rows.empty())
      return;
    out << "  " << name << "\n";
    for (const Row &row : rows)
      print(row);
  }

  llvm::raw_ostream &line(const Position &position, llvm::StringRef name) {
    return out << "    " << pack.file << ":" << position.line << ": " << name;
  }

  void maybe(llvm::StringRef word, const std::optional<Selector> &selector) {
    if (selector)
      out << ", " << word << " " << model::spell(*selector);
  }
  void flag(bool isSet, llvm::StringRef word) {
    if (isSet)
      out << ", " << word;
  }
  void given(llvm::StringRef word, llvm::StringRef value) {
    if (!value.empty())
      out << ", " << word << " " << value;
  }

  void print(const OperationRow &row) {
    line(row.pattern.position, spell(row.pattern)) << " does " << wordOf(row.does);
    given("for", llvm::join(row.commands, " "));
    maybe("text", row.text);
    maybe("statement-name", row.statementName);
    maybe("prepared-on", row.preparedOn);
    maybe("session", row.session);
    maybe("limit", row.limit);
    maybe("options", row.options);
    given("limited by", llvm::join(row.limitKeys, " "));
    for (const Selector &parameter : row.parameters)
      maybe("parameter", parameter);
    given("rows", wordOf(row.rows));
    for (const RowsBy &by : row.rowsBy)
      out << ", rows " << wordOf(by.rows) << " by " << by.call;
    given("access", wordOf(row.access));
    given("dialect", wordOf(row.dialect));
    flag(!row.blocking, "not blocking");
    flag(row.batched, "batched");
    flag(row.inProcess, "in process");
    flag(row.continuation, "continuation");
    flag(row.unbounded, "unbounded");
    out << "\n";
  }

  void set(llvm::StringRef aspect, const std::optional<Selector> &value, Unit unit,
           llvm::StringRef key, Unit keyUnit) {
    out << aspect;
    if (value)
      out << " to " << model::spell(*value);
    if (unit != Unit::None)
      out << " in " << wordOf(unit);
    given("key", key);
    if (keyUnit != Unit::None)
      given("key unit", wordOf(keyUnit));
  }

  void print(const ClientRow &row) {
    line(row.position, row.client) << "\n";
    for (const CreationRow &creation : row.createdBy) {
      out << "      created by " << spell(creation.pattern) << ", object "
          << model::spell(creation.object);
      for (const CreationRow::Set &one : creation.sets) {
        out << ", sets ";
        set(one.aspect, one.value, one.unit, one.key, one.keyUnit);
      }
      for (const Selector &options : creation.optionsFrom)
        maybe("options from", options);
      out << "\n";
    }
    for (const AspectRow &aspect : row.aspects) {
      out << "      needs " << aspect.aspect << ", default "
          << (aspect.defaultValue     ? spellDuration(*aspect.defaultValue)
              : aspect.defaultUnknown ? "unknown"
                                      : "none");
      given("satisfied by", llvm::join(aspect.satisfiedBy, " or "));
      flag(aspect.noteOnly, "note only");
      given("fix", aspect.fix);
      given("include", aspect.fixInclude);
      given("suggestion", aspect.suggestion);
      given("source", aspect.source);
      out << "\n";
    }
  }

  void print(const SettingRow &row) {
    line(row.position, row.field.empty() ? spell(row.pattern) : row.field) << " sets ";
    set(row.aspect, row.value, row.unit, row.key, row.keyUnit);
    if (row.field.empty())
      out << ", object " << model::spell(row.object);
    flag(row.asynchronousOnly, "asynchronous only");
    out << "\n";
  }

  void print(const RootRow &row) {
    std::string name = !row.overrides.empty() ? "overriders of " + row.overrides
                       : !row.derivesFrom.empty()
                           ? "methods of " + row.derivesFrom + " that take " + row.takes
                       : !row.compares.empty() ? "comparisons of " + row.compares
                                               : spell(row.pattern);
    line(row.pattern.position, name) << " " << (row.prefix ? "prefix" : wordOf(row.kind));
    given("method", row.method);
    maybe("method", row.methodFrom);
    maybe("path", row.path);
    maybe("handler", row.handler);
    maybe("router", row.router);
    flag(row.rpc, "rpc");
    out << "\n";
  }

  void print(const CallbackRow &row) {
    line(row.pattern.position, spell(row.pattern))
        << " runs " << model::spell(row.callback) << " " << wordOf(row.runs);
    maybe("over", row.over);
    if (row.argumentsFrom)
      out << " arguments-from " << *row.argumentsFrom;
    out << "\n";
  }

  void print(const ScopeRow &row) {
    line(row.position, row.begin ? spell(*row.begin) : row.ofClass) << " " << wordOf(row.kind);
    given("ended by", spellAll(row.end));
    given("reopened by", spellAll(row.reopen));
    given("deferred by", llvm::join(row.deferredBy, " or "));
    maybe("object", row.object);
    out << "\n";
  }

  void print(const FlowRow &row) {
    line(row.pattern.position, spell(row.pattern))
        << " from " << model::spell(row.from) << " to " << model::spell(row.to);
    flag(row.element, "as an element");
    out << "\n";
  }

  void print(const TextRow &row) {
    line(row.pattern.position, spell(row.pattern)) << " " << wordOf(row.form);
    maybe("of", row.of);
    maybe("to", row.to);
    out << "\n";
  }

  void print(const ConstructRow &row) {
    line(row.pattern.position, spell(row.pattern))
        << " makes its type argument " << row.typeArgument << "\n";
  }

  void print(const MarkRow &row) {
    line(row.pattern.position, spell(row.pattern)) << " is " << wordOf(row.is);
    maybe("of", row.of);
    out << "\n";
  }

  llvm::raw_ostream &out;
  const RulePack &pack;
};

llvm::StringRef wordOf(Selector::Of of) {
  switch (of) {
  case Selector::Of::Receiver:
    return "receiver";
  case Selector::Of::Result:
    return "result";
  case Selector::Of::Call:
    return "call";
  case Selector::Of::LastArgument:
    return "last-argument";
  case Selector::Of::Argument:
    break;
  }
  return "argument";
}

} // namespace

std::string spell(const Selector &selector) {
  std::string of = wordOf(selector.of).str();
  if (selector.of == Selector::Of::Argument)
    of += ": " + std::to_string(selector.index);
  else if (selector.member.empty())
    return of;
  else
    of = "of: " + of;
  return "{" + of + (selector.member.empty() ? "" : ", member: " + selector.member) + "}";
}

void printRulePack(llvm::raw_ostream &out, const RulePack &pack, Detail detail) {
  Printer printer(out, pack);
  printer.summary();
  if (detail == Detail::Rows)
    printer.rows();
}

} // namespace scalelint::model
