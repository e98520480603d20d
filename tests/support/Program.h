// Running a program from a test.
#pragma once

#include "tests/support/TemporaryFolder.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

#include <string>
#include <vector>

namespace scalelint::test {

// Empty when it cannot be read.
inline std::string contents(const std::string &file) {
  auto text = llvm::MemoryBuffer::getFile(file);
  return text ? (*text)->getBuffer().str() : std::string();
}

struct Ran {
  int exit = -1;
  std::string output; // stdout
  std::string errors; // stderr
};

inline Ran run(const std::string &program, std::vector<std::string> arguments) {
  Ran ran;
  TemporaryFolder folder;
  auto found = llvm::sys::findProgramByName(program);
  if (!found)
    return ran;
  arguments.insert(arguments.begin(), *found);
  std::vector<llvm::StringRef> words(arguments.begin(), arguments.end());
  std::string output = folder / "output", errors = folder / "errors";
  std::optional<llvm::StringRef> redirects[] = {std::nullopt, output, errors};
  ran.exit = llvm::sys::ExecuteAndWait(*found, words, std::nullopt, redirects);
  ran.output = contents(output);
  ran.errors = contents(errors);
  return ran;
}

// The fenced blocks of a Markdown text whose fence carries these words: "cpp bad".
inline std::vector<std::string> fencedBlocks(llvm::StringRef markdown, llvm::StringRef words) {
  std::vector<std::string> found;
  std::string fence = ("\n```" + words + "\n").str();
  for (size_t at = markdown.find(fence); at != llvm::StringRef::npos; at = markdown.find(fence)) {
    markdown = markdown.drop_front(at + fence.size());
    found.push_back(markdown.take_front(markdown.find("```")).str());
  }
  return found;
}

} // namespace scalelint::test
