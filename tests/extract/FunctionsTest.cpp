// Lambdas, templates, coroutines and constructors: which functions there are, and how they are entered.
#include "tests/extract/Printed.h"

#include "gtest/gtest.h"

namespace scalelint::test {
namespace {

const PrintCase Cases[] = {
    {"LambdasAreFunctionsOfTheirOwn", R"cpp(
void run(int);
void f(int a, int b) {
  auto work = [a, &b, twice = a * 2] { run(a); run(b); run(twice); };
  work();
}
)cpp",
     R"(
f(a: int, b: int)
  block
    declare work = Closure((lambda); param:a, param:b, (* param:a, 2))
    #0 <work{Closure((lambda); param:a, param:b, (* param:a, 2))}>()
(lambda)()
  block
    #0 run(captured:a) unused
    #1 run(captured:b) unused
    #2 run(captured:twice) unused)"},
    {"ALambdaSeesThisThroughItsCapture", R"cpp(
void run(int);
struct Store { int size; void f() { auto work = [this] { run(size); }; work(); } };
)cpp",
     R"(
Store::f()
  block
    declare work = Closure((lambda); this)
    #0 <work{Closure((lambda); this)}>()
(lambda)()
  block
    #0 run(captured:this->Store::size) unused)"},
    {"ALambdaInALambda", R"cpp(
void run(int);
void f(int a) { [a] { [a] { run(a); }(); }(); }
)cpp",
     R"(
f(a: int)
  block
    #0 <Closure((lambda); param:a)>()
(lambda)()
  block
    #0 <Closure((lambda); captured:a)>()
(lambda)()
  block
    #0 run(captured:a) unused)"},
    {"AnInheritingConstructorHandsItsParametersOn", R"cpp(
struct Base { Base(int id, bool open); };
struct Derived : Base { using Base::Base; };
void f() { Derived made(1, true); }
)cpp",
     R"(
Derived::Derived(: int, : bool)
  block
    #0 this.Base::Base(param:, param:)
f()
  block
    #0 Derived::Derived(1, true)
    declare made = #0)"},
    {"GenericLambdasShowAnInstance", R"cpp(
void run(int);
void f() { auto work = [](auto x) { run(x); }; work(1); }
)cpp",
     R"(
(lambda)(x: int)
  block
    #0 run(param:x) unused
f()
  block
    declare work = Closure((lambda); )
    #0 <work{Closure((lambda); )}>(1))"},
    {"CapturedByReferenceMayChange", R"cpp(
void run(int);
template <class F> void later(F f) { f(); }
void f() { int n = 1; later([&n] { n = 2; }); run(n); }
)cpp",
     R"(
later(f: f::)
  block
    #0 <param:f>()
f()
  block
    declare n = 1
    #0 later(Closure((lambda); n{1})) unused
    #1 run(n{OneOf(1, ?)}) unused
(lambda)()
  block
    captured:n := 2)"},
    {"TemplatesShowTheirInstances", R"cpp(
void run(int);
template <class T> void each(T value) { run(value); }
void f() { each(1); each('x'); }
)cpp",
     R"(
each(value: int)
  block
    #0 run(param:value) unused
each(value: char)
  block
    #0 run(param:value) unused
f()
  block
    #0 each(1) unused
    #1 each(120) unused)"},
    {"AnUnusedTemplateShowsItsPattern", R"cpp(
void run(int);
template <class T> void each(T value) { run(value); value.go(); }
)cpp",
     R"(
each(value: type-parameter-0-0) pattern
  block
    #0 run(param:value) unused
    #1 param:value.<?>() unused)"},
    {"MembersOfClassTemplates", R"cpp(
void run(int);
template <class T> struct Box { T value; void show() { run(value); } };
void f() { Box<int> box{1}; box.show(); }
)cpp",
     R"(
Box::show()
  block
    #0 run(this->Box::value) unused
f()
  block
    declare box = {1}
    #0 box{{1}}.Box::show() unused)"},
    {"CoroutinesAwait", R"cpp(
#include <coroutine>
struct Task { struct promise_type { Task get_return_object(); std::suspend_never initial_suspend(); std::suspend_never final_suspend() noexcept; void return_void(); void unhandled_exception(); };
  bool await_ready(); void await_suspend(std::coroutine_handle<>); int await_resume(); };
Task load(int); void use(int);
Task f() {
  int x = co_await load(1);
  use(x);
  co_await load(2);
  co_return;
}
)cpp",
     R"(
Task::promise_type::promise_type()
  block
f() coroutine
  block
    #0 load(1) awaited
    await #0
    declare x = #0
    #1 use(x{#0}) unused
    #2 load(2) awaited
    await #2
    return ?)"},
    {"ConstructorsDelegateAndCallBases", R"cpp(
struct Base { Base(int); };
struct Derived : Base { int n; Derived(int a) : Base(a), n(a) {} Derived() : Derived(7) {} };
)cpp",
     R"(
Derived::Derived(a: int)
  block
    #0 this.Base::Base(param:a)
    this->Derived::n := param:a
Derived::Derived()
  block
    #0 this.Derived::Derived(7))"},
    {"DefaultArgumentsAreArguments", R"cpp(
void open(const char *host, int port = 80);
void f() { open("db"); }
)cpp",
     R"(
f()
  block
    #0 open("db", 80) unused)"},
    {"FunctionsAreValues", R"cpp(
void work(); void run(void (*)()); struct Job { void go(); };
template <class M> void bind(M, Job *);
void f(Job *job) { run(work); run(&work); bind(&Job::go, job); }
)cpp",
     R"(
f(job: Job *)
  block
    #0 run(&work) unused
    #1 run(&work) unused
    #2 bind(&Job::go, param:job) unused)"},
};

class Functions : public testing::TestWithParam<PrintCase> {};

TEST_P(Functions, ArePrinted) { EXPECT_EQ(printed(GetParam().source), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Extract, Functions, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

} // namespace
} // namespace scalelint::test
