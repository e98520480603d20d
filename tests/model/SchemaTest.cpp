// The committed schema and the README say what the tables say.
#include "tests/model/Support.h"

#include "analysis/model/Schema.h"

#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

#include <set>

namespace scalelint::model {
namespace {

std::string contentsOf(llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile((SCALELINT_SOURCE_DIR "/" + path).str());
  return buffer ? (*buffer)->getBuffer().str() : "";
}

const llvm::json::Object &definitionsOf(const llvm::json::Value &schema) {
  return *schema.getAsObject()->getObject("$defs");
}

TEST(Schema, CommittedFileIsTheOneOfTheTables) {
  // To renew it: run this program with SCALELINT_SCHEMA_OUTPUT=rules/rule-pack.schema.json set.
  if (const char *path = std::getenv("SCALELINT_SCHEMA_OUTPUT")) {
    std::error_code error;
    llvm::raw_fd_ostream(path, error) << rulePackSchema();
    ASSERT_FALSE(error) << error.message();
    return;
  }
  EXPECT_TRUE(contentsOf("rules/rule-pack.schema.json") == rulePackSchema())
      << "rules/rule-pack.schema.json is out of date";
}

TEST(Schema, EveryReferenceHasItsDefinition) {
  std::string text = rulePackSchema();
  llvm::json::Value schema = llvm::cantFail(llvm::json::parse(text));
  llvm::StringRef rest = text;
  unsigned references = 0;
  while (rest.contains("#/$defs/")) {
    rest = rest.split("#/$defs/").second;
    llvm::StringRef name = rest.take_until([](char c) { return c == '"'; });
    EXPECT_TRUE(definitionsOf(schema).getObject(name)) << name.str();
    ++references;
  }
  EXPECT_GT(references, 20u);
}

TEST(Schema, ReadmeExplainsEveryKey) {
  llvm::json::Value schema = llvm::cantFail(llvm::json::parse(rulePackSchema()));
  std::string readme = contentsOf("rules/README.md");
  std::set<std::string> keys;
  for (const auto &[name, definition] : definitionsOf(schema))
    for (const auto &[key, value] : *definition.getAsObject()->getObject("properties")) {
      keys.insert(key.str());
      EXPECT_FALSE(value.getAsObject()->getString("description").value_or("").empty());
    }
  for (const std::string &key : keys)
    EXPECT_TRUE(llvm::StringRef(readme).contains("`" + key + "`") ||
                llvm::StringRef(readme).contains(key + ":"))
        << key;
}

} // namespace
} // namespace scalelint::model
