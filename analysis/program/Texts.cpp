// Texts with holes: how strings were put together, through locals, helpers and library calls that rule
// packs describe. `sql += " LIMIT 10"` in one branch only leaves an open hole behind what is certain.
#include "analysis/program/CallGraph.h"
#include "analysis/program/Constructed.h"
#include "analysis/program/Formats.h"
#include "analysis/program/TextPieces.h"
#include "analysis/program/Values.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

namespace scalelint::program {

using model::TextForm;
using summary::Value;

bool Text::known() const {
  return llvm::any_of(pieces, [](const sql::Piece &piece) { return !piece.hole && !piece.text.empty(); });
}

std::string Text::literal() const {
  std::string result;
  for (const sql::Piece &piece : pieces)
    result += piece.hole ? (piece.repeated ? "{*}" : "{}") : piece.text;
  return result;
}

namespace {
class TextBuilder {
public:
  explicit TextBuilder(const Program &program) : program(program) {}

  Text of(Bound bound) {
    if (!bound || depth > 40 || ++visits > 2000)
      return hole(false, bound);
    ++depth;
    Text result = build(bound);
    --depth;
    if (result.pieces.size() == 1 && result.pieces[0].hole)
      result.origins[0].value = bound; // as it is named where the text is put together
    return result;
  }

private:
  Text build(Bound bound) {
    const Value &value = bound.get();
    const Frame &frame = *bound.frame;
    auto operand = [&](size_t i) {
      return i < value.operands.size() && value.operands[i] ? of({&frame, value.operands[i]}) : hole();
    };
    switch (value.kind) {
    case ValueKind::Text:
      return literal(value.text, value.span, &frame);
    case ValueKind::Integer:
      return literal(value.text.empty() ? std::to_string(value.integer) : value.text, {}, &frame);
    case ValueKind::Local:
      return operand(0);
    case ValueKind::Global:
      if (!value.operands.empty())
        return operand(0);
      break;
    case ValueKind::OneOf: {
      std::vector<Text> alternatives;
      for (ValueId id : value.operands)
        alternatives.push_back(of({&frame, id}));
      return meet(std::move(alternatives));
    }
    case ValueKind::Carried:
      return carried(frame, value);
    case ValueKind::After:
      return after(frame, value);
    case ValueKind::Aggregate: {
      // A literal wrapped in helper structures (QStringLiteral): the one text inside.
      Text only;
      unsigned known = 0;
      for (ValueId id : value.operands) {
        Text part = id ? of({&frame, id}) : Text();
        if (part.known() && frame.function->values[id].kind != ValueKind::Integer) {
          only = std::move(part);
          ++known;
        }
      }
      return known == 1 ? only : hole();
    }
    case ValueKind::Result:
      return result(frame, value.index);
    case ValueKind::Parameter:
      if (!frame.caller)
        return open();
      break;
    case ValueKind::Captured:
      if (!frame.caller && !frame.closure)
        return open();
      break;
    case ValueKind::Field:
      return field(bound);
    default:
      break;
    }
    Bound next = step(program, bound);
    return next ? of(next) : hole();
  }

  // Text kept in an object: as the constructor left it, or by the only store in the program.
  Text field(Bound bound) {
    const Value &value = bound.get();
    const Frame &frame = *bound.frame;
    if (value.operands.size() > 1 && value.operands[1])
      return of({&frame, value.operands[1]});
    Constructed made;
    if (!value.operands.empty() && value.operands[0])
      made = constructed(program, {&frame, value.operands[0]}, value.entity);
    if (made.value)
      return of(made.value);
    Bound next = step(program, bound);
    Text text = next ? of(next) : hole();
    return !text.known() && made.openAbove ? open() : text;
  }

  // A variable that a loop changes: the text before the loop, and what the turns add to it. A turn that
  // leaves the text as it was (it only reads it) adds nothing.
  Text carried(const Frame &frame, const Value &value) {
    Text before = value.operands[0] ? of({&frame, value.operands[0]}) : hole();
    if (!inLoop.insert({&frame, value.loop, value.index}).second)
      return before;
    bool changed = true;
    if (ValueId end = endOfTurn(*frame.function, value))
      changed = !same(of({&frame, end}), before);
    inLoop.erase({&frame, value.loop, value.index});
    if (changed)
      add(before, hole(true));
    return before;
  }

  // The variable at the end of a turn, 0 when that is not remembered.
  static ValueId endOfTurn(const Function &function, const Value &carried) {
    if (carried.operands.size() > 1)
      return carried.operands[1];
    for (const Value &after : function.values)
      if (after.kind == ValueKind::Carried && after.loop == carried.loop && after.index == carried.index &&
          after.operands.size() > 1)
        return after.operands[1];
    return 0;
  }

  const model::TextRow *row(const Frame &frame, CallId call) {
    for (const model::TextRow *row : program.meanings({frame.function, call}).texts)
      if (holds(program, frame, call, row->pattern))
        return row;
    return nullptr;
  }

  Text selected(const Frame &frame, CallId call, const std::optional<model::Selector> &selector) {
    Bound value = selector ? select(program, frame, call, *selector) : Bound{};
    return value ? of(value) : hole();
  }

  // The object as a call left it.
  Text after(const Frame &frame, const Value &value) {
    Text before = value.operands[0] ? of({&frame, value.operands[0]}) : Text();
    CallId id = value.index;
    const summary::Call &call = frame.function->calls[id];
    const model::TextRow *meaning = row(frame, id);
    if (!meaning) {
      const Entity *callee = program.entity(call.callee);
      bool library = callee && !callee->user;
      if (library)
        return before; // reserve(), begin(), being read from
      if (Text written = writtenByHelper(frame, value); written.known())
        return written;
      add(before, hole());
      return before;
    }
    if (!isWritten(frame, id, *meaning, value))
      return before;
    switch (meaning->form) {
    case TextForm::Append:
      add(before, selected(frame, id, meaning->of ? meaning->of : model::Selector{model::Selector::Of::LastArgument, 0, ""}));
      return before;
    case TextForm::Assign:
      return selected(frame, id, meaning->of);
    case TextForm::Stream:
      add(before, selected(frame, id, model::Selector{model::Selector::Of::LastArgument, 0, ""}));
      return before;
    case TextForm::Percent:
    case TextForm::Braces:
    case TextForm::Concat:
    case TextForm::Hole:
      return meaning->to ? apply(frame, id, *meaning) : before;
    default:
      return before;
    }
  }

  // A function that writes to a text it is given and hands it back: ostream &operator<<(ostream &, const Mine &).
  Text writtenByHelper(const Frame &frame, const Value &after) {
    const summary::Call &call = frame.function->calls[after.index];
    const Function *helper = call.callee == None ? nullptr : program.entities[call.callee].definition;
    if (!helper || frame.depth > 12)
      return {};
    auto returned = program.returned(*helper);
    if (returned.size() != 1)
      return {};
    const Value *root = &helper->values[returned[0]];
    while (root->kind == ValueKind::After || root->kind == ValueKind::Local || root->kind == ValueKind::Result) {
      ValueId next = root->operands.empty() ? 0 : root->operands[0];
      if (root->kind == ValueKind::Result) { // out << text returns out
        const summary::Call &chained = helper->calls[root->index];
        next = chained.receiver ? chained.receiver : chained.arguments.empty() ? 0 : chained.arguments[0];
      }
      if (!next)
        return {};
      root = &helper->values[next];
    }
    if (root->kind != ValueKind::Parameter || !leadsTo(*frame.function, argumentOf(call, root->index), after))
      return {};
    return of({program.enter(frame, after.index, {helper}), returned[0]});
  }

  static ValueId argumentOf(const summary::Call &call, unsigned index) {
    return index < call.arguments.size() ? call.arguments[index] : 0;
  }

  // Is this what the call left in the object that its row says it writes to? Where the row says nothing, that is the
  // receiver, or what an operator or function has in its place.
  static bool isWritten(const Frame &frame, CallId id, const model::TextRow &row, const Value &after) {
    const summary::Call &call = frame.function->calls[id];
    unsigned index = row.to && row.to->of == model::Selector::Of::Argument ? row.to->index : 0;
    bool receiver = row.to ? row.to->of == model::Selector::Of::Receiver : call.receiver != 0;
    return leadsTo(*frame.function, receiver ? call.receiver : argumentOf(call, index), after);
  }

  // Is what a call left (`after`) the object that `written` stands for before the call?
  static bool leadsTo(const Function &function, ValueId written, const Value &after) {
    for (unsigned steps = 0; steps < 16; ++steps) {
      if (written == after.operands[0])
        return true;
      if (!written)
        return false;
      const Value &value = function.values[written];
      const Value &before = function.values[after.operands[0]];
      if (value.kind == ValueKind::Result && before.kind == ValueKind::After && before.index == value.index)
        return true; // chained: a << x << y
      bool leadsOn = value.kind == ValueKind::Local || value.kind == ValueKind::Element ||
                     value.kind == ValueKind::Field || value.kind == ValueKind::Result;
      if (value.kind == ValueKind::Result) // buffer.data()
        written = function.calls[value.index].receiver;
      else
        written = leadsOn && !value.operands.empty() ? value.operands[0] : 0;
      if (!written)
        return leadsOn && !after.operands[0]; // a buffer without an initialiser
    }
    return false;
  }

  Text result(const Frame &frame, CallId id) {
    const summary::Call &call = frame.function->calls[id];
    if (const model::TextRow *meaning = row(frame, id))
      return apply(frame, id, *meaning);
    if (Bound next = step(program, {&frame, resultValue(frame, id)}))
      return of(next);
    std::vector<Text> alternatives;
    for (const Target &target : targets(program, frame, id)) {
      if (target.mode != Mode::Call || frame.depth > 12)
        continue;
      const Frame *inner = program.enter(frame, id, target);
      for (ValueId returned : program.returned(*target.function))
        alternatives.push_back(of({inner, returned}));
    }
    if (!alternatives.empty())
      return meet(std::move(alternatives));
    // A class made of one text and nothing else: std::string_view, QString, a strong typedef. A number is no text.
    if (call.form == summary::CallForm::Construct && call.arguments.size() == 1)
      if (const Value &only = frame.function->values[call.arguments[0]];
          only.kind != ValueKind::Integer || !only.text.empty())
        return of({&frame, call.arguments[0]});
    return hole();
  }

  ValueId resultValue(const Frame &frame, CallId id) {
    Bound found = select(program, frame, id, {model::Selector::Of::Result, 0, ""});
    return found ? found.value : 0;
  }

  Text apply(const Frame &frame, CallId id, const model::TextRow &row) {
    const summary::Call &call = frame.function->calls[id];
    switch (row.form) {
    case TextForm::Same:
    case TextForm::Assign:
      return selected(frame, id, row.of);
    case TextForm::Concat:
    case TextForm::Append:
    case TextForm::Stream: {
      Text whole;
      if (call.receiver)
        add(whole, of({&frame, call.receiver}));
      if (row.form == TextForm::Append && row.of) {
        add(whole, selected(frame, id, row.of));
        return whole;
      }
      for (ValueId argument : call.arguments)
        add(whole, argument ? of({&frame, argument}) : hole());
      return whole;
    }
    case TextForm::Braces:
    case TextForm::Percent:
      return format(frame, id, row);
    case TextForm::Numbered: {
      Text whole = call.receiver ? of({&frame, call.receiver}) : hole();
      for (ValueId argument : call.arguments)
        if (argument)
          whole = fillLowest(std::move(whole), knownOrHole(of({&frame, argument})));
      return whole;
    }
    case TextForm::Join:
      return hole(true);
    case TextForm::Hole:
      return hole();
    }
    return hole();
  }

  // printf and std::format: the format's literal parts, and for each hole its argument.
  Text format(const Frame &frame, CallId id, const model::TextRow &row) {
    const summary::Call &call = frame.function->calls[id];
    Text pattern = selected(frame, id, row.of);
    if (pattern.pieces.size() != 1 || pattern.pieces[0].hole)
      return pattern.known() ? pattern : hole();
    size_t first = row.of && row.of->of == model::Selector::Of::Argument ? row.of->index + 1 : 0;
    auto argument = [&](const FormatPart &part) {
      size_t at = part.argument ? first + *part.argument : call.arguments.size();
      if (part.altered || at >= call.arguments.size() || !call.arguments[at])
        return hole();
      return knownOrHole(of({&frame, call.arguments[at]}));
    };
    const std::string &source = pattern.pieces[0].text;
    Text result;
    for (const FormatPart &part : row.form == TextForm::Braces ? braceParts(source) : percentParts(source))
      add(result, part.hole ? argument(part) : literal(part.text, pattern.origins[0].span, pattern.origins[0].frame));
    return result;
  }

  const Program &program;
  unsigned depth = 0;
  unsigned visits = 0;
  std::set<std::tuple<const Frame *, LoopId, LocalId>> inLoop; // variables whose turns are being read
};
} // namespace

Text text(const Program &program, Bound value) {
  if (!value)
    return {};
  return TextBuilder(program).of(value);
}

} // namespace scalelint::program
