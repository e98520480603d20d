// A stored summary is read back whole or refused, whatever happened to its bytes.
#include "analysis/summary/SummaryStore.h"

#include "tests/support/TemporaryFolder.h"

#include "gtest/gtest.h"

using namespace scalelint::summary;

namespace {

TUSummary sample() {
  TUSummary unit;
  unit.mainFile = "/shop/orders.cpp";
  unit.files = {{"/shop/orders.cpp", 11, true}, {"/usr/include/string", 12, false}};
  Entity entity;
  entity.kind = EntityKind::Method;
  entity.usr = "c:@S@Store@F@load#I#";
  entity.name = "Store::load";
  entity.bases = {0};
  entity.parameterTypes = {"int"};
  unit.entities.push_back(entity);
  Function function;
  function.entity = 0;
  function.span = {0, 3, 1, 9, 2};
  function.parameters.push_back({"id", None, "int", false, 0});
  function.values.resize(2);
  function.values[1].kind = ValueKind::Text;
  function.values[1].text = std::string("SELECT \0 1", 10);
  function.values[1].integer = -5;
  Call call;
  call.arguments = {1, 0};
  call.matched = {7};
  function.calls.push_back(call);
  Loop loop;
  loop.kind = LoopKind::Range;
  loop.constantTrips = 3;
  function.loops.push_back(loop);
  Node node;
  node.children = {1, 2};
  function.nodes = {node};
  unit.functions.push_back(function);
  unit.suppressions.push_back({0, 4, 5, {"scale-*"}, "known", {0, 4, 1, 4, 9}});
  unit.diagnostics.push_back({{0, 1, 1, 1, 1}, "'x.h' file not found", true});
  return unit;
}

std::string errorOf(llvm::StringRef bytes) {
  auto unit = fromBytes(bytes);
  return unit ? "" : llvm::toString(unit.takeError());
}

} // namespace

TEST(SummaryStore, RoundTripKeepsEveryByte) {
  std::string bytes = toBytes(sample());
  TUSummary back = llvm::cantFail(fromBytes(bytes));
  EXPECT_EQ(toBytes(back), bytes);
  EXPECT_EQ(back.functions[0].values[1].text.size(), 10u);
  EXPECT_EQ(back.functions[0].values[1].integer, -5);
  EXPECT_EQ(back.diagnostics[0].message, "'x.h' file not found");
  EXPECT_EQ(back.suppressions[0].checks, std::vector<std::string>{"scale-*"});
  EXPECT_EQ(back.functions[0].calls[0].matched, std::vector<uint32_t>{7});
}

TEST(SummaryStore, FilesAreReadWithoutTheSummary) {
  std::string bytes = toBytes(sample());
  auto files = llvm::cantFail(filesFromBytes(bytes));
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[1].path, "/usr/include/string");
  EXPECT_EQ(files[0].hash, 11u);
  EXPECT_TRUE(files[0].user);
  bytes.back() ^= 1; // damage in the summary is none of theirs
  EXPECT_TRUE(static_cast<bool>(filesFromBytes(bytes)));
}

TEST(SummaryStore, EveryTruncationIsAnError) {
  std::string bytes = toBytes(sample());
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_NE(errorOf(llvm::StringRef(bytes).take_front(size)), "") << "cut at " << size;
}

TEST(SummaryStore, EveryFlippedBitIsAnError) {
  std::string bytes = toBytes(sample());
  for (size_t at = 0; at < bytes.size(); ++at)
    for (unsigned bit = 0; bit < 8; ++bit) {
      bytes[at] ^= 1 << bit;
      EXPECT_NE(errorOf(bytes), "") << "bit " << bit << " of byte " << at;
      bytes[at] ^= 1 << bit;
    }
  EXPECT_EQ(errorOf(bytes), "");
}

TEST(SummaryStore, BytesBehindTheEndAreAnError) {
  EXPECT_NE(errorOf(toBytes(sample()) + "x"), "");
}

TEST(SummaryStore, AnotherVersionIsNamedAsSuch) {
  std::string bytes = toBytes(sample());
  size_t version = bytes.find(toolVersion().str());
  ASSERT_NE(version, std::string::npos);
  std::string foreign = bytes;
  foreign[version] = '9';
  EXPECT_EQ(errorOf(foreign), "written by another version of scalelint");
  foreign = bytes;
  foreign[version - 2] ^= 0x40; // the format
  EXPECT_EQ(errorOf(foreign), "written by another version of scalelint");
  EXPECT_EQ(errorOf("#!/bin/sh"), "not a summary");
}

// A length field that asks for more memory than there is must not be believed.
TEST(SummaryStore, AHugeSectionIsCutOffNotAllocated) {
  std::string bytes = toBytes(sample());
  size_t section = bytes.find(toolVersion().str()) + toolVersion().size();
  for (unsigned index = 0; index < 8; ++index)
    bytes[section + index] = '\xff';
  EXPECT_EQ(errorOf(bytes), "cut off");
}

TEST(SummaryStore, FilesOnDiskAreReplacedWhole) {
  scalelint::test::TemporaryFolder folder;
  std::string path = folder / "deep/a.summary";
  ASSERT_FALSE(static_cast<bool>(store(sample(), path)));
  TUSummary second = sample();
  second.mainFile = "/shop/second.cpp";
  ASSERT_FALSE(static_cast<bool>(store(second, path)));
  EXPECT_EQ(llvm::cantFail(load(path)).mainFile, "/shop/second.cpp");
  EXPECT_EQ(llvm::cantFail(loadFiles(path)).size(), 2u);
  EXPECT_EQ(folder.contents(), (std::set<std::string>{folder / "deep", path}))
      << "a temporary file was left behind";
}

TEST(SummaryStore, ErrorsOfFilesNameTheFile) {
  auto missing = load("/nowhere/a.summary");
  ASSERT_FALSE(static_cast<bool>(missing));
  EXPECT_NE(llvm::toString(missing.takeError()).find("/nowhere/a.summary"), std::string::npos);
  EXPECT_TRUE(static_cast<bool>(store(sample(), "/proc/nowhere/a.summary")));
}
