// A tree against its Shape: every problem of a file is found in one walk, whatever else is wrong.
#include "analysis/model/Scalars.h"
#include "analysis/model/Shape.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint::model {
namespace {

llvm::StringRef kindOf(const Node &node) {
  switch (node.kind) {
  case Node::Kind::Nothing:
    return "nothing";
  case Node::Kind::Scalar:
    return "a word";
  case Node::Kind::List:
    return "a list";
  case Node::Kind::Map:
    return "a map";
  }
  return "";
}

std::string quoted(llvm::StringRef word) { return ("'" + word + "'").str(); }

std::string sequence(llvm::ArrayRef<llvm::StringRef> words, llvm::StringRef last) {
  std::string text;
  for (auto [index, word] : llvm::enumerate(words)) {
    if (index != 0)
      text += index + 1 == words.size() ? (" " + last + " ").str() : ", ";
    text += quoted(word);
  }
  return text;
}

// "" or what is wrong with a scalar of this kind.
std::string faultOf(const Node &node, const Shape &shape, llvm::StringRef subject) {
  llvm::StringRef text = shape.scalar == Scalar::Matcher ? llvm::StringRef(node.text).trim()
                                                         : llvm::StringRef(node.text);
  std::string expected = ("; expected " + shape.expected).str();
  switch (shape.scalar) {
  case Scalar::None:
  case Scalar::Value: // "" is a string to compare with
    return "";
  case Scalar::Text:
    return text.trim().empty() ? subject.str() + " is empty" : "";
  case Scalar::Name:
  case Scalar::Type:
  case Scalar::Matcher: {
    std::string fault = shape.scalar == Scalar::Name   ? faultOfName(text)
                        : shape.scalar == Scalar::Type ? faultOfType(text)
                                                       : faultOfMatcher(text);
    llvm::StringRef what = shape.scalar == Scalar::Name   ? "name"
                           : shape.scalar == Scalar::Type ? "type"
                                                          : "matcher";
    return fault.empty() ? "" : ("malformed " + what + " '" + text + "'; " + fault).str();
  }
  case Scalar::Link:
    return text.starts_with("https://") || text.starts_with("http://")
               ? ""
               : quoted(text) + " is no link" + expected;
  case Scalar::Word:
    return llvm::is_contained(shape.words, text)
               ? ""
               : ("unknown " + shape.noun + " '" + text + "'").str() + hint(text, shape.words);
  case Scalar::YesNo:
    return parseYesNo(text) ? "" : subject.str() + " is " + quoted(text) + "; expected yes or no";
  case Scalar::Number:
    return parseNumber(text) ? "" : quoted(text) + " is no number" + expected;
  case Scalar::Default:
    return text == "none" || text == "unknown" || parseDuration(text)
               ? ""
               : "bad duration " + quoted(text) + expected;
  }
  return "";
}

bool hasWord(const Node &map, llvm::StringRef key, llvm::ArrayRef<llvm::StringRef> words) {
  const Node::Entry *entry = map.find(key);
  return entry && llvm::is_contained(words, llvm::StringRef(entry->value.text));
}

void checkRule(const Node &map, const MapShape &shape, const Rule &rule, Problems &problems) {
  std::vector<const Node::Entry *> present;
  for (const Node::Entry &entry : map.entries)
    if (llvm::is_contained(rule.keys, llvm::StringRef(entry.key)))
      present.push_back(&entry);
  switch (rule.kind) {
  case Rule::Kind::ExactlyOne:
    if (present.empty())
      problems.add(map.place, shape.what + " needs " + sequence(rule.keys, "or"));
    [[fallthrough]];
  case Rule::Kind::AtMostOne:
    for (const Node::Entry *second : llvm::drop_begin(present, present.empty() ? 0 : 1))
      problems.add(second->place, quoted(second->key) + " cannot stand beside " +
                                      quoted(present.front()->key) + "; keep one of them");
    return;
  case Rule::Kind::Needs: {
    const Node::Entry *entry = map.find(rule.keys[0]);
    if (!entry)
      return;
    if (rule.words.empty() && !map.find(rule.keys[1]))
      problems.add(entry->place,
                   quoted(rule.keys[0]) + " needs " + quoted(rule.keys[1]) + " beside it");
    if (!rule.words.empty() && !hasWord(map, rule.keys[1], rule.words))
      problems.add(entry->place, quoted(rule.keys[0]) + " needs '" + rule.keys[1] + ": " +
                                     llvm::join(rule.words, "' or '" + rule.keys[1].str() + ": ") +
                                     "' beside it");
    return;
  }
  case Rule::Kind::WordNeeds:
    if (hasWord(map, rule.keys[0], rule.words) && !map.find(rule.keys[1]))
      problems.add(map.find(rule.keys[0])->value.place,
                   "'" + rule.keys[0] + ": " + map.find(rule.keys[0])->value.text + "' needs " +
                       quoted(rule.keys[1]) + " beside it");
    return;
  }
}

void checkMap(const Node &map, const MapShape &shape, Problems &problems) {
  std::vector<llvm::StringRef> names;
  for (const KeyShape &key : shape.keys)
    names.push_back(key.name);
  for (const Node::Entry &entry : map.entries) {
    auto key = llvm::find_if(shape.keys, [&](const KeyShape &k) { return k.name == entry.key; });
    if (key == shape.keys.end())
      problems.add(entry.place, "unknown key " + quoted(entry.key) + " in " + shape.what +
                                    hint(entry.key, names));
    else
      check(entry.value, *key->value, quoted(entry.key), problems);
  }
  for (const KeyShape &key : shape.keys)
    if (key.need == Need::Required && !map.find(key.name))
      problems.add(map.place, shape.what + " needs " + quoted(key.name));
  for (const Rule &rule : shape.rules)
    checkRule(map, shape, rule, problems);
}

void checkList(const Node &list, const Shape &shape, llvm::StringRef subject, Problems &problems) {
  if (list.items.empty())
    problems.add(list.place, subject + " is empty");
  for (const Node &item : list.items)
    check(item, *shape.element, ("an element of " + subject).str(), problems);
}

} // namespace

void check(const Node &node, const Shape &shape, llvm::StringRef subject, Problems &problems) {
  if (node.kind == Node::Kind::Map && shape.map)
    return checkMap(node, *shape.map, problems);
  if (node.kind == Node::Kind::List && shape.element)
    return checkList(node, shape, subject, problems);
  if (node.kind == Node::Kind::Scalar && shape.scalar != Scalar::None) {
    std::string fault = faultOf(node, shape, subject);
    if (!fault.empty())
      problems.add(node.place, fault);
    return;
  }
  if (node.kind == Node::Kind::Nothing)
    return problems.add(node.place, subject + " has no value; expected " + shape.expected);
  problems.add(node.place, subject + " is " + kindOf(node) + "; expected " + shape.expected);
}

} // namespace scalelint::model
