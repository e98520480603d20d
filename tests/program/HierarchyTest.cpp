// Who derives from whom and who overrides what, across units.
#include "tests/program/Linked.h"

#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>

namespace scalelint::test {
namespace {

using Names = std::vector<std::string>;

const char *Shapes = R"(
struct Shape { virtual void draw() {} virtual ~Shape() = default; };
struct Round : Shape { void roll(); };
struct Circle : Round { void draw() override; };
struct Square final : Shape { void draw() override; };
)";

program::EntityId entityNamed(const program::Program &program, const std::string &name) {
  for (program::EntityId id = 0; id < program.entities.size(); ++id)
    if (program.entities[id].name == name)
      return id;
  ADD_FAILURE() << "no entity " << name;
  return program::None;
}

std::unique_ptr<program::Program> shapes(const std::string &use) {
  return linked({{"shapes.h", Shapes},
                 {"circle.cpp", "#include \"shapes.h\"\nvoid Circle::draw() {}\n"},
                 {"square.cpp", "#include \"shapes.h\"\nvoid Square::draw() {}\n"},
                 {"use.cpp", "#include \"shapes.h\"\n" + use}});
}

TEST(Hierarchy, AClassDerivesFromItselfAndAllAbove) {
  auto program = shapes("Circle circle;\n");
  program::EntityId circle = entityNamed(*program, "Circle");
  EXPECT_TRUE(program->derivesFrom(circle, "Circle"));
  EXPECT_TRUE(program->derivesFrom(circle, "Round"));
  EXPECT_TRUE(program->derivesFrom(circle, "Shape"));
  EXPECT_FALSE(program->derivesFrom(circle, "Square"));
  EXPECT_FALSE(program->derivesFrom(program::None, "Shape"));
}

TEST(Hierarchy, AVirtualCallEntersEveryOverride) {
  auto program = shapes("void use(Shape &shape) { shape.draw(); }\n");
  EXPECT_EQ(
      entered(*program, functionNamed(*program, "use")),
      (Names{"shapes.h: Shape::draw", "circle.cpp: Circle::draw", "square.cpp: Square::draw"}));
}

TEST(Hierarchy, ACallOnASubclassEntersWhatItsObjectsMayHave) {
  auto program = shapes("void use(Round &shape) { shape.draw(); }\n");
  EXPECT_EQ(entered(*program, functionNamed(*program, "use")),
            (Names{"shapes.h: Shape::draw", "circle.cpp: Circle::draw"}));
}

TEST(Hierarchy, AFinalClassOrANamedBaseLeavesOne) {
  auto program =
      shapes("void use(Square &square, Circle &circle) { square.draw(); circle.Shape::draw(); }\n");
  EXPECT_EQ(entered(*program, functionNamed(*program, "use")),
            (Names{"square.cpp: Square::draw", "shapes.h: Shape::draw"}));
}

TEST(Hierarchy, OverridersAreFoundThroughAClassThatHasNone) {
  auto program = shapes("void use() {}\n");
  Names names;
  for (program::EntityId method : program->withOverriders(entityNamed(*program, "Shape::draw")))
    names.push_back(program->nameOf(method));
  llvm::sort(names);
  EXPECT_EQ(names, (Names{"Circle::draw", "Shape::draw", "Square::draw"}));
}

} // namespace
} // namespace scalelint::test
