// Tables: one line per key of a map, with the member of the row that it fills. The member's C++
// type gives the Shape, so a table says a key once and the checks, the schema and the reading
// follow.
//
//   key("rows", &OperationRow::rows, "how the rows come back")
//
// Shapes and tables live in function-local statics: they refer to each other by address.
#pragma once

#include "analysis/model/Scalars.h"
#include "analysis/model/Shape.h"
#include "analysis/model/Words.h"

#include "llvm/ADT/STLExtras.h"

#include <functional>
#include <type_traits>

namespace scalelint::model {

// A value that is known to be well-formed, and the file it stands in.
struct Written {
  const Node &node;
  llvm::StringRef file;

  Written at(const Node &other) const { return {other, file}; }
  Position position() const { return {file.str(), node.place.line, node.place.column}; }
};

// How a C++ type is written: `shape()` and `read(Written, Type &)`.
template <class Type> struct Form;

template <class Row> struct Key {
  KeyShape shape;
  std::function<void(Written, Row &)> read;
};

template <class Row> struct Table {
  MapShape map;
  std::vector<Key<Row>> keys;
  std::function<void(Written, Row &)> place; // stores the position, where the row keeps one

  Table(llvm::StringRef what, llvm::StringRef name, std::vector<std::vector<Key<Row>>> groups,
        std::vector<Rule> rules, std::function<void(Written, Row &)> place = nullptr)
      : map{what, name, {}, std::move(rules)}, place(std::move(place)) {
    for (std::vector<Key<Row>> &group : groups)
      for (Key<Row> &key : group) {
        map.keys.push_back(key.shape);
        keys.push_back(std::move(key));
      }
  }

  void read(Written map, Row &row) const {
    if (place)
      place(map, row);
    for (const Key<Row> &key : keys)
      if (const Node::Entry *entry = map.node.find(key.shape.name))
        key.read(map.at(entry->value), row);
  }
};

// Specialised for every kind of row in Selectors.cpp and Sections.cpp.
template <class Row> const Table<Row> &tableOf();

template <class As, class Row, class Member>
Key<Row> keyAs(llvm::StringRef name, Member Row::*member, llvm::StringRef meaning) {
  return {{name, meaning, &As::shape()},
          [member](Written value, Row &row) { As::read(value, row.*member); }};
}

template <class Row, class Member>
Key<Row> key(llvm::StringRef name, Member Row::*member, llvm::StringRef meaning) {
  return keyAs<Form<Member>>(name, member, meaning);
}

template <class Row> Key<Row> required(Key<Row> key) {
  key.shape.need = Need::Required;
  return key;
}

// The keys of a part, written directly in the map of the whole.
template <class Row, class Part>
std::vector<Key<Row>> within(Part Row::*part, const std::vector<Key<Part>> &keys) {
  std::vector<Key<Row>> lifted;
  for (const Key<Part> &key : keys)
    lifted.push_back(
        {key.shape, [part, read = key.read](Written value, Row &row) { read(value, row.*part); }});
  return lifted;
}

template <Scalar Kind> struct StringForm {
  static llvm::StringRef expected() {
    switch (Kind) {
    case Scalar::Name:
      return "a qualified name";
    case Scalar::Type:
      return "a type";
    case Scalar::Matcher:
      return "a clang AST matcher";
    case Scalar::Link:
      return "a link that begins with https://";
    default:
      return "a text";
    }
  }
  static const Shape &shape() {
    static const Shape shape{.expected = expected(), .scalar = Kind};
    return shape;
  }
  static void read(Written value, std::string &out) {
    out = llvm::StringRef(value.node.text).trim().str();
  }
};
using NameForm = StringForm<Scalar::Name>;
using TypeForm = StringForm<Scalar::Type>;
using MatcherForm = StringForm<Scalar::Matcher>;
using LinkForm = StringForm<Scalar::Link>;

template <> struct Form<std::string> : StringForm<Scalar::Text> {};

template <> struct Form<bool> {
  static const Shape &shape() {
    static const Shape shape{.expected = "yes or no", .scalar = Scalar::YesNo};
    return shape;
  }
  static void read(Written value, bool &out) { out = *parseYesNo(value.node.text); }
};

template <> struct Form<unsigned> {
  static const Shape &shape() {
    static const Shape shape{.expected = "a number from 0 to 1000", .scalar = Scalar::Number};
    return shape;
  }
  static void read(Written value, unsigned &out) { out = *parseNumber(value.node.text); }
};

// What sentences call one word of a vocabulary.
template <class Value> llvm::StringRef nounOf();

template <class Value>
requires std::is_enum_v<Value>
struct Form<Value> {
  static const Shape &shape() {
    static const Shape shape = [] {
      Shape words{.expected = "a word", .scalar = Scalar::Word, .noun = nounOf<Value>()};
      for (const Word<Value> &entry : wordsOf(Value{}))
        words.words.push_back(entry.word);
      return words;
    }();
    return shape;
  }
  static void read(Written value, Value &out) { out = *valueOf<Value>(value.node.text); }
};

// A row with a table of its own.
template <class Row>
requires std::is_class_v<Row>
struct Form<Row> {
  static const Shape &shape() {
    static const Shape shape{.expected = "a map", .map = &tableOf<Row>().map};
    return shape;
  }
  static void read(Written value, Row &out) { tableOf<Row>().read(value, out); }
};

template <class Value> struct Form<std::optional<Value>> {
  static const Shape &shape() { return Form<Value>::shape(); }
  static void read(Written value, std::optional<Value> &out) {
    Form<Value>::read(value, out.emplace());
  }
};

template <class Element> struct ListForm {
  static const Shape &shape() {
    static const Shape shape{.expected = "a list", .element = &Element::shape()};
    return shape;
  }
  template <class Value> static void read(Written list, std::vector<Value> &out) {
    for (const Node &item : list.node.items)
      Element::read(list.at(item), out.emplace_back());
  }
};

template <class Value> struct Form<std::vector<Value>> : ListForm<Form<Value>> {};

// A list, or its only element.
template <class Element> struct OneOrMoreForm {
  static const Shape &shape() {
    static const Shape shape = [] {
      Shape both = Element::shape();
      both.element = &Element::shape();
      return both;
    }();
    return shape;
  }
  template <class Value> static void read(Written value, std::vector<Value> &out) {
    if (value.node.kind == Node::Kind::List)
      return ListForm<Element>::read(value, out);
    Element::read(value, out.emplace_back());
  }
};

} // namespace scalelint::model
