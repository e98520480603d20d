// A small service under version control, edited as people edit and analysed again.
#pragma once

#include "tests/driver/Driven.h"
#include "tests/support/Git.h"

#include <gtest/gtest.h>

#include <map>

namespace scalelint::test {

class History {
public:
  // Two writes in loops, one a file: of 'seen' in seen.cpp and of 'sold' in sold.cpp.
  History() {
    write("src/seen.cpp", writer("seen", "report"));
    write("src/sold.cpp", writer("sold", "sell"));
    write(".gitignore", "/build/\n*.sarif\n");
    makeRepository(folder.path());
  }

  static std::string writer(const std::string &table, const std::string &function) {
    return "#include <postgresql/libpq-fe.h>\n"
           "#include <vector>\n"
           "void " + function + "(PGconn *db, const std::vector<int> &ids) {\n"
           "  for (int id : ids)\n"
           "    PQexec(db, \"INSERT INTO " + table + " (id) VALUES (1)\");\n"
           "}\n";
  }

  void write(const std::string &name, const std::string &text) { folder.write(name, text); }
  std::string read(const std::string &name) const { return contents(folder / name); }
  void remove(const std::string &name) { llvm::sys::fs::remove(folder / name); }

  void edit(const std::string &name, const std::string &from, const std::string &to) {
    std::string text = read(name);
    size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << name << ": " << from;
    write(name, text.replace(at, from.size(), to));
  }

  std::string git(std::vector<std::string> arguments) const { return test::git(folder.path(), std::move(arguments)); }
  void commit(const std::string &message) {
    git({"add", "-A"});
    git({"commit", "-q", "-m", message});
  }

  // `scalelint COMMAND…` over the sources as they are.
  Outcome run(std::vector<std::string> command) const {
    llvm::json::Array entries;
    std::error_code error;
    std::set<std::string> sources;
    for (llvm::sys::fs::directory_iterator it(folder / "src", error), end; it != end && !error; it.increment(error))
      if (llvm::StringRef(it->path()).ends_with(".cpp"))
        sources.insert(it->path());
    for (const std::string &source : sources)
      entries.push_back(llvm::json::Object{{"directory", folder.path()},
                                           {"file", source},
                                           {"arguments", llvm::json::Array{"c++", "-std=c++20", source}}});
    std::string text;
    llvm::raw_string_ostream(text) << llvm::json::Value(std::move(entries));
    folder.write("build/compile_commands.json", text);
    command.insert(command.end(), {"-p", folder / "build", "--quiet", "--color", "never", "--source-root", folder.path()});
    return scalelint(command);
  }

  // The tables that findings are printed for, sorted: "seen sold"; else what is wrong.
  std::string tables(std::vector<std::string> more) const {
    more.insert(more.begin(), "check");
    last = run(more);
    if (last.exit > 1)
      return last.err;
    std::string found;
    for (const char *table : {"lost", "seen", "sold"})
      if (llvm::StringRef(last.out).contains("insert into '" + std::string(table) + "'"))
        found += (found.empty() ? "" : " ") + std::string(table);
    EXPECT_EQ(last.exit, found.empty() ? 0 : 1) << last.out;
    return found;
  }

  std::string operator/(llvm::StringRef name) const { return folder / name; }
  mutable Outcome last;

private:
  TemporaryFolder folder;
};

} // namespace scalelint::test
