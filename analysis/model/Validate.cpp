// Each rule of Validate.h is one function over the pack.
#include "analysis/model/Validate.h"

#include "analysis/model/Matchers.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

#include <set>
#include <tuple>

namespace scalelint::model {
namespace {

bool sameCondition(const Condition &a, const Condition &b) {
  return a.value == b.value && a.is == b.is && a.type == b.type && a.negated == b.negated;
}

bool isWithinRange(const CallPattern &inner, const CallPattern &outer) {
  if (outer.minArguments && inner.minArguments.value_or(0) < *outer.minArguments)
    return false;
  if (outer.maxArguments && inner.maxArguments.value_or(~0u) > *outer.maxArguments)
    return false;
  return true;
}

// Every call that `later` is about, `earlier` is about too. Conditions are compared as they are
// written: a condition that merely implies another one does not count.
bool covers(const CallPattern &earlier, const CallPattern &later) {
  if (earlier.call != later.call || earlier.matcher != later.matcher)
    return false;
  if (!isWithinRange(later, earlier))
    return false;
  if (!earlier.parameterTypes.empty() && earlier.parameterTypes != later.parameterTypes)
    return false;
  return llvm::all_of(earlier.when, [&](const Condition &condition) {
    return llvm::any_of(later.when,
                        [&](const Condition &other) { return sameCondition(condition, other); });
  });
}

bool covers(const OperationRow &earlier, const OperationRow &later) {
  if (!covers(earlier.pattern, later.pattern))
    return false;
  if (earlier.commands.empty())
    return true;
  return !later.commands.empty() && llvm::all_of(later.commands, [&](const std::string &command) {
    return llvm::is_contained(earlier.commands, command);
  });
}

bool covers(const SettingRow &earlier, const SettingRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.field == later.field &&
         earlier.object == later.object && earlier.aspect == later.aspect &&
         earlier.key == later.key;
}

bool covers(const RootRow &earlier, const RootRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.overrides == later.overrides &&
         earlier.derivesFrom == later.derivesFrom && earlier.takes == later.takes &&
         earlier.compares == later.compares && earlier.handler == later.handler &&
         earlier.path == later.path && earlier.method == later.method;
}

bool covers(const CallbackRow &earlier, const CallbackRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.callback == later.callback;
}

bool covers(const FlowRow &earlier, const FlowRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.from == later.from &&
         earlier.to == later.to;
}

bool covers(const TextRow &earlier, const TextRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.to == later.to;
}

bool covers(const ConstructRow &earlier, const ConstructRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.typeArgument == later.typeArgument;
}

bool covers(const MarkRow &earlier, const MarkRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.is == later.is && earlier.of == later.of;
}

bool covers(const CreationRow &earlier, const CreationRow &later) {
  return covers(earlier.pattern, later.pattern) && earlier.object == later.object;
}

std::string nameOf(const CallPattern &pattern) {
  return pattern.call.empty() ? pattern.matcher : pattern.call;
}
std::string nameOf(const SettingRow &row) {
  return row.field.empty() ? nameOf(row.pattern) : row.field;
}
std::string nameOf(const RootRow &row) {
  for (const std::string *name : {&row.overrides, &row.derivesFrom, &row.compares})
    if (!name->empty())
      return *name;
  return nameOf(row.pattern);
}
template <class Row> std::string nameOf(const Row &row) { return nameOf(row.pattern); }

class Validator {
public:
  explicit Validator(const RulePack &pack) : pack(pack) {}

  std::vector<Remark> run() {
    unreachableRows();
    forEachPattern(pack, [this](const CallPattern &pattern) { argumentRange(pattern); });
    for (const ClientRow &client : pack.clients)
      checkClient(client);
    needlessSettings();
    llvm::sort(remarks, [](const Remark &a, const Remark &b) {
      return std::tie(a.position.line, a.position.column, a.sentence) <
             std::tie(b.position.line, b.position.column, b.sentence);
    });
    return std::move(remarks);
  }

private:
  void problem(const Position &position, const llvm::Twine &sentence) {
    remarks.push_back({position, Gravity::Problem, sentence.str()});
  }

  template <class Row> void unreachable(const std::vector<Row> &rows) {
    for (size_t later = 0; later < rows.size(); ++later)
      for (size_t earlier = 0; earlier < later; ++earlier) {
        if (!covers(rows[earlier], rows[later]))
          continue;
        problem(rows[later].pattern.position,
                "row of '" + nameOf(rows[later]) + "' can never hold; the row in line " +
                    llvm::Twine(rows[earlier].pattern.position.line) + " covers it");
        break;
      }
  }

  void unreachableRows() {
    unreachable(pack.operations);
    for (const ClientRow &client : pack.clients)
      unreachable(client.createdBy);
    unreachable(pack.settings);
    unreachable(pack.roots);
    unreachable(pack.callbacks);
    unreachable(pack.flows);
    unreachable(pack.texts);
    unreachable(pack.constructs);
    unreachable(pack.marks);
  }

  void argumentRange(const CallPattern &pattern) {
    if (pattern.minArguments && pattern.maxArguments &&
        *pattern.minArguments > *pattern.maxArguments)
      problem(pattern.position, "no call of '" + nameOf(pattern) + "' has at least " +
                                    llvm::Twine(*pattern.minArguments) + " and at most " +
                                    llvm::Twine(*pattern.maxArguments) + " arguments");
  }

  void checkClient(const ClientRow &client) {
    if (client.aspects.empty())
      problem(client.position, "client '" + client.client + "' has no aspects; it needs nothing");
    std::set<std::string> seen;
    for (const AspectRow &aspect : client.aspects) {
      if (!seen.insert(aspect.aspect).second)
        problem(aspect.position,
                "aspect '" + aspect.aspect + "' stands twice in client '" + client.client + "'");
      if (aspect.defaultValue && aspect.source.empty())
        problem(aspect.position, "default of aspect '" + aspect.aspect +
                                     "' has no source; give the link that states it");
      if (!aspect.fix.empty() && !llvm::StringRef(aspect.fix).contains("{object}"))
        problem(aspect.position,
                "fix of aspect '" + aspect.aspect + "' does not name the client as {object}");
    }
  }

  // total-timeout always covers connecting, reading and writing.
  std::set<std::string> usefulAspects() const {
    std::set<std::string> useful;
    for (const ClientRow &client : pack.clients)
      for (const AspectRow &aspect : client.aspects) {
        useful.insert(aspect.aspect);
        useful.insert(aspect.satisfiedBy.begin(), aspect.satisfiedBy.end());
      }
    for (const char *part : {"connect-timeout", "read-timeout", "write-timeout"})
      if (useful.count(part))
        useful.insert("total-timeout");
    return useful;
  }

  void needlessSettings() {
    if (pack.clients.empty())
      return;
    std::set<std::string> useful = usefulAspects();
    auto needless = [&](const std::string &aspect, const Position &position) {
      if (!useful.count(aspect))
        remarks.push_back(
            {position, Gravity::Warning, "no client of this pack needs '" + aspect + "'"});
    };
    for (const SettingRow &row : pack.settings)
      needless(row.aspect, row.position);
    for (const ClientRow &client : pack.clients)
      for (const CreationRow &creation : client.createdBy)
        for (const CreationRow::Set &set : creation.sets)
          needless(set.aspect, creation.pattern.position);
  }

  const RulePack &pack;
  std::vector<Remark> remarks;
};

} // namespace

std::vector<Remark> validate(const RulePack &pack) { return Validator(pack).run(); }

std::string text(const Remark &remark) {
  llvm::StringRef kind = remark.gravity == Gravity::Warning ? "warning: " : "";
  return (remark.position.file + ":" + llvm::Twine(remark.position.line) + ":" +
          llvm::Twine(remark.position.column) + ": " + kind + remark.sentence)
      .str();
}

} // namespace scalelint::model
