// What a value of a rule pack may look like, as data. One Shape is read three times: to check a
// file, to write the JSON Schema for editors, and (through Table.h) to fill RulePack. So they
// cannot drift.
#pragma once

#include "analysis/model/Reader.h"

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>
#include <vector>

namespace scalelint::model {

struct Shape;

enum class Need : uint8_t { Optional, Required };

struct KeyShape {
  llvm::StringRef name;
  llvm::StringRef meaning; // one line for editors
  const Shape *value = nullptr;
  Need need = Need::Optional;
};

// Which keys of one map may, must or must not stand together.
struct Rule {
  enum class Kind : uint8_t {
    ExactlyOne, // of `keys`
    AtMostOne,  // of `keys`
    Needs,      // keys[0] stands only beside keys[1]; with `words`: only if keys[1] is one of them
    WordNeeds,  // if keys[0] is one of `words`, keys[1] must stand
  } kind = Kind::ExactlyOne;
  std::vector<llvm::StringRef> keys;
  std::vector<llvm::StringRef> words;
};

struct MapShape {
  llvm::StringRef what; // "an operation", for sentences
  llvm::StringRef name; // "operation", the schema's name of the definition
  std::vector<KeyShape> keys;
  std::vector<Rule> rules;
};

enum class Scalar : uint8_t {
  None,
  Text,
  Value,
  Name,
  Type,
  Matcher,
  Link,
  Word,
  YesNo,
  Number,
  Default
};

// A scalar, a list, a map, or whichever of them is written, when more than one is allowed.
struct Shape {
  llvm::StringRef expected; // "a selector such as receiver or {argument: 0}"
  Scalar scalar = Scalar::None;
  llvm::StringRef noun{};               // Word: "operation", for "unknown operation 'x'"
  std::vector<llvm::StringRef> words{}; // Word
  const Shape *element = nullptr;       // list, never empty
  const MapShape *map = nullptr;
};

// Adds a problem for everything in `node` that `shape` does not allow. `subject` names the value in
// sentences: "'text'", "an element of 'sets'". A node without problems can be read without checks.
void check(const Node &node, const Shape &shape, llvm::StringRef subject, Problems &problems);

} // namespace scalelint::model
