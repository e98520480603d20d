#include "analysis/sql/Ddl.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::sql {

using llvm::StringRef;
using Kind = Token::Kind;

bool isWordAt(Item item, size_t i, StringRef word) {
  return i < item.size() && item[i].kind == Kind::Word && StringRef(item[i].text).equals_insensitive(word);
}

bool isSymbolAt(Item item, size_t i, StringRef symbol) {
  return i < item.size() && item[i].kind == Kind::Symbol && item[i].text == symbol;
}

bool isName(Item item, size_t i) {
  return i < item.size() && (item[i].kind == Kind::Word || item[i].kind == Kind::Quoted);
}

bool anyWordAt(Item item, size_t i, std::initializer_list<StringRef> words) {
  return llvm::any_of(words, [&](StringRef word) { return isWordAt(item, i, word); });
}

void skip(Item &item, std::initializer_list<StringRef> words) {
  while (anyWordAt(item, 0, words))
    item = item.drop_front();
}

std::string takeName(Item &item) {
  std::string name;
  while (isName(item, 0)) {
    name += item[0].text;
    item = item.drop_front();
    if (!isSymbolAt(item, 0, "."))
      break;
    name += '.';
    item = item.drop_front();
  }
  return name;
}

bool takeList(Item &item, Item &list) {
  size_t end = isSymbolAt(item, 0, "(") ? closingIn(item, 0) : StringRef::npos;
  if (end == StringRef::npos)
    return false;
  list = item.slice(1, end - 2);
  item = item.drop_front(end);
  return true;
}

size_t closingIn(Item item, size_t i) {
  for (size_t depth = 0; i < item.size(); ++i) {
    depth += isSymbolAt(item, i, "(");
    if (isSymbolAt(item, i, ")") && --depth == 0)
      return i + 1;
  }
  return StringRef::npos;
}

std::vector<Item> commaSeparated(Item list) {
  std::vector<Item> items;
  size_t begin = 0, depth = 0;
  for (size_t i = 0; i <= list.size(); ++i) {
    if (i < list.size()) {
      depth += isSymbolAt(list, i, "(");
      depth -= isSymbolAt(list, i, ")") && depth;
    }
    if (i == list.size() || (depth == 0 && isSymbolAt(list, i, ","))) {
      if (i > begin)
        items.push_back(list.slice(begin, i - begin));
      begin = i + 1;
    }
  }
  return items;
}

} // namespace scalelint::sql
