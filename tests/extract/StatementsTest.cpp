// The tree of what happens in a body.
#include "tests/extract/Printed.h"

#include "gtest/gtest.h"

namespace scalelint::test {
namespace {

const PrintCase Cases[] = {
    {"IfIsAChoiceOfTwo", R"cpp(
void a(); void b(); void c();
void f(int x) { if (x > 1) a(); else b(); if (int y = x) c(); }
)cpp",
     R"(
f(x: int)
  block
    block
      choice (> param:x, 1)
        block
          #0 a() unused
        block
          #1 b() unused
    block
      declare y = param:x
      choice y{param:x}
        block
          #2 c() unused
        block)"},
    {"ConstexprIfKeepsWhatIsTaken", R"cpp(
void a(); void b();
template <int N> void f() { if constexpr (N > 1) a(); else b(); }
template void f<2>();
)cpp",
     R"(
f()
  block
    block
      block
        #0 a() unused)"},
    {"SwitchHasAnArmForEachLabel", R"cpp(
void a(); void b(); void c();
void f(int x) {
  switch (x) { case 1: case 2: a(); break; case 3: b(); default: c(); }
}
)cpp",
     R"(
f(x: int)
  block
    block
      choice param:x
        block
          #0 a() unused
        block
          choice param:x
            block
              #1 b() unused
            block
          #2 c() unused)"},
    {"SwitchWithoutDefaultMayTakeNone", R"cpp(
void a();
void f(int x) { switch (x) { case 1: a(); break; } }
)cpp",
     R"(
f(x: int)
  block
    block
      choice param:x
        block
          #0 a() unused
        block)"},
    {"TryHasItsHandlers", R"cpp(
void a(); void log(int);
void f() {
  try { a(); } catch (int code) { log(code); } catch (...) { throw; }
}
)cpp",
     R"(
f()
  block
    try
      block
        #0 a() unused
      block
        declare code = ?
        #1 log(code{?}) unused
      block
        throw)"},
    {"AHandlerMayStartAnywhere", R"cpp(
void a(); void use(int);
void f() {
  int step = 1;
  try { step = 2; a(); } catch (...) { use(step); }
}
)cpp",
     R"(
f()
  block
    declare step = 1
    try
      block
        step{1} := 2
        #0 a() unused
      block
        #1 use(step{OneOf(1, 2)}) unused)"},
    {"NothingFollowsANoReturnCall", R"cpp(
[[noreturn]] void fail(); void use(int);
void f(bool bad) { int x = 1; if (bad) { x = 2; fail(); } use(x); }
)cpp",
     R"(
f(bad: bool)
  block
    declare x = 1
    block
      choice param:bad
        block
          x{1} := 2
          #0 fail() unused
          throw
        block
    #1 use(x{1}) unused)"},
    {"LoopExitsAndGoto", R"cpp(
void a();
void f(int n) {
  for (int i = 0; i < n; ++i) { if (i) continue; a(); break; }
  again: a();
  if (n) goto again;
}
)cpp",
     R"(
f(n: int)
  block
    block
      declare i = 0
      loop L0 counter bound=param:n condition=(< i{Carried(L0: 0)}, param:n)
        block
        block
          block
            choice i{Carried(L0: 0)}
              block
                continue
              block
          #0 a() unused
          break
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1)
    #1 a() unused
    block
      choice param:n
        block
          goto
        block)"},
    {"StaticLocals", R"cpp(
int make();
int f() { static int known = make(); return known; }
)cpp",
     R"(
f()
  block
    #0 make()
    declare known = #0
    return known{#0})"},
    {"StructuredBindings", R"cpp(
struct Pair { int first, second; };
void use(int);
Pair get();
void f() { auto [a, b] = get(); use(a); use(b); }
)cpp",
     R"(
f()
  block
    #0 get()
    declare  = #0
    #1 use(#0->Pair::first) unused
    #2 use(#0->Pair::second) unused)"},
    {"SwitchFallsThroughTwice", R"cpp(
void use(int); void a(); void b(); void c(); void d();
void f(int x) {
  int n = 0;
  switch (x) { case 1: n = 1; a(); case 2: b(); [[fallthrough]]; case 3: c(); break; case 4: { d(); return; } case 5: if (n) return; else throw 1; default: use(n); }
  use(n);
}
)cpp",
     R"(
f(x: int)
  block
    declare n = 0
    block
      choice param:x
        block
          choice param:x
            block
              choice param:x
                block
                  n{0} := 1
                  #0 a() unused
                block
              #1 b() unused
            block
          #2 c() unused
        block
          block
            #3 d() unused
            return ?
        block
          block
            choice n{0}
              block
                return ?
              block
                throw
        block
          #4 use(n{0}) unused
    #5 use(n{OneOf(0, OneOf(OneOf(1, 0), 0))}) unused)"},
};

class Statements : public testing::TestWithParam<PrintCase> {};

TEST_P(Statements, ArePrinted) { EXPECT_EQ(printed(GetParam().source), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Extract, Statements, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

} // namespace
} // namespace scalelint::test
