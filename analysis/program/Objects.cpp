// Journeys of objects.
#include "analysis/program/Objects.h"
#include "analysis/program/Arguments.h"
#include "analysis/program/CallGraph.h"

#include "llvm/ADT/STLExtras.h"

#include <deque>

namespace scalelint::program {

using summary::Value;

static constexpr unsigned MaxDepth = 16, MaxFacts = 20000;

namespace {
// One value that is the object, or (`inside`) a container that holds it.
struct Fact {
  const Frame *frame;
  ValueId value;
  bool inside;
  friend auto operator<=>(const Fact &, const Fact &) = default;
};

class Follower {
public:
  Follower(const Program &program, const ObjectIndex &index, const Frame *root, bool beyondRoot)
      : program(program), index(index), root(root), beyondRoot(beyondRoot) {}

  Journey run(const std::vector<Bound> &from) {
    for (Bound start : from) {
      const Value &value = start.get();
      if (value.kind == ValueKind::Field || value.kind == ValueKind::Global)
        addEntity(value.entity, false);
      add(start.frame, start.value, false);
    }
    while (!open.empty()) {
      Fact fact = open.front();
      open.pop_front();
      process(fact);
    }
    return std::move(journey);
  }

private:
  void add(const Frame *frame, ValueId value, bool inside) {
    if (!value)
      return; // nobody reads it, or it is not known
    if (frame->depth > MaxDepth || seen.size() >= MaxFacts) {
      journey.cut = true;
      return;
    }
    if (seen.insert({frame, value, inside}).second)
      open.push_back({frame, value, inside});
  }

  void addEntity(EntityId place, bool inside) {
    if (!places.insert({place, inside}).second)
      return;
    for (auto [function, value] : index.reads(place))
      add(program.frame(*function), value, inside);
  }

  template <class Match> void addMatching(const Frame *frame, bool inside, Match match) {
    const auto &values = frame->function->values;
    for (ValueId id = 1; id < values.size(); ++id)
      if (match(values[id]))
        add(frame, id, inside);
  }

  void addParameter(const Frame *frame, uint32_t parameter, bool inside) {
    addMatching(frame, inside, [&](const Value &value) {
      return value.kind == ValueKind::Parameter && value.index == parameter;
    });
  }

  void addThis(const Frame *frame, bool inside) {
    addMatching(frame, inside, [](const Value &value) { return value.kind == ValueKind::This; });
  }

  void process(Fact fact) {
    const Function &function = *fact.frame->function;
    const Value &value = function.values[fact.value];
    if (!fact.inside &&
        (value.kind == ValueKind::Local || value.kind == ValueKind::Field || value.kind == ValueKind::Global))
      journey.names.push_back({fact.frame, fact.value});
    if (value.kind == ValueKind::This)
      toThis(fact);
    const ObjectIndex::Users &users = index.users(function);
    for (ValueId user : users.values[fact.value])
      toValue(fact, user);
    for (CallId call : users.calls[fact.value])
      toCall(fact, call);
    for (NodeId node : users.nodes[fact.value])
      toNode(fact, function.nodes[node]);
  }

  // Each `this` of a function is a value of its own.
  void toThis(const Fact &fact) {
    addThis(fact.frame, fact.inside);
    const Function &function = *fact.frame->function;
    if (function.entity != None && program.entities[function.entity].kind == summary::EntityKind::Constructor)
      leave(*fact.frame, fact.inside, /*constructed=*/true);
  }

  void toValue(const Fact &fact, ValueId user) {
    const Value &value = fact.frame->function->values[user];
    bool first = !value.operands.empty() && value.operands[0] == fact.value;
    switch (value.kind) {
    case ValueKind::Local:
    case ValueKind::OneOf:
    case ValueKind::Carried:
      add(fact.frame, user, fact.inside);
      return;
    case ValueKind::After:
      if (first)
        add(fact.frame, user, fact.inside);
      return;
    case ValueKind::Field:
      if (!first)
        add(fact.frame, user, fact.inside);
      else if (fact.inside)
        addBoth(fact.frame, user); // the half of a pair
      else
        journey.parts.push_back({fact.frame, user});
      return;
    case ValueKind::Element:
      if (first && fact.inside)
        addBoth(fact.frame, user);
      return;
    case ValueKind::Aggregate:
      for (size_t i = 0; i < value.operands.size(); ++i) {
        if (value.operands[i] != fact.value)
          continue;
        EntityId field = i < value.fields.size() ? value.fields[i] : None;
        if (field != None)
          addEntity(field, fact.inside);
        if (field == None || !program.entities[field].user)
          add(fact.frame, user, true); // an array, or a library's container around one
      }
      return;
    case ValueKind::Closure:
      for (uint32_t i = 0; i < value.operands.size(); ++i)
        if (value.operands[i] == fact.value)
          captured(fact, user, i);
      return;
    default:
      return;
    }
  }

  // Containers nest, and how deep the object lies is not tracked: an element is it, or holds it.
  void addBoth(const Frame *frame, ValueId value) {
    add(frame, value, false);
    add(frame, value, true);
  }

  // The body may run whenever the closure is called; by which call does not matter to what it captured.
  void captured(const Fact &fact, ValueId closure, uint32_t capture) {
    const Value &value = fact.frame->function->values[closure];
    const Function *body = program.entities[value.entity].definition;
    if (!body)
      return;
    const Frame *inner = program.enter(*fact.frame, None, {body, Mode::Callback, {fact.frame, closure}, nullptr});
    addMatching(inner, fact.inside, [&](const Value &inside) {
      return inside.kind == ValueKind::Captured && inside.index == capture;
    });
  }

  void toNode(const Fact &fact, const summary::Node &node) {
    if (node.kind == summary::NodeKind::Return)
      return leave(*fact.frame, fact.inside, /*constructed=*/false);
    const Value &place = fact.frame->function->values[node.place];
    // What a plain local holds from here on, its later reads say.
    if (place.kind == ValueKind::Local && !fact.frame->function->locals[place.index].isReference)
      return;
    storeInto(fact.frame, node.place, fact.inside, /*assigned=*/true);
  }

  // The place that `value` names holds the object from here on.
  void storeInto(const Frame *frame, ValueId id, bool inside, bool assigned) {
    if (!id || ++stores > MaxFacts)
      return;
    const Value &value = frame->function->values[id];
    switch (value.kind) {
    case ValueKind::Field:
    case ValueKind::Global:
      return addEntity(value.entity, inside);
    case ValueKind::Local:
      if (!assigned)
        addMatching(frame, inside, [&](const Value &read) {
          return read.kind == ValueKind::Local && read.index == value.index;
        });
      if (frame->function->locals[value.index].isReference && !value.operands.empty())
        storeInto(frame, value.operands[0], inside, assigned);
      return;
    case ValueKind::After:
    case ValueKind::Carried:
      return storeInto(frame, value.operands[0], inside, assigned);
    case ValueKind::OneOf:
      for (ValueId operand : value.operands)
        storeInto(frame, operand, inside, assigned);
      return;
    case ValueKind::Element:
      return storeInto(frame, value.operands[0], true, false);
    case ValueKind::Captured:
      add(frame, id, inside);
      if (frame->closure && value.index < frame->closure.get().operands.size())
        storeInto(frame->closure.frame, frame->closure.get().operands[value.index], inside, false);
      return;
    case ValueKind::Parameter:
      add(frame, id, inside);
      return storeThrough(frame, value.index, inside);
    default:
      return;
    }
  }

  // `*out = made;`
  void storeThrough(const Frame *frame, uint32_t parameter, bool inside) {
    const auto &parameters = frame->function->parameters;
    if (parameter >= parameters.size())
      return;
    // A plain pointer is the callee's own variable; its caller keeps what it had.
    llvm::StringRef type = parameters[parameter].typeName;
    if (type.ends_with("*") && !type.ends_with("**"))
      return;
    auto through = [&](const Frame *caller, CallId call) {
      const auto &arguments = caller->function->calls[call].arguments;
      if (parameter < arguments.size())
        storeInto(caller, arguments[parameter], inside, false);
    };
    eachCaller(*frame, through);
  }

  // Returned, or made by a constructor: the caller has it.
  void leave(const Frame &frame, bool inside, bool constructed) {
    auto result = [&](const Frame *caller, CallId id) {
      const summary::Call &call = caller->function->calls[id];
      // A base class's constructor works on the object of the one that calls it.
      bool part = constructed && call.form == summary::CallForm::Construct && call.receiver;
      add(caller, part ? call.receiver : caller->function->resultOfCall[id], inside);
    };
    eachCaller(frame, result);
  }

  template <class Visit> void eachCaller(const Frame &frame, Visit visit) {
    if (frame.caller) {
      if (!frame.callback && frame.call != None)
        visit(frame.caller, frame.call);
      return;
    }
    if (&frame == root) {
      journey.leaves = true;
      if (!beyondRoot)
        return;
    }
    for (const Entry &entry : index.entries(*frame.function))
      visit(program.frame(*entry.site.function), entry.site.call);
  }

  void toCall(const Fact &fact, CallId id) {
    const Frame &frame = *fact.frame;
    const summary::Call &call = frame.function->calls[id];
    Bound here{&frame, fact.value};
    for (const model::FlowRow *row : program.meanings(call).flows)
      if (holds(program, frame, id, row->pattern)) {
        flow(fact, id, *row, here);
        if (row->bindsFrom)
          bind(fact, id, *row);
      }
    bool entered = false;
    for (const Target &target : targets(program, frame, id)) {
      entered = true;
      enter(fact, id, target);
    }
    if (!fact.inside)
      journey.contacts.push_back({&frame, id, fact.value, entered});
  }

  void flow(const Fact &fact, CallId id, const model::FlowRow &row, Bound here) {
    using Of = model::Selector::Of;
    if (select(program, *fact.frame, id, row.from) == here) {
      Bound to = select(program, *fact.frame, id, row.to);
      if (!to)
        return;
      if (row.to.of == Of::Result)
        add(to.frame, to.value, fact.inside || row.element);
      else
        storeInto(to.frame, to.value, fact.inside || row.element, false);
    } else if (row.element && fact.inside && row.from.of == Of::Result &&
               select(program, *fact.frame, id, row.to) == here) {
      addBoth(fact.frame, fact.frame->function->resultOfCall[id]);
    }
  }

  // A function that calls itself from the same place again does what it did the turn before.
  static const Frame *enteredBefore(const Frame &frame, CallId id, const Function &callee) {
    for (const Frame *above = &frame; above->caller; above = above->caller)
      if (above->function == &callee && above->call == id && above->caller->function == frame.function)
        return above;
    return nullptr;
  }

  void enter(const Fact &fact, CallId id, const Target &target) {
    const Frame &frame = *fact.frame;
    if (frame.depth >= MaxDepth) {
      journey.cut = true;
      return;
    }
    const Frame *given = program.enter(frame, id, target);
    const Frame *inner = enteredBefore(frame, id, *target.function);
    if (!inner)
      inner = given;
    if (target.row && target.row->runs == model::Runs::PerElement) {
      const auto &over = target.row->over;
      if (fact.inside && over && select(program, frame, id, *over) == Bound{&frame, fact.value})
        addParameter(inner, 0, false);
      return;
    }
    handOver(fact, *given, inner);
  }

  // What the function is given that is the object, it has where it goes on.
  void handOver(const Fact &fact, const Frame &given, const Frame *inner) {
    Bound here{fact.frame, fact.value};
    for (uint32_t parameter = 0; parameter < given.function->parameters.size(); ++parameter)
      if (argument(program, given, parameter) == here)
        addParameter(inner, parameter, fact.inside);
    if (object(program, given) == here)
      addThis(inner, fact.inside);
  }

  // Bound to a callable that may run whenever it is called; by which call does not matter to what was bound.
  void bind(const Fact &fact, CallId id, const model::FlowRow &row) {
    for (Target target : callables(program, select(program, *fact.frame, id, row.from))) {
      target.mode = Mode::Callback;
      target.binding = {fact.frame, id, &row};
      const Frame *inner = program.enter(*fact.frame, None, target);
      handOver(fact, *inner, inner);
    }
  }

  const Program &program;
  const ObjectIndex &index;
  const Frame *root;
  bool beyondRoot;
  std::deque<Fact> open;
  std::set<Fact> seen;
  std::set<std::pair<EntityId, bool>> places;
  unsigned stores = 0;
  Journey journey;
};

class OriginSearch {
public:
  explicit OriginSearch(const Program &program) : program(program) {}
  std::vector<Bound> found;
  std::set<Bound> seen;

  void search(Bound bound) {
    if (!bound || !seen.insert(bound).second || seen.size() > 500)
      return;
    const Value &value = bound.get();
    const Frame &frame = *bound.frame;
    switch (value.kind) {
    case ValueKind::OneOf:
      for (ValueId operand : value.operands)
        search({&frame, operand});
      return;
    case ValueKind::Field:
    case ValueKind::Global:
      found.push_back(bound);
      for (const Program::Store &store : program.stores(value.entity))
        search({program.frame(*store.function), store.value});
      return;
    case ValueKind::Result:
      return result(bound);
    default:
      break;
    }
    Bound next = step(program, bound);
    if (!next || next == bound || !next.value)
      found.push_back(bound);
    else
      search(next);
  }

private:
  void result(Bound bound) {
    if (Bound from = step(program, bound))
      return search(from);
    const Frame &frame = *bound.frame;
    const summary::Call &call = frame.function->calls[bound.get().index];
    const Entity *callee = program.entity(call.callee);
    if (call.form == summary::CallForm::Construct || !callee || !callee->definition || frame.depth > MaxDepth)
      return found.push_back(bound);
    const Frame *inner = program.enter(frame, bound.get().index, {callee->definition, Mode::Call, {}, nullptr});
    for (ValueId returned : program.returned(*callee->definition))
      search({inner, returned});
  }

  const Program &program;
};
} // namespace

Journey follow(const Program &program, const ObjectIndex &index, const std::vector<Bound> &from, const Frame *root,
               bool beyondRoot) {
  return Follower(program, index, root, beyondRoot).run(from);
}

std::vector<Bound> origins(const Program &program, Bound value) {
  OriginSearch search(program);
  search.search(value);
  return std::move(search.found);
}

std::set<Bound> ancestry(const Program &program, Bound value) {
  OriginSearch search(program);
  search.search(value);
  return std::move(search.seen);
}

} // namespace scalelint::program
