// What expressions become: constants, places, what calls leave of objects.
#include "tests/extract/Printed.h"

#include "gtest/gtest.h"

namespace scalelint::test {
namespace {

const PrintCase Cases[] = {
    {"ConstantsAreFolded", R"cpp(
enum class Mode { Slow = 3 };
constexpr int Limit = 4 * 5;
#define TIMEOUT 30
void use(int, Mode, int, int, bool, double, const char *, void *, char);
void f() {
  use(Limit, Mode::Slow, TIMEOUT, 2 + 3, true, 1.5, "a" "b", nullptr, ';');
}
)cpp",
     R"(
f()
  block
    #0 use(Limit=20, Slow=3, TIMEOUT=30, 5, true, 1.5, "ab", null, 59) unused
globals()
  block
    Limit := 20)"},
    {"DurationsAreNanoseconds", R"cpp(
#include <chrono>
using namespace std::chrono_literals;
void wait(std::chrono::milliseconds);
void f() { wait(5s); wait(std::chrono::minutes(1)); }
)cpp",
     R"(
f()
  block
    #0 wait(5000000000ns) unused
    #1 wait(60000000000ns) unused)"},
    {"ALocalReadsWhatReachesIt", R"cpp(
void use(int);
void f(int a) { int b = a; use(b); b = 2; use(b); }
)cpp",
     R"(
f(a: int)
  block
    declare b = param:a
    #0 use(b{param:a}) unused
    b{param:a} := 2
    #1 use(b{2}) unused)"},
    {"BranchesMeetInOneOf", R"cpp(
void use(const char *);
void f(bool wide) {
  const char *sql = "a";
  if (wide) sql = "b";
  use(sql);
  use(wide ? "c" : "d");
}
)cpp",
     R"(
f(wide: bool)
  block
    declare sql = "a"
    block
      choice param:wide
        block
          sql{"a"} := "b"
        block
    #0 use(sql{OneOf("b", "a")}) unused
    #1 use(OneOf("c", "d")) unused)"},
    {"AnArmThatLeavesDoesNotMeet", R"cpp(
void use(const char *);
void f(bool wide) {
  const char *sql = "a";
  if (wide) { sql = "b"; return; }
  use(sql);
}
)cpp",
     R"(
f(wide: bool)
  block
    declare sql = "a"
    block
      choice param:wide
        block
          sql{"a"} := "b"
          return ?
        block
    #0 use(sql{"a"}) unused)"},
    {"ACallLeavesWhatItMayChange", R"cpp(
struct Text { void add(int); int size() const; };
void fill(Text &); void fillPointer(Text *); void look(const Text &);
void f() {
  Text t;
  t.add(1);
  t.size();
  fill(t);
  fillPointer(&t);
  look(t);
  look(t);
}
)cpp",
     R"(
Text::Text()
  block
f()
  block
    declare t = {}
    #0 t{{}}.Text::add(1) unused
    #1 t{After({}, #0)}.Text::size() unused
    #2 fill(t{After({}, #0)}) unused
    #3 fillPointer(t{After(After({}, #0), #2)}) unused
    #4 look(t{After(After(After({}, #0), #2), #3)}) unused
    #5 look(t{After(After(After({}, #0), #2), #3)}) unused)"},
    {"AChainChangesItsFirstObject", R"cpp(
struct Text { Text &add(int); Text &operator<<(int); Text other(); int &count(); };
void look(const Text &);
void f() {
  Text t;
  t.add(1).add(2);
  look(t);
  t << 3 << 4;
  look(t);
  t.other().add(5);
  look(t);
  t.count() = 6;
  look(t);
}
)cpp",
     R"(
Text::Text()
  block
f()
  block
    declare t = {}
    #0 t{{}}.Text::add(1)
    #1 #0.Text::add(2) unused
    #2 look(t{After(After({}, #0), #1)}) unused
    #3 t{After(After({}, #0), #1)}.Text::operator<<(3)
    #4 #3.Text::operator<<(4) unused
    #5 look(t{After(After(After(After(…, #0), #1), #3), #4)}) unused
    #6 t{After(After(After(After(…, #0), #1), #3), #4)}.Text::other()
    #7 #6.Text::add(5) unused
    #8 look(t{After(After(After(After(…, #1), #3), #4), #6)}) unused
    #9 t{After(After(After(After(…, #1), #3), #4), #6)}.Text::count()
    #9 := 6
    #10 look(t{After(After(After(After(…, #3), #4), #6), #9)}) unused)"},
    {"FieldsAndElements", R"cpp(
struct Row { int id; }; struct Order { Row row; Row rows[4]; Row *next; };
void use(int);
void f(Order &order, Order *other, int i) {
  use(order.row.id);
  use(other->next->id);
  use(order.rows[i].id);
  order.row.id = 7;
}
)cpp",
     R"(
f(order: Order, other: Order *, i: int)
  block
    #0 use(param:order->Order::row->Row::id) unused
    #1 use(param:other->Order::next->Row::id) unused
    #2 use(Element(param:order->Order::rows, param:i)->Row::id) unused
    param:order->Order::row->Row::id := 7)"},
    {"OfThis", R"cpp(
void use(int);
struct Store { int size = 3; int other; Store() : other(size) { use(other); } void grow() { size = size + 1; use(size); } };
)cpp",
     R"(
Store::Store()
  block
    this->Store::size := 3
    this->Store::other := this->Store::size
    #0 use(this->Store::other) unused
Store::grow()
  block
    this->Store::size := (+ this->Store::size, 1)
    #0 use(this->Store::size) unused)"},
    {"MovesAndCopiesAreTheObject", R"cpp(
#include <utility>
struct Client { Client(int); Client(const Client &); Client(Client &&); };
void take(Client);
void f() { Client a(1); Client b = a; take(std::move(b)); }
)cpp",
     R"(
f()
  block
    #0 Client::Client(1)
    declare a = #0
    declare b = a{#0}
    #1 take(b{a{#0}}) unused)"},
    {"DereferenceIsTheObjectOrAnElement", R"cpp(
#include <memory>
#include <vector>
void use(int);
void f(std::unique_ptr<int> pointer, std::vector<int>::iterator position, std::vector<int> list) {
  use(*pointer);
  use(*position);
  use(list[2]);
}
)cpp",
     R"(
f(pointer: std::unique_ptr, position: __gnu_cxx::__normal_iterator, list: std::vector)
  block
    #0 use(param:pointer) unused
    #1 use(Element(param:position)) unused
    #2 param:list.std::vector::operator[](2)
    #3 use(Element(param:list, 2)) unused)"},
    {"AggregatesNameTheirFields", R"cpp(
struct Options { int port; const char *host; };
void open(Options);
void f() { open({.port = 80, .host = "db"}); int list[] = {1, 2}; }
)cpp",
     R"(
f()
  block
    #0 open({80, "db"}) unused
    declare list = {1, 2})"},
    {"IndirectCallsNameTheirTarget", R"cpp(
void work(int);
void f(void (*hook)(int)) {
  hook(1);
  void (*named)(int) = work;
  named(2);
}
)cpp",
     R"(
f(hook: void (int) *)
  block
    #0 <param:hook>(1) unused
    declare named = &work
    #1 <named{&work}>(2) unused)"},
    {"VirtualCallsDispatchUnlessTheClassIsKnown", R"cpp(
struct Shape { virtual void draw(); }; struct Circle final : Shape { void draw() override; };
void f(Shape &any, Circle &circle) {
  any.draw();
  circle.draw();
  any.Shape::draw();
}
)cpp",
     R"(
f(any: Shape, circle: Circle)
  block
    #0 param:any.Shape::draw() virtual unused
    #1 param:circle.Circle::draw() unused
    #2 After(param:any, #0).Shape::draw() unused)"},
    {"ResultsThatNobodyReads", R"cpp(
int count();
void use(int);
void f() { count(); (void)count(); use(count()); }
)cpp",
     R"(
f()
  block
    #0 count() unused
    #1 count() void
    #2 count()
    #3 use(#2) unused)"},
    {"GlobalsKeepTheirConstant", R"cpp(
const char *const Query = "SELECT 1";
static int counter = 0;
void use(const char *, int);
void f() { use(Query, counter); counter = 5; }
)cpp",
     R"(
f()
  block
    #0 use(Query{"SELECT 1"}, counter) unused
    counter := 5
globals()
  block
    Query := "SELECT 1"
    counter := 0)"},
    {"ShortCircuitIsAChoice", R"cpp(
bool a(); bool b(); void use(bool);
void f() { use(a() && b()); }
)cpp",
     R"(
f()
  block
    #0 a()
    choice #0
      block
        #1 b()
      block
    #2 use((&& #0, #1)) unused)"},
};

class Values : public testing::TestWithParam<PrintCase> {};

TEST_P(Values, ArePrinted) { EXPECT_EQ(printed(GetParam().source), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Extract, Values, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

} // namespace
} // namespace scalelint::test
