#include "driver/report/Fingerprint.h"
#include "Sample.h"
#include "driver/report/CodeText.h"

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

static Names namesOf(const Finding &finding, std::map<std::string, std::string> files) {
  SourceProvider sources(readFromMemory(std::move(files)));
  return fingerprints({&finding}, sources).front();
}

static std::string fingerprint(const Finding &finding, std::map<std::string, std::string> files) {
  return namesOf(finding, std::move(files)).exact;
}

TEST(Fingerprint, ChangesWithCheckFunctionKeyAndCode) {
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
  EXPECT_NE(original, changed([](Finding &f) { f.primary.line = f.primary.endLine = 7; }));
  EXPECT_EQ(original, changed([](Finding &f) { f.message = "said differently"; }));
  EXPECT_EQ(original, changed([](Finding &f) { f.rank = 1; }));
}

TEST(Fingerprint, HasANameThatOutlivesARenamedFunction) {
  Finding before = sample::queryInLoop(), after = before;
  after.function = "shop::totals";
  Names old = namesOf(before, sample::files()), now = namesOf(after, sample::files());
  EXPECT_NE(old.exact, now.exact);
  EXPECT_EQ(old.anyFunction, now.anyFunction);
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
  std::vector<Names> names = fingerprints({&first, &second}, sources);
  EXPECT_TRUE(llvm::StringRef(names[0].exact).ends_with(":1"));
  EXPECT_EQ(names[1].exact, llvm::StringRef(names[0].exact).drop_back().str() + "2");
}

TEST(CodeText, IsWhatTheCodeSaysWhateverItsLayout) {
  struct Case {
    std::string code, text;
  };
  const std::vector<Case> cases = {
      {"load( id )", "load(id)"},
      {"load(\n    id, // of the user\n    /* now */ 3)", "load(id,3)"},
      {"new  Client", "new Client"},
      {"new/**/Client", "new Client"},
      {"a - -b", "a--b"},
      {"exec(\"SELECT a \"\n     \"FROM t\")", "exec(\"SELECT a FROM t\")"},
      {"exec(R\"sql(SELECT a\n   FROM t)sql\", 1)", "exec(\"SELECT a FROM t\",1)"},
      {"exec(\"// no comment\")", "exec(\"// no comment\")"},
      {"wait(10'000, 'x', '\\'')", "wait(10'000,'x','\\'')"},
      {"each(rows, [&](Row &row) { go(\"}\"); if (a) { b(); } })", "each(rows,[&](Row&row){})"},
      {"each([=]() mutable { go(); })", "each([=]()mutable{})"},
      {"load({id, 1})", "load({id,1})"},
      {"load(Key{id})", "load(Key{id})"},
      {"größe( )", "größe()"},
      {"\"unclosed", "\"unclosed\""},
      {"R\"x(unclosed", "\"unclosed\""},
      {"/* unclosed", ""},
      {"}}} ))", "}}}))"},
      {"", ""},
  };
  for (const Case &each : cases)
    EXPECT_EQ(codeText(each.code), each.text) << each.code;
}
