// Selectors, conditions and call patterns: the tables that rows of every section build on.
#include "analysis/model/Patterns.h"

namespace scalelint::model {
namespace {

constexpr llvm::StringLiteral SelectorExample = "a selector such as receiver or {argument: 0}";

std::optional<Selector::Of> valueOfCall(llvm::StringRef word) {
  if (word == "receiver")
    return Selector::Of::Receiver;
  if (word == "result")
    return Selector::Of::Result;
  if (word == "call")
    return Selector::Of::Call;
  if (word == "last-argument")
    return Selector::Of::LastArgument;
  return std::nullopt;
}

struct OfForm {
  static const Shape &shape() {
    static const Shape shape{.expected = "receiver, result, call or last-argument",
                             .scalar = Scalar::Word,
                             .noun = "selector",
                             .words = {"receiver", "result", "call", "last-argument"}};
    return shape;
  }
  static void read(Written value, Selector::Of &out) { out = *valueOfCall(value.node.text); }
};

std::vector<Key<Selector>> selectorKeys() {
  return {
      {{"argument", "an argument by its number, from 0, without the receiver",
        &Form<unsigned>::shape()},
       [](Written value, Selector &selector) {
         selector.of = Selector::Of::Argument;
         Form<unsigned>::read(value, selector.index);
       }},
      keyAs<OfForm>("of", &Selector::of, "instead of `argument`: another value of the call"),
      key("member", &Selector::member, "a field of that value"),
  };
}

const Table<Selector> &selectorTable() {
  static const Table<Selector> table{
      "a selector", "selector", {selectorKeys()}, {exactlyOne({"argument", "of"})}};
  return table;
}

// `arguments: 2` or `arguments: {at-least: 1, at-most: 3}`.
struct CountForm {
  static const Shape &shape() {
    static const MapShape range{"a range of arguments",
                                "argument-range",
                                {{"at-least", "fewest arguments", &Form<unsigned>::shape()},
                                 {"at-most", "most arguments", &Form<unsigned>::shape()}},
                                {}};
    static const Shape shape{.expected = "a number or {at-least: N, at-most: N}",
                             .scalar = Scalar::Number,
                             .map = &range};
    return shape;
  }
  static void read(Written value, CallPattern &pattern) {
    auto bound = [&](llvm::StringRef key, std::optional<unsigned> &out) {
      if (const Node::Entry *entry = value.node.find(key))
        out = parseNumber(entry->value.text);
    };
    if (value.node.kind == Node::Kind::Scalar) {
      pattern.minArguments = pattern.maxArguments = parseNumber(value.node.text);
      return;
    }
    bound("at-least", pattern.minArguments);
    bound("at-most", pattern.maxArguments);
  }
};

struct ParameterForm {
  static const Shape &shape() {
    static const Shape element{
        .expected = "a selector or a type", .scalar = Scalar::Type, .map = &selectorTable().map};
    static const Shape shape{.expected = "a list of selectors or types", .element = &element};
    return shape;
  }
  static void read(Written list, OperationRow &row) {
    for (const Node &item : list.node.items) {
      if (item.kind == Node::Kind::Map || valueOfCall(item.text))
        Form<Selector>::read(list.at(item), row.parameters.emplace_back());
      else
        row.pattern.parameterTypes.push_back(item.text);
    }
  }
};

// What a condition compares with: any spelling, taken as it stands.
struct ValueForm {
  static const Shape &shape() {
    static const Shape shape{.expected = "a value", .scalar = Scalar::Value};
    return shape;
  }
  static void read(Written value, std::string &out) { out = value.node.text; }
};
using Values = OneOrMoreForm<ValueForm>;

} // namespace

Rule exactlyOne(std::vector<llvm::StringRef> keys) {
  return {Rule::Kind::ExactlyOne, std::move(keys), {}};
}
Rule atMostOne(std::vector<llvm::StringRef> keys) {
  return {Rule::Kind::AtMostOne, std::move(keys), {}};
}
Rule needs(llvm::StringRef key, llvm::StringRef other, std::vector<llvm::StringRef> words) {
  return {Rule::Kind::Needs, {key, other}, std::move(words)};
}
Rule wordNeeds(llvm::StringRef key, std::vector<llvm::StringRef> words, llvm::StringRef other) {
  return {Rule::Kind::WordNeeds, {key, other}, std::move(words)};
}

const Shape &Form<Selector>::shape() {
  static const Shape shape = [] {
    Shape both = OfForm::shape();
    both.expected = SelectorExample;
    both.map = &selectorTable().map;
    return both;
  }();
  return shape;
}

void Form<Selector>::read(Written value, Selector &out) {
  if (value.node.kind == Node::Kind::Map)
    return selectorTable().read(value, out);
  out = Selector{*valueOfCall(value.node.text), 0, ""};
}

template <> const Table<Condition> &tableOf<Condition>() {
  static const Table<Condition> table{
      "a condition",
      "condition",
      {within(&Condition::value, selectorKeys()),
       {keyAs<Values>(
            "is", &Condition::is,
            "enumerators, macros, numbers, booleans or strings: the value is one of them"),
        {{"is-not", "the value is none of them", &Values::shape()},
         [](Written value, Condition &condition) {
           condition.negated = true;
           Values::read(value, condition.is);
         }},
        keyAs<OneOrMoreForm<TypeForm>>("type", &Condition::type,
                                       "qualified classes: the value's class is one of them or "
                                       "derives from one")}},
      {exactlyOne({"argument", "of"}), exactlyOne({"is", "is-not", "type"})}};
  return table;
}

std::vector<Key<CallPattern>> patternKeys() {
  return {
      keyAs<NameForm>("call", &CallPattern::call,
                      "qualified name without template arguments and inline namespaces; covers "
                      "overloads, overrides and calls through derived classes"),
      keyAs<MatcherForm>("matcher", &CallPattern::matcher,
                         "instead of `call`: a clang AST matcher that matches the call expression"),
      {{"arguments", "only calls with so many arguments, defaults included", &CountForm::shape()},
       CountForm::read},
      keyAs<ListForm<TypeForm>>("parameters", &CallPattern::parameterTypes,
                                "only the overload with these canonical parameter types, without "
                                "template arguments, const and &"),
      keyAs<OneOrMoreForm<Form<Condition>>>("when", &CallPattern::when,
                                            "conditions on values of the call; all must hold"),
  };
}

template <> const Table<CallPattern> &tableOf<CallPattern>() {
  static const Table<CallPattern> table{
      "a call",
      "call-pattern",
      {patternKeys()},
      {exactlyOne({"call", "matcher"})},
      [](Written map, CallPattern &pattern) { pattern.position = map.position(); }};
  return table;
}

Key<OperationRow> operationParameters() {
  return {{"parameters",
           "selectors of the bound values, where they are not simply the other arguments; words "
           "are the parameter types of the overload",
           &ParameterForm::shape()},
          ParameterForm::read};
}

} // namespace scalelint::model
