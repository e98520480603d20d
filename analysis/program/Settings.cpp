// From creations to objects with their settings.
#include "analysis/program/Settings.h"
#include "analysis/program/SettingValues.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

namespace scalelint::program {

using summary::Value;

// A chain of callers longer than this, or more chains than that, say nothing new about one creation.
static constexpr unsigned MaxChain = 5, MaxChains = 48;

const Function &outermost(const Frame &frame) {
  const Frame *at = &frame;
  while (at->caller && !at->callback)
    at = at->caller;
  return *at->function;
}

namespace {
class SettingsBuilder {
public:
  SettingsBuilder(const Program &program, const Statements &statements)
      : program(program), statements(statements), index(program) {
    for (const model::RulePack &pack : program.packs)
      for (const model::SettingRow &row : pack.settings)
        if (!row.field.empty())
          fieldRows[row.field].push_back(&row);
  }

  std::vector<ClientObject> run() {
    for (auto &function : program.functions)
      creationsIn(*function);
    creationsIn(program.globals);
    return std::move(objects);
  }

private:
  void creationsIn(const Function &function) {
    if (function.generated)
      return;
    const Frame *frame = program.frame(function);
    for (CallId id = 0; id < function.calls.size(); ++id)
      if (function.nodeOfCall[id] != None)
        for (const Meanings::Creation &creation : program.meanings(function.calls[id]).creations)
          if (holds(program, *frame, id, creation.row->pattern)) {
            if (!isPartOfAnother(function, id, *creation.client))
              chains({&function, id}, creation);
            break; // the row that stands first is the one that means this call
          }
  }

  // A constructor of the client itself that hands on to another or to its base's: whoever calls it makes the
  // client. Seen where the library's own source is part of the project.
  bool isPartOfAnother(const Function &function, CallId id, const model::ClientRow &client) {
    const summary::Call &call = function.calls[id];
    if (call.form != summary::CallForm::Construct || !call.receiver || function.entity == None ||
        program.entities[function.entity].kind != summary::EntityKind::Constructor)
      return false;
    auto makes = [&](const Meanings &meanings) {
      return llvm::any_of(meanings.creations, [&](const auto &creation) { return creation.client == &client; });
    };
    return llvm::any_of(client.createdBy, [&](const model::CreationRow &row) {
             return row.pattern.call == program.nameOf(function.entity);
           }) ||
           llvm::any_of(function.callers, [&](const Site &caller) { return makes(program.meanings(caller)); });
  }

  // Breadth first over chains of callers, as far as each asks for the next caller.
  void chains(Site site, const Meanings::Creation &creation) {
    std::deque<std::vector<Entry>> open = {{}};
    for (unsigned made = 0; !open.empty(); ++made) {
      std::vector<Entry> chain = std::move(open.front());
      open.pop_front();
      const Function &start = chain.empty() ? *site.function : *chain.back().site.function;
      const auto &entries = index.entries(start);
      bool last = entries.empty() || chain.size() >= MaxChain || made + open.size() + entries.size() > MaxChains ||
                  llvm::any_of(entries, [&](const Entry &entry) { return isIn(chain, site, entry.site.function); });
      outlook.root = program.frame(start);
      outlook.asksCaller = false;
      ClientObject object = observe(site, creation, frameOf(chain), last);
      if (!outlook.asksCaller || last) {
        object.leaves &= entries.empty();
        objects.push_back(std::move(object));
        continue;
      }
      for (const Entry &entry : entries) {
        open.push_back(chain);
        open.back().push_back(entry);
      }
    }
  }

  static bool isIn(const std::vector<Entry> &chain, Site site, const Function *function) {
    return site.function == function ||
           llvm::any_of(chain, [&](const Entry &entry) { return entry.site.function == function; });
  }

  const Frame *frameOf(const std::vector<Entry> &chain) {
    const Frame *frame = chain.empty() ? nullptr : program.frame(*chain.back().site.function);
    for (const Entry &entry : llvm::reverse(chain))
      frame = program.enter(*frame, entry.site.call, entry.target);
    return frame;
  }

  ClientObject observe(Site site, const Meanings::Creation &creation, const Frame *frame, bool last) {
    if (!frame)
      frame = outlook.root;
    ClientObject object;
    object.client = creation.client;
    object.row = creation.row;
    object.creation = site;
    object.frame = frame;
    for (const model::CreationRow::Set &set : creation.row->sets)
      record({set.aspect, set.value, set.unit, set.key, set.keyUnit}, *frame, site.call, program.call(site).span, false,
             object.settings);
    for (const model::Selector &selector : creation.row->optionsFrom)
      options(select(program, *frame, site.call, selector), program.call(site), object.settings, object.optionsUnknown);
    Journey journey = follow(program, index, seeds(*frame, site, creation), outlook.root, last);
    outlook.asksCaller |= journey.leaves;
    object.leaves = journey.leaves;
    object.name = nameAmong(journey.names, *frame);
    use(*frame, site.call, object);
    collect(journey, object);
    if (!object.escape && journey.cut)
      object.escape = site;
    return object;
  }

  std::vector<Bound> seeds(const Frame &frame, Site site, const Meanings::Creation &creation) {
    using Of = model::Selector::Of;
    const summary::Call &call = program.call(site);
    if (creation.row->object.of != Of::Result)
      return originsHere(select(program, frame, site.call, creation.row->object));
    std::vector<Bound> result;
    if (ValueId made = site.function->resultOfCall[site.call])
      result.push_back({&frame, made});
    // A base class's part of the object that is being made.
    if (call.form == summary::CallForm::Construct && call.receiver)
      result.push_back({&frame, call.receiver});
    return result;
  }

  // The name that the creating function knows it by, else the first one.
  static Bound nameAmong(const std::vector<Bound> &names, const Frame &frame) {
    for (Bound name : names)
      if (name.frame == &frame)
        return name;
    return names.empty() ? Bound{} : names.front();
  }

  // Origins of an object; one that is the outermost function's parameter asks for the caller.
  std::vector<Bound> originsHere(Bound value) {
    if (!value || !value.value)
      return {};
    std::vector<Bound> result = origins(program, value);
    for (Bound origin : result)
      outlook.asksCaller |= origin.frame == outlook.root && origin.get().kind == ValueKind::Parameter;
    return result;
  }

  void collect(const Journey &journey, ClientObject &object) {
    std::set<std::pair<const Frame *, CallId>> used;
    for (const Journey::Contact &contact : journey.contacts) {
      settings(contact, object.settings);
      if (isUse(contact) && used.insert({contact.frame, contact.call}).second)
        use(*contact.frame, contact.call, object);
      sessionVariable(contact, object);
      if (!object.escape && escapes(contact, object))
        object.escape = {contact.frame->function, contact.call};
    }
    fields(journey, object.settings);
  }

  bool isUse(const Journey::Contact &contact) {
    Operation operation = operationAt(program, *contact.frame, contact.call);
    if (!operation)
      return false;
    model::Selector session = operation.row->session.value_or(model::Selector{});
    return select(program, *contact.frame, contact.call, session) == contact.as();
  }

  // Opening that does not block only makes the object.
  void use(const Frame &frame, CallId call, ClientObject &object) {
    Operation operation = operationAt(program, frame, call);
    if (!operation || !isRemote(*operation.row) ||
        (operation.row->does == model::Does::SessionOpen && !operation.row->blocking && call == object.creation.call &&
         frame.function == object.creation.function))
      return;
    Use use{operation, {}, false};
    if (operation.row->options)
      options(select(program, frame, call, *operation.row->options), operation.get(), use.settings, use.optionsUnknown);
    object.uses.push_back(std::move(use));
  }

  void settings(const Journey::Contact &contact, std::vector<Setting> &into) {
    const summary::Call &call = contact.frame->function->calls[contact.call];
    std::set<std::pair<llvm::StringRef, llvm::StringRef>> decided; // the row that stands first wins
    for (const model::SettingRow *row : program.meanings(call).settings) {
      if (select(program, *contact.frame, contact.call, row->object) != contact.as() ||
          !holds(program, *contact.frame, contact.call, row->pattern) ||
          !decided.insert({row->aspect, row->key}).second)
        continue;
      record({row->aspect, row->value, row->unit, row->key, row->keyUnit}, *contact.frame, contact.call, call.span,
             row->asynchronousOnly, into);
    }
  }

  void record(const SettingSource &source, const Frame &frame, CallId call, Span place, bool asynchronousOnly,
              std::vector<Setting> &into) {
    Setting setting{source.aspect, std::nullopt, source.unit, asynchronousOnly, place};
    if (values.read(source, frame, call, setting.value))
      into.push_back(std::move(setting));
  }

  // `SET statement_timeout = '5s'` on the session sets what the creation's connection text could have set.
  void sessionVariable(const Journey::Contact &contact, ClientObject &object) {
    if (llvm::none_of(object.row->sets, [](const auto &set) { return set.unit == model::Unit::Text; }) ||
        !isUse(contact))
      return;
    Operation operation = operationAt(program, *contact.frame, contact.call);
    if (operation.row->does != model::Does::SqlExecute)
      return;
    const StatementOf &statement = statements.of(operation);
    if (statement.statement.verb != sql::Verb::Set)
      return;
    for (const model::CreationRow::Set &set : object.row->sets) {
      if (set.unit != model::Unit::Text)
        continue;
      KeyInText key = program::keyIn(statement.text.pieces, set.key, set.keyUnit);
      if (key.possible)
        object.settings.push_back({set.aspect, key.value, set.unit, false, operation.get().span});
    }
  }

  // Assigned fields: `options.timeout_ms = 500`.
  void fields(const Journey &journey, std::vector<Setting> &into) {
    for (Bound part : journey.parts) {
      auto rows = fieldRows.find(program.nameOf(part.get().entity));
      if (rows == fieldRows.end())
        continue;
      for (const summary::Node &node : part.frame->function->nodes) {
        if (node.kind != summary::NodeKind::Assign || node.place != part.value)
          continue;
        for (const model::SettingRow *row : rows->second)
          into.push_back({row->aspect, values.of({part.frame, node.value}, row->unit), row->unit, row->asynchronousOnly,
                          node.span});
      }
    }
  }

  // What is set on an options object passes on to the client that takes it.
  void options(Bound value, const summary::Call &taker, std::vector<Setting> &into, bool &unknown) {
    if (!value || !value.value)
      return;
    std::vector<Bound> from = originsHere(value);
    Journey journey = follow(program, index, from, nullptr, true);
    for (Bound origin : from) {
      const Value &made = origin.get();
      if (made.kind == ValueKind::Result)
        journey.contacts.insert(journey.contacts.begin(), {origin.frame, made.index, origin.value, false});
      unknown |= isUnknown(origin) && mayCarrySettings(origin, taker);
    }
    for (const Journey::Contact &contact : journey.contacts)
      settings(contact, into);
    fields(journey, into);
  }

  bool isUnknown(Bound origin) {
    const Value &value = origin.get();
    switch (value.kind) {
    case ValueKind::Parameter:
    case ValueKind::Unknown:
    case ValueKind::Captured:
      return true;
    case ValueKind::Field:
    case ValueKind::Global:
      return program.stores(value.entity).empty();
    case ValueKind::Result: {
      const summary::Call &call = origin.frame->function->calls[value.index];
      const Meanings &meanings = program.meanings(call);
      return call.form != summary::CallForm::Construct && meanings.settings.empty() && meanings.creations.empty();
    }
    default:
      return false;
    }
  }

  // Could an object of this class bring settings? For a C function any structure could, for a class those
  // that rows set something on.
  bool mayCarrySettings(Bound origin, const summary::Call &taker) {
    EntityId type = origin.get().type;
    if (type == None)
      return false;
    if (taker.form == summary::CallForm::Plain)
      return true;
    return llvm::any_of(program.withBases(type), [&](EntityId base) {
      return llvm::any_of(program.packs, [&](const model::RulePack &pack) {
        return llvm::any_of(pack.settings, [&](const model::SettingRow &row) {
          return llvm::StringRef(row.pattern.call).rsplit("::").first == program.entities[base].name;
        });
      });
    });
  }

  // Handed to code that is neither in sight nor explained by a rule pack, and that may change it. The
  // client's own library is explained: its packs say what sets anything.
  bool escapes(const Journey::Contact &contact, const ClientObject &object) {
    const summary::Call &call = contact.frame->function->calls[contact.call];
    if (contact.entered || !program.meanings(call).empty || call.form == summary::CallForm::Destroy)
      return false;
    const Entity *callee = program.entity(call.callee);
    if (callee && (callee->definition || sameLibrary(*callee, object)))
      return false;
    return mayChange(contact, callee);
  }

  bool sameLibrary(const Entity &callee, const ClientObject &object) {
    const summary::Call &made = program.call(object.creation);
    EntityId type = made.typeArguments.empty() ? None : made.typeArguments[0];
    for (EntityId known : {made.callee, made.receiverClass, type}) {
      const Entity *own = program.entity(known);
      if (!own || own->user)
        continue;
      auto folder = [&](const Entity &entity) {
        return llvm::StringRef(program.path(entity.span.file)).rsplit('/').first.str();
      };
      auto space = [](const Entity &entity) { return llvm::StringRef(entity.name).split("::"); };
      bool sameFile = callee.span.file == own->span.file && own->span.file != None;
      bool sameSpace = !space(callee).second.empty() && space(callee).first == space(*own).first;
      if (!callee.user && (sameFile || folder(callee) == folder(*own) || sameSpace))
        return true;
    }
    return false;
  }

  // The extractor notes a change as After where the argument is a variable; of a field only the type is known.
  bool mayChange(const Journey::Contact &contact, const Entity *callee) {
    const Function &function = *contact.frame->function;
    const summary::Call &call = function.calls[contact.call];
    const Value &given = function.values[contact.value];
    for (const Value &after : function.values)
      if (after.kind == ValueKind::After && after.index == contact.call &&
          (after.operands[0] == contact.value || llvm::is_contained(given.operands, after.operands[0])))
        return true;
    if (given.kind == ValueKind::Local || given.kind == ValueKind::Parameter)
      return false;
    if (call.receiver == contact.value)
      return callee && !callee->isConst;
    for (size_t i = 0; i < call.arguments.size(); ++i)
      if (call.arguments[i] == contact.value && callee && i < callee->parameterTypes.size() &&
          llvm::StringRef(callee->parameterTypes[i]).ends_with("*"))
        return true;
    return !callee;
  }

  const Program &program;
  const Statements &statements;
  ObjectIndex index;
  std::map<std::string, std::vector<const model::SettingRow *>> fieldRows;
  Outlook outlook;
  SettingValues values{program, index, outlook};
  std::vector<ClientObject> objects;
};
} // namespace

Settings::Settings(const Program &program, const Statements &statements)
    : objects(SettingsBuilder(program, statements).run()) {}

} // namespace scalelint::program
