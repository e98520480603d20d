// What is remembered of one translation unit once its AST is gone: plain data, no library names.
// The extractor writes it, the cache keeps it, the linker joins many of them into a Program.
//
// A function's body is a tree of what happens (Node) over two flat tables: the calls it makes and
// the values it handles. All ids are indexes; an id is only meaningful inside its own table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scalelint::summary {

using FileId = uint32_t;     // index into TUSummary::files
using EntityId = uint32_t;   // index into TUSummary::entities
using FunctionId = uint32_t; // index into TUSummary::functions
using ValueId = uint32_t;    // index into Function::values; value 0 is always Unknown
using CallId = uint32_t;     // index into Function::calls
using LoopId = uint32_t;     // index into Function::loops
using LocalId = uint32_t;    // index into Function::locals
using NodeId = uint32_t;     // index into Function::nodes; node 0 is the body's Block

inline constexpr uint32_t None = ~0u;

// A stretch of source text. Lines and columns start at 1, columns count bytes, `end` is exclusive.
// line 0 = no location.
struct Span {
  FileId file = None;
  uint32_t line = 0, column = 0;
  uint32_t endLine = 0, endColumn = 0;

  bool valid() const { return line != 0; }
  template <class Archive> void serialize(Archive &a) { a(file, line, column, endLine, endColumn); }
  friend bool operator==(const Span &, const Span &) = default;
};

struct File {
  std::string path;    // absolute, dots removed
  uint64_t hash = 0;   // xxh3 of the contents read
  bool user = false;   // part of the project: its functions have summaries
  template <class Archive> void serialize(Archive &a) { a(path, hash, user); }
};

enum class EntityKind : uint8_t { Function, Method, Constructor, Destructor, Class, Field, Global };

// A named thing with one identity across units.
struct Entity {
  EntityKind kind = EntityKind::Function;
  std::string usr;  // the identity: Clang's USR, plus "@file" for internal linkage
  std::string name; // qualified, without template arguments and inline namespaces: "std::vector::push_back"
  Span span;        // the name in its declaration (the definition where the unit has it)
  bool user = false;            // declared in the project's own code
  EntityId parent = None;       // the class of a method, constructor or field
  std::vector<EntityId> bases;  // Class: direct bases. Method: methods it directly overrides
  bool isVirtual = false;       // Method
  bool isConst = false;         // Method: const-qualified. Global: const or constexpr
  bool isStatic = false;        // Method: static. Global: namespace scope is false, static member true
  bool isThreadLocal = false;   // Global
  EntityId type = None;         // Field, Global: class of its type, pointers and references removed
  std::string typeName;         // Field, Global: its type as written, canonical. Class: empty
  std::vector<std::string> parameterTypes; // functions: canonical types without template arguments

  template <class Archive> void serialize(Archive &a) {
    a(kind, usr, name, span, user, parent, bases, isVirtual, isConst, isStatic, isThreadLocal, type,
      typeName, parameterTypes);
  }
};

enum class ValueKind : uint8_t {
  Unknown,
  Integer,   // `integer`; `symbol` when spelled as an enumerator or a macro; `text` when it is a character
  Boolean,   // `integer` 0 or 1
  Real,      // `text` holds its decimal spelling
  Null,      // nullptr, NULL
  Duration,  // a std::chrono duration constant, `integer` nanoseconds
  Text,      // a string constant: `text`
  Parameter, // parameter `index` of this function
  Local,     // local `index`; operands[0] = the value that reaches this read (0 where not known)
  Captured,  // capture `index` of this closure
  Global,    // `entity`; operands[0] = its constant value where the unit knows it
  Field,     // field `entity` of operands[0]; operands[1], if any, = the value that reaches this read
  Element,   // an element of / what is reached through operands[0]: *it, c[i], a range variable.
             // operands[1], if any, = the index. `index` = the loop that walks it, None otherwise
  This,      // the object of the enclosing method
  Result,    // what call `index` returned (for a constructor: the new object)
  After,     // operands[0] as call `index` left it: a non-const member call, a non-const reference,
             // or its address was passed
  Carried,   // local `index` (operands[1]) as any turn of loop `loop` may find it;
             // operands[0] = its value before the loop
  Closure,   // lambda: `entity` = its call operator, operands = captured values, in capture order
  Function,  // address of the function `entity`; operands[0], if any, = the bound object
  OneOf,     // one of the operands, which is not known: branches that meet, ?:
  Aggregate, // braced list or designated initialiser: operands in order, `fields` their names
  Binary,    // operator `symbol` over operands: "+", "*", "==", "&&", …
};

struct Value {
  ValueKind kind = ValueKind::Unknown;
  uint32_t index = None;
  LoopId loop = None;
  int64_t integer = 0;
  EntityId entity = None;
  EntityId type = None;           // class of its type, pointers and references removed
  std::string symbol;             // Integer: enumerator or macro name. Binary: the operator
  std::string text;
  std::vector<ValueId> operands;
  std::vector<EntityId> fields;   // Aggregate of a class: the field each operand initialises
  Span span;                      // where it is written; of a Text the literal

  template <class Archive> void serialize(Archive &a) {
    a(kind, index, loop, integer, entity, type, symbol, text, operands, fields, span);
  }
};

struct Local {
  std::string name;
  EntityId type = None;       // class of its type, pointers and references removed
  std::string typeName;       // canonical type
  Span span;                  // its name in the declaration
  Span declaration;           // the whole declaration statement (for fixes)
  bool isStatic = false;      // static or thread_local: outlives the call
  bool isThreadLocal = false;
  bool isReference = false;   // a reference or pointer: owns nothing
  template <class Archive> void serialize(Archive &a) {
    a(name, type, typeName, span, declaration, isStatic, isThreadLocal, isReference);
  }
};

struct Parameter {
  std::string name;
  EntityId type = None;
  std::string typeName;
  bool isMutable = false;     // non-const reference or pointer to non-const: the callee may write through it
  ValueId defaultValue = 0;   // in this function's values
  template <class Archive> void serialize(Archive &a) { a(name, type, typeName, isMutable, defaultValue); }
};

enum class CallForm : uint8_t { Plain, Member, Operator, Construct, Destroy };

struct Call {
  CallForm form = CallForm::Plain;
  EntityId callee = None;        // None: an indirect call of `target`
  ValueId target = 0;            // indirect: the value that is called
  EntityId receiverClass = None; // static class of the receiver; of Construct the class
  ValueId receiver = 0;          // object of a member call (also of a member operator)
  std::vector<ValueId> arguments;// without the receiver; default arguments included
  std::vector<EntityId> typeArguments; // classes among the callee's explicit or deduced template arguments, in order
  Span span;                     // the whole call expression
  Span name;                     // the callee's name (for Construct: the variable or the type)
  LoopId loop = None;            // innermost enclosing loop in this function
  LocalId into = None;           // local that is initialised with the result
  bool dispatches = false;       // a virtual call that is not devirtualised
  bool resultUnused = false;
  bool voidCast = false;         // result cast to void
  bool awaited = false;          // co_await on the result
  bool systemMacro = false;      // written by a macro of a system header
  std::vector<uint32_t> matched; // `matcher:` rows of rule packs that match, by row number

  template <class Archive> void serialize(Archive &a) {
    a(form, callee, target, receiverClass, receiver, arguments, typeArguments, span, name, loop, into,
      dispatches, resultUnused, voidCast, awaited, systemMacro, matched);
  }
};

// What makes a loop turn again, as it is written.
enum class LoopKind : uint8_t {
  Range,     // for (x : driver)
  Iterator,  // for (it = begin(driver); it != end; ++it), also `while (it != end)`
  Counter,   // for (i = from; i < bound; i += step): `bound`; driver = container when bound is its size
  Links,     // for (n = head; n; n = n->next)
  Condition, // while (condition): the condition is a value and may hold calls
  Forever,   // while (true), for (;;)
};

struct Loop {
  LoopKind kind = LoopKind::Forever;
  Span span;               // the keyword up to the closing parenthesis
  Span whole;              // the whole statement (for fixes)
  ValueId driver = 0;      // Range, Iterator, Counter over a container, Links: what is walked
  ValueId bound = 0;       // Counter: the limit
  ValueId condition = 0;   // Condition
  LocalId variable = None; // the loop variable
  int64_t step = 1;        // Counter: constant step, 0 when not constant
  int64_t constantTrips = -1; // known trip count: constant counter, braced list, fixed array, enum; -1 unknown
  bool bodyFirst = false;  // do … while
  bool alwaysLeaves = false; // every path through the body leaves the loop in its first turn
  bool coroutine = false;  // the condition or the range is awaited
  LoopId parent = None;    // enclosing loop in this function
  template <class Archive> void serialize(Archive &a) {
    a(kind, span, whole, driver, bound, condition, variable, step, constantTrips, bodyFirst, alwaysLeaves,
      coroutine, parent);
  }
};

enum class NodeKind : uint8_t {
  Block,    // children in order; locals declared in it die at its end, in reverse order
  Call,     // call `index` happens
  Declare,  // local `index` comes alive with `value`
  Assign,   // `place` becomes `value` (a Local, Field, Global, Element or Parameter value)
  Loop,     // loop `index`; children: condition Block, body Block, step Block
  Choice,   // exactly one child runs; an empty Block stands for "none". `value` = the condition: the first of two
            // children runs where it holds (of a switch its number, each child an arm)
  Try,      // children: body, then handlers
  Return,   // `value`
  Break,
  Continue,
  Throw,    // `value`
  Goto,
  Await,    // co_await `value`
};

struct Node {
  NodeKind kind = NodeKind::Block;
  uint32_t index = None;
  ValueId value = 0;
  ValueId place = 0;
  std::vector<NodeId> children;
  Span span;
  template <class Archive> void serialize(Archive &a) { a(kind, index, value, place, children, span); }
};

struct Function {
  EntityId entity = None;
  Span span;                 // the definition from its first token to its closing brace
  Span name;                 // the name; of a lambda its introducer
  FunctionId lambdaIn = None;// the function a lambda is written in
  bool isCoroutine = false;
  bool isTemplatePattern = false; // summarised from the pattern: no instantiation was there
  bool returnsReference = false;
  std::string returnType;    // canonical
  std::vector<Parameter> parameters;
  std::vector<std::string> captures; // of a lambda, names in capture order ("this" for this)
  std::vector<Local> locals;
  std::vector<Value> values;
  std::vector<Call> calls;
  std::vector<Loop> loops;
  std::vector<Node> nodes;
  // Constructors: member initialisers are Assign nodes at the head of the body.

  template <class Archive> void serialize(Archive &a) {
    a(entity, span, name, lambdaIn, isCoroutine, isTemplatePattern, returnsReference, returnType,
      parameters, captures, locals, values, calls, loops, nodes);
  }
};

// A comment that silences checks: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN/END with clang-tidy's grammar.
struct Suppression {
  FileId file = None;
  // Lines it covers, inclusive. A BEGIN without its END has no last line, an END without its BEGIN no
  // first one (0); either covers nothing.
  uint32_t firstLine = 0, lastLine = 0;
  std::vector<std::string> checks;      // globs; empty = every check
  std::string reason;                   // text after the list
  Span span;                            // from NOLINT to the end of the list
  bool covers(uint32_t line) const { return firstLine && line >= firstLine && line <= lastLine; }
  template <class Archive> void serialize(Archive &a) { a(file, firstLine, lastLine, checks, reason, span); }
};

// Something the front end could not do: reported as a notification, never dropped.
struct Diagnostic {
  Span span;
  std::string message;
  bool fatal = false; // the unit, or what follows the place, was not analysed
  template <class Archive> void serialize(Archive &a) { a(span, message, fatal); }
};

struct TUSummary {
  std::string mainFile;   // absolute
  std::vector<File> files;// every file read; files[0] is the main file
  std::vector<Entity> entities;
  std::vector<Function> functions;
  // Initialisers of globals and static members, as one pseudo-function without an entity: its Assign nodes.
  Function globals;
  std::vector<Suppression> suppressions;
  std::vector<Diagnostic> diagnostics;

  template <class Archive> void serialize(Archive &a) {
    a(mainFile, files, entities, functions, globals, suppressions, diagnostics);
  }
};

} // namespace scalelint::summary
