// What drives loops, and what their turns change.
#include "tests/extract/Printed.h"

#include "gtest/gtest.h"

namespace scalelint::test {
namespace {

const PrintCase Cases[] = {
    {"RangeOverAContainer", R"cpp(
#include <vector>
void use(int);
void f(const std::vector<int> &ids) { for (int id : ids) use(id); }
)cpp",
     R"(
f(ids: std::vector)
  block
    block
      loop L0 range driver=param:ids
        block
        block
          declare id = Element(param:ids)
          #0 use(id{Element(param:ids)}) unused
        block)"},
    {"RangeOverABracedList", R"cpp(
void use(int);
#include <initializer_list>
void f() { for (int id : {1, 2, 3}) use(id); }
)cpp",
     R"(
f()
  block
    block
      loop L0 range driver={1, 2, 3} trips=3
        block
        block
          declare id = Element({1, 2, 3})
          #0 use(id{Element({1, 2, 3})}) unused
        block)"},
    {"RangeOverAnArray", R"cpp(
void use(int);
void f() { int ids[4] = {}; for (int id : ids) use(id); }
)cpp",
     R"(
f()
  block
    declare ids = {}
    block
      loop L0 range driver=ids{{}} trips=4
        block
        block
          declare id = Element(ids{{}})
          #0 use(id{Element(ids{{}})}) unused
        block)"},
    {"IteratorsOfAContainer", R"cpp(
#include <vector>
void use(int);
void f(std::vector<int> &ids) {
  for (auto it = ids.begin(); it != ids.end(); ++it) use(*it);
}
)cpp",
     R"(
f(ids: std::vector)
  block
    block
      #0 param:ids.std::vector::begin()
      declare it = #0
      loop L0 iterator driver=After(Carried(L0: After(param:ids, #0)), #1) condition=(! #2)
        block
          #1 Carried(L0: After(param:ids, #0)).std::vector::end()
          #2 __gnu_cxx::operator==(it{Carried(L0: #0)}, #1)
        block
          #3 use(Element(it{Carried(L0: #0)})) unused
        block
          #4 it{Carried(L0: #0)}.__gnu_cxx::__normal_iterator::operator++() unused)"},
    {"IteratorAgainstAStoredEnd", R"cpp(
#include <vector>
void use(int);
void f(std::vector<int> &ids) {
  auto it = ids.begin(), last = ids.end();
  while (it != last) use(*it++);
}
)cpp",
     R"(
f(ids: std::vector)
  block
    #0 param:ids.std::vector::begin()
    declare it = #0
    #1 After(param:ids, #0).std::vector::end()
    declare last = #1
    loop L0 iterator driver=#0 condition=(! #2)
      block
        #2 __gnu_cxx::operator==(it{Carried(L0: #0)}, last{#1})
      block
        #3 it{Carried(L0: #0)}.__gnu_cxx::__normal_iterator::operator++(0)
        #4 use(Element(#3)) unused
      block)"},
    {"CounterToAConstant", R"cpp(
void use(int);
void f() {
  for (int i = 0; i < 10; i += 3) use(i);
  for (int i = 9; i >= 0; --i) use(i);
}
)cpp",
     R"(
f()
  block
    block
      declare i = 0
      loop L0 counter bound=10 condition=(< i{Carried(L0: 0)}, 10) trips=4 step=3
        block
        block
          #0 use(i{Carried(L0: 0)}) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 3)
    block
      declare i = 9
      loop L1 counter bound=9 condition=(>= i{Carried(L1: 9)}, 0) trips=10 step=-1
        block
        block
          #1 use(i{Carried(L1: 9)}) unused
        block
          i{Carried(L1: 9)} := (- i{Carried(L1: 9)}, 1))"},
    {"CounterToAVariable", R"cpp(
void use(int);
void f(int n) {
  for (int i = 0; i < n; ++i) use(i);
  for (int i = n; i > 0; i--) use(i);
  while (n--) use(n);
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
          #0 use(i{Carried(L0: 0)}) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1)
    block
      declare i = param:n
      loop L1 counter bound=param:n condition=(> i{Carried(L1: param:n)}, 0) step=-1
        block
        block
          #1 use(i{Carried(L1: param:n)}) unused
        block
          i{Carried(L1: param:n)} := (- i{Carried(L1: param:n)}, 1)
    loop L2 counter bound=param:n condition=Carried(L2: param:n) step=-1
      block
        Carried(L2: param:n) := (- Carried(L2: param:n), 1)
      block
        #2 use((- Carried(L2: param:n), 1)) unused
      block)"},
    {"CounterOverASize", R"cpp(
#include <vector>
void use(int);
void f(const std::vector<int> &ids) {
  for (unsigned i = 0; i < ids.size(); ++i) use(ids[i]);
}
)cpp",
     R"(
f(ids: std::vector)
  block
    block
      declare i = 0
      loop L0 counter bound=#1 condition=(< i{Carried(L0: 0)}, #0)
        block
          #0 param:ids.std::vector::size()
        block
          #2 param:ids.std::vector::operator[](i{Carried(L0: 0)})
          #3 use(Element(param:ids, i{Carried(L0: 0)})) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1))"},
    {"CounterWithAStepThatIsNotConstant", R"cpp(
void use(int);
void f(int n, int step) { for (int i = 0; i < n; i += step) use(i); }
)cpp",
     R"(
f(n: int, step: int)
  block
    block
      declare i = 0
      loop L0 counter bound=param:n condition=(< i{Carried(L0: 0)}, param:n) step=0
        block
        block
          #0 use(i{Carried(L0: 0)}) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, param:step))"},
    {"LinksOfAList", R"cpp(
struct Node { Node *next; };
void use(Node *);
void f(Node *head) {
  for (Node *n = head; n; n = n->next) use(n);
  while (head != nullptr) { use(head); head = head->next; }
}
)cpp",
     R"(
f(head: Node *)
  block
    block
      declare n = param:head
      loop L0 links driver=param:head condition=n{Carried(L0: param:head)}
        block
        block
          #0 use(n{Carried(L0: param:head)}) unused
        block
          n{After(Carried(L0: …), #0)} := n{After(Carried(L0: param:head), #0)}->Node::next
    loop L1 links driver=param:head condition=(!= Carried(L1: param:head), null)
      block
      block
        #1 use(Carried(L1: param:head)) unused
        After(Carried(L1: param:head), #1) := After(Carried(L1: param:head), #1)->Node::next
      block)"},
    {"ConditionThatCalls", R"cpp(
struct Cursor { bool next(); int value(); };
void use(int);
void f(Cursor &cursor) { while (cursor.next()) use(cursor.value()); }
)cpp",
     R"(
f(cursor: Cursor)
  block
    loop L0 condition condition=#0
      block
        #0 Carried(L0: param:cursor).Cursor::next()
      block
        #1 After(Carried(L0: param:cursor), #0).Cursor::value()
        #2 use(#1) unused
      block)"},
    {"ConditionWithAVariable", R"cpp(
char *fetch();
void use(char *);
void f() { while (char *row = fetch()) use(row); }
)cpp",
     R"(
f()
  block
    loop L0 condition condition=row{#0}
      block
        #0 fetch()
        declare row = #0
      block
        #1 use(row{#0}) unused
      block)"},
    {"Forever", R"cpp(
bool done();
void f() {
  while (true) { if (done()) break; }
  for (;;) if (done()) return;
}
)cpp",
     R"(
f()
  block
    loop L0 forever condition=true
      block
      block
        block
          #0 done()
          choice #0
            block
              break
            block
      block
    block
      loop L1 forever
        block
        block
          block
            #1 done()
            choice #1
              block
                return ?
              block
        block)"},
    {"DoRunsItsBodyFirst", R"cpp(
int hit();
void f() {
  int rows = 0;
  do rows = hit();
  while (rows > 0);
  do hit();
  while (0);
}
)cpp",
     R"(
f()
  block
    declare rows = 0
    loop L0 condition condition=(> rows{#0}, 0) body-first
      block
      block
        #0 hit()
        rows{Carried(L0: 0)} := #0
      block
    loop L1 condition condition=0 trips=1 body-first
      block
      block
        #1 hit() unused
      block)"},
    {"LeavesInItsFirstTurn", R"cpp(
#include <vector>
void use(int);
int f(const std::vector<int> &ids) {
  for (int id : ids) { use(id); return id; }
  for (int id : ids) { if (id) continue; break; }
  for (int id : ids) { use(id); break; }
  return 0;
}
)cpp",
     R"(
f(ids: std::vector)
  block
    block
      loop L0 range driver=param:ids leaves
        block
        block
          declare id = Element(param:ids)
          #0 use(id{Element(param:ids)}) unused
          return id{Element(param:ids)}
        block
    block
      loop L1 range driver=param:ids
        block
        block
          declare id = Element(param:ids)
          block
            choice id{Element(param:ids)}
              block
                continue
              block
          break
        block
    block
      loop L2 range driver=param:ids leaves
        block
        block
          declare id = Element(param:ids)
          #1 use(id{Element(param:ids)}) unused
          break
        block
    return 0)"},
    {"WhatTurnsChangeIsCarried", R"cpp(
#include <string>
void use(const std::string &);
void f(int n) {
  std::string sql = "SELECT";
  for (int i = 0; i < n; ++i) { sql += ","; use(sql); }
  use(sql);
}
)cpp",
     R"(
f(n: int)
  block
    #0 std::basic_string::basic_string("SELECT", ?)
    declare sql = #0
    block
      declare i = 0
      loop L0 counter bound=param:n condition=(< i{Carried(L0: 0)}, param:n)
        block
        block
          #1 sql{Carried(L0: #0)}.std::basic_string::operator+=(",") unused
          #2 use(sql{After(Carried(L0: #0), #1)}) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1)
    #3 use(sql{Carried(L0: #0, After(Carried(L0: #0), #1))}) unused)"},
    {"BreakCarriesItsOwnEnd", R"cpp(
void use(int);
bool found(int);
void f(int n) {
  int hit = 0;
  for (int i = 0; i < n; ++i) if (found(i)) { hit = i; break; }
  use(hit);
}
)cpp",
     R"(
f(n: int)
  block
    declare hit = 0
    block
      declare i = 0
      loop L0 counter bound=param:n condition=(< i{Carried(L0: 0)}, param:n)
        block
        block
          block
            #0 found(i{Carried(L0: 0)})
            choice #0
              block
                hit{Carried(L0: 0)} := i{Carried(L0: 0)}
                break
              block
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1)
    #1 use(hit{Carried(L0: 0, Carried(L0: 0), i{Carried(L0: 0)})}) unused)"},
    {"NestedLoops", R"cpp(
#include <vector>
struct Order { std::vector<int> items; };
void use(int);
void f(const std::vector<Order> &orders) {
  for (const Order &order : orders) for (int item : order.items) use(item);
}
)cpp",
     R"(
f(orders: std::vector)
  block
    block
      loop L0 range driver=param:orders
        block
        block
          declare order = Element(param:orders)
          block
            loop L1 range driver=order{Element(param:orders)}->Order::items
              block
              block
                declare item = Element(order{Element(param:orders)}->Order::items)
                #0 use(item{Element(order{Element(…)}->Order::items)}) unused
              block
        block)"},
    {"ConditionOfTwoParts", R"cpp(
#include <vector>
bool open();
void use(int);
void f(const std::vector<int> &ids) {
  for (unsigned i = 0; open() && i < ids.size(); ++i) use(ids[i]);
}
)cpp",
     R"(
f(ids: std::vector)
  block
    block
      declare i = 0
      loop L0 counter bound=#2 condition=(&& #0, (< i{Carried(L0: 0)}, #1))
        block
          #0 open()
          choice #0
            block
              #1 param:ids.std::vector::size()
            block
        block
          #3 param:ids.std::vector::operator[](i{Carried(L0: 0)})
          #4 use(Element(param:ids, i{Carried(L0: 0)})) unused
        block
          i{Carried(L0: 0)} := (+ i{Carried(L0: 0)}, 1))"},
};

class Loops : public testing::TestWithParam<PrintCase> {};

TEST_P(Loops, ArePrinted) { EXPECT_EQ(printed(GetParam().source), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Extract, Loops, testing::ValuesIn(Cases),
                         [](const auto &test) { return test.param.name; });

} // namespace
} // namespace scalelint::test
