// YAML text → a tree in which every value knows its place, so that whoever reads a file can say
// where it is wrong. Stricter than YAML: UTF-8 only, no tabs in the indentation, no repeated keys,
// no tags, one document, bounded depth and size (aliases count as what they stand for).
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace scalelint::model {

// A place in a file. Both count from 1, columns count bytes.
struct Place {
  unsigned line = 1, column = 1;
};

struct Node {
  struct Entry;
  enum class Kind : uint8_t { Nothing, Scalar, List, Map } kind = Kind::Nothing;
  Place place;
  std::string text;           // Scalar
  std::vector<Node> items;    // List
  std::vector<Entry> entries; // Map, in the order of the file, without repeated keys

  const Entry *find(llvm::StringRef key) const;
};

struct Node::Entry {
  std::string key;
  Place place;
  Node value;
};

// What is wrong with one file, in the order of the file.
class Problems {
public:
  explicit Problems(llvm::StringRef file) : file(file) {}
  void add(Place place, const llvm::Twine &sentence); // newlines in the sentence become \n
  bool empty() const { return found.empty(); }
  std::vector<std::string> lines() const; // each `file:line:column: sentence`
  std::string text() const;               // the lines, joined by newlines

private:
  struct Problem {
    Place place;
    std::string sentence;
  };
  std::string file;
  std::vector<Problem> found; // sorted by place
};

// The file's only document, or nothing when there is none that can be read. Problems may be added
// in both cases: a tree with problems is still good for finding more of them.
std::optional<Node> readYaml(llvm::StringRef text, Problems &problems);

// "; did you mean 'x'?" for a word close enough to one of `known` or the start of one alone, "; expected 'a', 'b' or 'c'"
// when there are few of them, else "".
std::string hint(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> known);

} // namespace scalelint::model
