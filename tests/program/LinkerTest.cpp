// One identity for each entity, whatever unit speaks of it.
#include "tests/program/Linked.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

using Names = std::vector<std::string>;

TEST(Linker, StaticFunctionsOfTwoUnitsStayApart) {
  auto program = linked({{"a.cpp", "static void load() {}\nvoid first() { load(); }\n"},
                         {"b.cpp", "static void load() {}\nvoid second() { load(); }\n"}});
  EXPECT_EQ(functionsNamed(*program, "load").size(), 2u);
  EXPECT_EQ(entered(*program, functionNamed(*program, "first")), Names{"a.cpp: load"});
  EXPECT_EQ(entered(*program, functionNamed(*program, "second")), Names{"b.cpp: load"});
}

TEST(Linker, UnnamedNamespacesOfTwoUnitsStayApart) {
  auto program = linked(
      {{"a.cpp",
        "namespace { struct Store { void load() {} }; }\nvoid first(Store &s) { s.load(); }\n"},
       {"b.cpp",
        "namespace { struct Store { void load() {} }; }\nvoid second(Store &s) { s.load(); }\n"}});
  EXPECT_EQ(entered(*program, functionNamed(*program, "first")), Names{"a.cpp: Store::load"});
  EXPECT_EQ(entered(*program, functionNamed(*program, "second")), Names{"b.cpp: Store::load"});
}

TEST(Linker, ADefinitionOfAnotherUnitIsEntered) {
  auto program = linked({{"a.cpp", "void load(int);\nvoid first() { load(1); }\n"},
                         {"b.cpp", "void load(int) {}\nvoid load(double) {}\n"}});
  const program::Function &first = functionNamed(*program, "first");
  ASSERT_EQ(entered(*program, first), Names{"b.cpp: load"});
  EXPECT_EQ(program->entities[first.calls[0].callee].parameterTypes, Names{"int"});
}

TEST(Linker, ProgramsOfOneBuildKeepTheirOwnDefinitions) {
  auto program = linked({{"a.cpp", "void usage() {}\nint main() { usage(); }\n"},
                         {"b.cpp", "\nvoid usage() {}\nint main() { usage(); }\n"},
                         {"c.cpp", "void usage();\nvoid third() { usage(); }\n"}});
  auto mains = functionsNamed(*program, "main");
  ASSERT_EQ(mains.size(), 2u);
  EXPECT_EQ(entered(*program, *mains[0]), Names{"a.cpp: usage"});
  EXPECT_EQ(entered(*program, *mains[1]), Names{"b.cpp: usage"});
  EXPECT_EQ(entered(*program, functionNamed(*program, "third")), Names{"a.cpp: usage"});
}

TEST(Linker, AnInlineFunctionOfTwoUnitsIsOne) {
  auto program = linked({{"store.h", "inline void load() {}\ntemplate <class T> void each(T) {}\n"},
                         {"a.cpp", "#include \"store.h\"\nvoid first() { load(); each(1); }\n"},
                         {"b.cpp", "#include \"store.h\"\nvoid second() { load(); each(1); }\n"}});
  EXPECT_EQ(functionsNamed(*program, "load").size(), 1u);
  EXPECT_EQ(functionsNamed(*program, "each").size(), 1u);
  EXPECT_EQ(entered(*program, functionNamed(*program, "second")),
            (Names{"store.h: load", "store.h: each"}));
}

TEST(Linker, AnInstanceOfATemplateStandsBesideItsPattern) {
  auto program =
      linked({{"store.h", "template <class T> struct Box { void show() {} };\n"},
              {"a.cpp", "#include \"store.h\"\n"},
              {"b.cpp", "#include \"store.h\"\nvoid second(Box<int> &box) { box.show(); }\n"}});
  const program::Function &second = functionNamed(*program, "second");
  ASSERT_EQ(entered(*program, second), Names{"store.h: Box::show"});
  EXPECT_FALSE(program->entities[second.calls[0].callee].definition->isTemplatePattern);
}

TEST(Linker, LambdasOfOneNameStayApart) {
  auto program = linked({{"a.cpp", "void load(); void store();\n"
                                   "void first() { auto work = [] { load(); }; work(); auto other "
                                   "= [] { store(); }; other(); }\n"}});
  EXPECT_EQ(functionsNamed(*program, "(lambda)").size(), 2u);
  EXPECT_EQ(entered(*program, functionNamed(*program, "first")),
            (Names{"a.cpp: first::(lambda)", "a.cpp: first::(lambda)"}));
}

TEST(Linker, StoresToAFieldAreFoundInEveryUnit) {
  auto program = linked(
      {{"store.h", "struct Store { int size = 1; void grow(); };\n"},
       {"a.cpp", "#include \"store.h\"\nvoid Store::grow() { size = 2; }\n"},
       {"b.cpp",
        "#include \"store.h\"\nvoid shrink(Store &store) { store.size = 3; Store made{4}; }\n"}});
  auto field = llvm::find_if(program->entities,
                             [](const auto &entity) { return entity.name == "Store::size"; });
  ASSERT_NE(field, program->entities.end());
  std::vector<int64_t> stored;
  for (const auto &store : program->stores(field - program->entities.begin()))
    stored.push_back(store.function->values[store.value].integer);
  llvm::sort(stored);
  EXPECT_EQ(stored, (std::vector<int64_t>{2, 3, 4}));
}

TEST(Linker, AnInitialiserOfAHeaderCountsOnce) {
  auto program = linked({{"limits.h", "inline int limit = 3;\n"},
                         {"a.cpp", "#include \"limits.h\"\nint other = 4;\n"},
                         {"b.cpp", "#include \"limits.h\"\n"}});
  auto limit =
      llvm::find_if(program->entities, [](const auto &entity) { return entity.name == "limit"; });
  ASSERT_NE(limit, program->entities.end());
  EXPECT_EQ(program->globals.nodes[0].children.size(), 2u);
}

TEST(Linker, TheOrderOfUnitsDoesNotMatter) {
  std::vector<SourceText> sources = {
      {"a.cpp", "void load();\nvoid first() { load(); }\n"},
      {"b.cpp", "void load() {}\nstatic void local() {}\nvoid second() { local(); }\n"},
      {"c.cpp", "static void local() {}\nvoid third() { local(); }\n"}};
  auto described = [](const program::Program &program) {
    Names result;
    for (const auto &function : program.functions) {
      result.push_back(function->displayName);
      llvm::append_range(result, entered(program, *function));
    }
    return result;
  };
  Names forward = described(*linked(sources));
  EXPECT_EQ(forward.size(), 9u);
  std::reverse(sources.begin(), sources.end());
  EXPECT_EQ(described(*linked(sources)), forward);
}

} // namespace
} // namespace scalelint::test
