#include "tests/extract/Printed.h"

#include "analysis/extract/Extractor.h"
#include "analysis/extract/Frontend.h"
#include "analysis/summary/Print.h"

#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

namespace scalelint::test {

summary::TUSummary extracted(const std::string &source) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  memory->addFile("/project/main.cpp", 0, llvm::MemoryBuffer::getMemBufferCopy(source));
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::createPhysicalFileSystem());
  files->pushOverlay(memory);
  extract::FrontendOptions options;
  options.files = files;
  extract::UserCode user({"/project"});
  extract::RuleMatchers matchers;
  auto unit = extract::analyse(
      {"/", "/project/main.cpp", {"c++", "-std=c++20"}}, user, options,
      [&](clang::ASTContext &context, clang::Preprocessor &, summary::TUSummary &into) {
        extract::extract(context, user, matchers, into);
      });
  if (!unit) {
    ADD_FAILURE() << llvm::toString(unit.takeError());
    return {};
  }
  for (const summary::Diagnostic &problem : unit->diagnostics)
    ADD_FAILURE() << "line " << problem.span.line << ": " << problem.message;
  return std::move(*unit);
}

// "    12: return 1" → "    return 1"
static std::string withoutNumber(llvm::StringRef line) {
  llvm::StringRef rest = line.ltrim(' ');
  size_t indent = line.size() - rest.size();
  llvm::StringRef after = rest.ltrim("0123456789");
  if (after.size() < rest.size())
    after.consume_front(": ");
  return std::string(indent, ' ') + after.str();
}

std::string printed(const std::string &source) {
  std::string text, result;
  llvm::raw_string_ostream out(text);
  summary::print(out, extracted(source));
  for (llvm::StringRef line : llvm::split(text, '\n'))
    if (!line.empty())
      result += "\n" + withoutNumber(line);
  return result;
}

} // namespace scalelint::test
