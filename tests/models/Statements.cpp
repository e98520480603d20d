// Walks every call of a program and asks each row about it, as the lenses do.
#include "tests/models/Statements.h"

#include "analysis/model/Scalars.h"
#include "analysis/model/Words.h"
#include "analysis/program/Lenses.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::test {
namespace {

using namespace program;
using model::CallPattern;
using model::wordOf;

Row rowOf(const model::Position &position, std::string name) {
  return {position.file, position.line, std::move(name)};
}
Row rowOf(const CallPattern &pattern) {
  return rowOf(pattern.position, pattern.call.empty() ? pattern.matcher : pattern.call);
}
Row rowOf(const model::SettingRow &row) {
  return row.field.empty() ? rowOf(row.pattern) : rowOf(row.position, row.field);
}
Row rowOf(const model::RootRow &row) {
  for (const std::string *name : {&row.overrides, &row.derivesFrom, &row.compares})
    if (!name->empty())
      return rowOf(row.pattern.position, *name);
  return rowOf(row.pattern);
}
Row commandOf(const model::OperationRow &row, llvm::StringRef command) {
  return rowOf(row.pattern.position, (rowOf(row.pattern).name + " for " + command).str());
}
Row deciderOf(const model::OperationRow &row, llvm::StringRef call) {
  return rowOf(row.pattern.position, (rowOf(row.pattern).name + ", rows by " + call).str());
}
Row deferralOf(const model::ScopeRow &row, llvm::StringRef type) {
  return rowOf(row.position, (row.ofClass + " deferred by " + type).str());
}

class Walk {
public:
  Walk(const Program &program, const std::function<void(const RowStatement &)> &visit)
      : program(program), statements(program.lenses().statements), visit(visit) {}

  void run() {
    for (auto &function : program.functions)
      function_(*function);
    function_(program.globals);
    for (const Root &root : program.lenses().roots.all)
      rootStatement(root);
  }

private:
  void function_(const Function &function) {
    frame = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id) {
      if (function.nodeOfCall[id] == None)
        continue;
      call = id;
      const Meanings &meanings = program.meanings({&function, id});
      if (meanings.empty)
        continue;
      place = function.calls[id].name.valid() ? function.calls[id].name : function.calls[id].span;
      operation();
      clients(meanings);
      others(meanings);
      scopes(meanings);
    }
    for (const summary::Node &node : function.nodes) {
      if (node.kind == summary::NodeKind::Assign)
        assignment(function, node);
      if (node.kind == summary::NodeKind::Declare)
        declaration(function.locals[node.index]);
    }
  }

  void say(Row row, Fact fact) { visit({std::move(row), std::move(fact), place}); }
  bool holds(const CallPattern &pattern) { return program::holds(program, *frame, call, pattern); }

  // The text of an operation is known, or no fact.
  void operation() {
    Operation here = operationAt(program, *frame, call);
    if (!here)
      return;
    Fact fact{wordOf(here.row->does).str(), std::nullopt, ""};
    const Text &text = statements.of(here).text;
    if (text.known())
      fact.text = text.literal();
    model::Rows rows = statements.rows(here);
    if (rows != model::Rows::Unknown)
      fact.detail = ("rows=" + wordOf(rows)).str();
    say(rowOf(here.row->pattern), fact);
    for (const std::string &command : here.row->commands)
      if (isCommand(text.literal(), command))
        say(commandOf(*here.row, command), {});
    for (const model::RowsBy &by : here.row->rowsBy)
      if (rows == by.rows && calls(by.call))
        say(deciderOf(*here.row, by.call), {});
  }

  bool calls(llvm::StringRef name) {
    return llvm::any_of(frame->function->calls, [&](const summary::Call &other) {
      return program.nameOf(other.callee) == name;
    });
  }

  void setting(Row row, const std::string &aspect, Bound value, model::Unit unit,
               llvm::StringRef key) {
    Fact fact{"sets " + aspect, std::nullopt, ""};
    if (unit == model::Unit::Text) {
      if (!value || !hasKey(text(program, value).literal(), key))
        return say(std::move(row), {});
      fact.detail = "?";
    }
    if (value && unit != model::Unit::None && unit != model::Unit::Text)
      if (auto known = duration(program, value, unit))
        fact.detail = model::spellDuration(std::chrono::nanoseconds(*known));
    say(std::move(row), std::move(fact));
  }

  // `key=` in a connection string or in the query of a URI.
  static bool hasKey(llvm::StringRef text, llvm::StringRef key) {
    for (size_t at = text.find_insensitive(key); at != llvm::StringRef::npos;
         at = text.find_insensitive(key, at + 1))
      if ((at == 0 || !llvm::isAlnum(text[at - 1])) &&
          text.drop_front(at + key.size()).ltrim().starts_with("="))
        return true;
    return false;
  }

  Bound selected(const std::optional<model::Selector> &selector) {
    return selector ? select(program, *frame, call, *selector) : Bound{};
  }

  void clients(const Meanings &meanings) {
    for (const Meanings::Creation &creation : meanings.creations)
      if (holds(creation.row->pattern)) {
        say(rowOf(creation.row->pattern),
            {"creates \"" + creation.client->client + "\"", std::nullopt, ""});
        for (const model::CreationRow::Set &set : creation.row->sets)
          setting(rowOf(creation.row->pattern), set.aspect, selected(set.value), set.unit, set.key);
        break;
      }
    for (const model::SettingRow *row : meanings.settings)
      if (holds(row->pattern))
        setting(rowOf(*row), row->aspect, selected(row->value), row->unit, row->key);
  }

  void assignment(const Function &function, const summary::Node &node) {
    const summary::Value &field = function.values[node.place];
    if (field.kind != ValueKind::Field)
      return;
    place = node.span;
    for (const model::RulePack &pack : program.packs)
      for (const model::SettingRow &row : pack.settings)
        if (!row.field.empty() && row.field == program.nameOf(field.entity))
          setting(rowOf(row), row.aspect, {frame, node.value}, row.unit, row.key);
  }

  // A guard that a call returns lives as long as one that is made in place.
  void declaration(const summary::Local &local) {
    if (local.isReference || local.type == None)
      return;
    place = local.span;
    for (const model::RulePack &pack : program.packs)
      for (const model::ScopeRow &row : pack.scopes)
        if (!row.ofClass.empty() && program.derivesFrom(local.type, row.ofClass))
          say(rowOf(row.position, row.ofClass),
              {("scope " + wordOf(row.kind)).str(), std::nullopt, ""});
  }

  template <class Row> const Row *first(const std::vector<const Row *> &rows) {
    for (const Row *row : rows)
      if (holds(row->pattern))
        return row;
    return nullptr;
  }

  void others(const Meanings &meanings) {
    if (const model::CallbackRow *row = first(meanings.callbacks))
      say(rowOf(row->pattern), {("runs " + wordOf(row->runs)).str(), std::nullopt, ""});
    if (const model::TextRow *row = first(meanings.texts))
      say(rowOf(row->pattern), {"text", textMade(*row), ""});
    for (const model::FlowRow *row : meanings.flows)
      if (holds(row->pattern))
        say(rowOf(row->pattern), {"flows", std::nullopt, ""});
    const summary::Call &here = frame->function->calls[call];
    for (const model::ConstructRow *row : meanings.constructs)
      if (holds(row->pattern) && row->typeArgument < here.typeArguments.size())
        say(rowOf(row->pattern),
            {"makes " + program.nameOf(here.typeArguments[row->typeArgument]), std::nullopt, ""});
    for (const model::MarkRow *row : meanings.marks)
      if (holds(row->pattern))
        say(rowOf(row->pattern), {wordOf(row->is).str(), std::nullopt, ""});
  }

  // What the row's `to` reads as after the call, or else its result.
  std::string textMade(const model::TextRow &row) {
    const std::vector<summary::Value> &values = frame->function->values;
    Bound written = row.to ? selected(row.to) : Bound{};
    for (ValueId id = 0; written && id < values.size(); ++id)
      if (values[id].kind == ValueKind::After && values[id].index == call &&
          (values[id].operands[0] == written.value ||
           llvm::is_contained(written.get().operands, values[id].operands[0])))
        return text(program, {frame, id}).literal();
    return text(program, selected(model::Selector{model::Selector::Of::Result, 0, ""})).literal();
  }

  void scopes(const Meanings &meanings) {
    using Edge = Meanings::Scope::Edge;
    for (const Meanings::Scope &scope : meanings.scopes) {
      std::string kind = wordOf(scope.row->kind).str();
      auto edge = [&](llvm::ArrayRef<CallPattern> patterns, const char *word) {
        for (const CallPattern &pattern : patterns)
          if (isNamed(pattern) && holds(pattern))
            say(rowOf(pattern), {word + kind, std::nullopt, ""});
      };
      switch (scope.edge) {
      case Edge::Raii:
        say(rowOf(scope.row->position, scope.row->ofClass), {"scope " + kind, std::nullopt, ""});
        for (const std::string &type : scope.row->deferredBy)
          if (deferred(type))
            say(deferralOf(*scope.row, type), {});
        break;
      case Edge::Begin:
        edge(*scope.row->begin, "begins ");
        break;
      case Edge::End:
        edge(scope.row->end, "ends ");
        break;
      case Edge::Reopen:
        edge(scope.row->reopen, "begins ");
        break;
      }
    }
  }

  // Several patterns of one row may be about different calls: which of them names this one?
  bool isNamed(const CallPattern &pattern) {
    const summary::Call &here = frame->function->calls[call];
    if (!pattern.matcher.empty())
      return true;
    llvm::StringRef type = llvm::StringRef(pattern.call).rsplit("::").first;
    llvm::StringRef name = llvm::StringRef(pattern.call).rsplit("::").second;
    llvm::StringRef callee = program.entities[here.callee].name;
    if (callee == pattern.call)
      return true;
    return callee.rsplit("::").second == name &&
           (program.derivesFrom(here.receiverClass, type) ||
            program.derivesFrom(program.entities[here.callee].parent, type));
  }

  bool deferred(llvm::StringRef type) {
    const summary::Call &here = frame->function->calls[call];
    return llvm::any_of(here.arguments, [&](ValueId argument) {
      return program.derivesFrom(frame->function->values[argument].type, type);
    });
  }

  void rootStatement(const Root &root) {
    if (!root.row)
      return;
    place = root.place;
    if (root.registration) {
      const summary::Call &registration = program.call(root.registration);
      place = registration.name.valid() ? registration.name : registration.span;
    }
    if (root.pathKnown)
      say(rowOf(*root.row), {"route", root.path, root.method});
    else
      say(rowOf(*root.row), {"root", std::nullopt, ""});
  }

  const Program &program;
  const Statements &statements;
  const std::function<void(const RowStatement &)> &visit;
  const Frame *frame = nullptr;
  CallId call = None;
  Span place;
};

} // namespace

void forEachStatement(const Program &program,
                      const std::function<void(const RowStatement &)> &visit) {
  Walk(program, visit).run();
}

std::set<Row> exercisedRows(const Program &program) {
  std::set<Row> rows;
  forEachStatement(program, [&](const RowStatement &statement) { rows.insert(statement.row); });
  return rows;
}

std::set<Row> rowsOf(const model::RulePack &pack) {
  std::set<Row> rows;
  auto patterns = [&](const auto &section) {
    for (const auto &row : section)
      rows.insert(rowOf(row.pattern));
  };
  patterns(pack.operations);
  for (const model::OperationRow &row : pack.operations) {
    for (const std::string &command : row.commands)
      rows.insert(commandOf(row, command));
    for (const model::RowsBy &by : row.rowsBy)
      rows.insert(deciderOf(row, by.call));
  }
  for (const model::ClientRow &client : pack.clients)
    patterns(client.createdBy);
  for (const model::SettingRow &row : pack.settings)
    rows.insert(rowOf(row));
  for (const model::RootRow &row : pack.roots)
    if (!row.prefix)
      rows.insert(rowOf(row));
  patterns(pack.callbacks);
  for (const model::ScopeRow &row : pack.scopes) {
    if (!row.ofClass.empty())
      rows.insert(rowOf(row.position, row.ofClass));
    if (row.begin)
      rows.insert(rowOf(*row.begin));
    for (const CallPattern &pattern : row.end)
      rows.insert(rowOf(pattern));
    for (const CallPattern &pattern : row.reopen)
      rows.insert(rowOf(pattern));
    for (const std::string &type : row.deferredBy)
      rows.insert(deferralOf(row, type));
  }
  patterns(pack.flows);
  patterns(pack.texts);
  patterns(pack.constructs);
  patterns(pack.marks);
  return rows;
}

} // namespace scalelint::test
