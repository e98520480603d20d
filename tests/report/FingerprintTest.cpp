#include "driver/report/Fingerprint.h"
#include "Sample.h"

#include "gtest/gtest.h"

using namespace scalelint;
using namespace scalelint::report;

// The expected hashes are the ones that GitHub's own tests state:
// https://github.com/github/codeql-action/blob/main/src/fingerprints.test.ts
TEST(LineHashes, AgreeWithGitHub) {
  struct Case {
    std::string contents;
    std::vector<std::string> hashes;
  };
  const std::vector<std::string> greetings = {
      "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
      "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"};
  std::string repeated;
  for (int i = 0; i < 10; ++i)
    repeated += "Lorem ipsum dolor sit amet.\n";
  const std::vector<Case> cases = {
      {"", {"c129715d7a2bc9a3:1"}},
      {" a\nb\n  \t\tc\n d",
       {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
      {" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
      {" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
      {" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
      {" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
      {repeated,
       {"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
        "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"}},
      {"x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
       {"e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1",
        "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1"}},
  };
  for (const Case &each : cases)
    EXPECT_EQ(lineHashes(each.contents), each.hashes) << each.contents;
}

static std::string fingerprint(const Finding &finding, std::map<std::string, std::string> files) {
  SourceProvider sources(readFromMemory(std::move(files)));
  return fingerprints({&finding}, sources).front();
}

TEST(Fingerprint, StaysWhenLinesMoveAndFoldersAreRenamed) {
  Finding before = sample::queryInLoop(), after = before;
  std::string moved = "// a new line\n" + sample::files().at(before.primary.file);
  after.primary.line = ++after.primary.endLine;
  after.primary.file = "/home/somebody/shop/lib/handlers.cpp";
  EXPECT_EQ(fingerprint(before, sample::files()),
            fingerprint(after, {{after.primary.file, moved}}));
}

TEST(Fingerprint, StaysWhenTheLineIsIndentedAnew) {
  Finding finding = sample::queryInLoop();
  std::string file = finding.primary.file;
  std::string text = sample::files().at(file);
  size_t tab = text.find('\t');
  std::string indented = text.substr(0, tab) + "      " + text.substr(tab + 1);
  EXPECT_EQ(fingerprint(finding, {{file, text}}), fingerprint(finding, {{file, indented}}));
}

TEST(Fingerprint, ChangesWithCheckFunctionKeyAndLine) {
  Finding finding = sample::queryInLoop();
  std::string original = fingerprint(finding, sample::files());
  auto changed = [&](auto change) {
    Finding other = sample::queryInLoop();
    change(other);
    return fingerprint(other, sample::files());
  };
  EXPECT_NE(original, changed([](Finding &f) { f.check = "scale-other"; }));
  EXPECT_NE(original, changed([](Finding &f) { f.function = "other"; }));
  EXPECT_NE(original, changed([](Finding &f) { f.key = "users"; }));
  EXPECT_NE(original, changed([](Finding &f) { f.primary.line = 7; }));
  EXPECT_EQ(original, changed([](Finding &f) { f.message = "said differently"; }));
}

TEST(Fingerprint, PartsDoNotRunIntoEachOther) {
  Finding left, right;
  left.check = "ab";
  right.check = "a";
  right.function = "b";
  EXPECT_NE(fingerprint(left, {}), fingerprint(right, {}));
}

TEST(Fingerprint, TwinsAreNumbered) {
  Finding first = sample::queryInLoop(), second = first;
  SourceProvider sources = sample::sources();
  std::vector<std::string> names = fingerprints({&first, &second}, sources);
  EXPECT_TRUE(llvm::StringRef(names[0]).ends_with(":1"));
  EXPECT_EQ(names[1], llvm::StringRef(names[0]).drop_back().str() + "2");
}
