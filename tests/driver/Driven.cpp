#include "tests/driver/Driven.h"

#include "checks/Check.h"
#include "driver/Pipeline.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

namespace scalelint::test {

const char *const WriteInLoop = R"cpp(#include <postgresql/libpq-fe.h>
#include <vector>
void report(PGconn *db, const std::vector<int> &ids) {
  for (int id : ids)
    PQexec(db, "INSERT INTO seen (id) VALUES (1)");
}
)cpp";

Outcome scalelint(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "scalelint");
  std::vector<const char *> words;
  for (const std::string &argument : arguments)
    words.push_back(argument.c_str());
  Outcome run;
  llvm::raw_string_ostream out(run.out), err(run.err);
  auto parsed = driver::parseOptions(words, out, err);
  if (const auto *done = std::get_if<driver::ExitCode>(&parsed)) {
    run.exit = static_cast<int>(*done);
    return run;
  }
  driver::Surroundings surroundings{allChecks(), out, err};
  run.exit = static_cast<int>(driver::run(std::get<driver::Options>(parsed), surroundings));
  return run;
}

void ProjectFolder::unit(const std::string &name, const std::string &text, Words words) {
  entry(write("src/" + name, text), std::move(words));
}

void ProjectFolder::entry(const std::string &file, Words words) {
  words.push_back(file);
  entries.push_back(llvm::json::Object{
      {"directory", path()}, {"file", file}, {"arguments", llvm::json::Array(words)}});
}

void ProjectFolder::writeDatabase(bool reversed) const {
  auto ordered = entries;
  if (reversed)
    std::reverse(ordered.begin(), ordered.end());
  std::string text;
  llvm::raw_string_ostream(text) << llvm::json::Value(llvm::json::Array(ordered));
  write("build/compile_commands.json", text);
}

Outcome ProjectFolder::check(Words more) const {
  Words arguments = {"check", "-p", *this / "build", "--quiet", "--color", "never"};
  llvm::append_range(arguments, more);
  return scalelint(arguments);
}

std::string contentOf(const std::string &file) {
  auto text = llvm::MemoryBuffer::getFile(file);
  return text ? (*text)->getBuffer().str() : "";
}

} // namespace scalelint::test
