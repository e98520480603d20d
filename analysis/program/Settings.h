// Client objects and what is set on them: which places are one object, which aspects (connect timeout,
// deadline, body limit, …) are set on it anywhere in the program, with which value, and whether it gets
// out of sight.
//
// One object is one creation as seen from one chain of callers: a factory that two functions call makes
// two objects, each with what its caller adds. Chains are made only where a caller can matter: the object
// is returned, or a value of a setting is a parameter.
#pragma once

#include "analysis/program/Objects.h"
#include "analysis/program/Operations.h"

namespace scalelint::program {

struct Setting {
  std::string aspect;
  std::optional<int64_t> value;  // nanoseconds; a plain number where `unit` is None; not known otherwise
  model::Unit unit = model::Unit::None;
  bool asynchronousOnly = false; // has no effect on operations that block
  Span place;
};

// An operation that the object is used for, and what its own options set.
struct Use {
  Operation operation;
  std::vector<Setting> settings;
  bool optionsUnknown = false;   // its options come from where nobody sees
};

struct ClientObject {
  const model::ClientRow *client = nullptr;
  const model::CreationRow *row = nullptr;
  Site creation;
  const Frame *frame = nullptr;  // of the creation, in the chain of callers that this object is of
  Bound name;                    // the first place that holds it; none for one that is only passed on
  std::vector<Setting> settings;
  std::vector<Use> uses;         // in the order found
  bool optionsUnknown = false;   // made from options that come from where nobody sees
  Site escape;                   // a call that gives it to code that is not analysed
  bool leaves = false;           // handed to callers that nobody sees
};

// The function in which a frame's way begins: where the outermost plain call is written, or the callback
// that the way leads through, since that one runs when it is called.
const Function &outermost(const Frame &frame);

class Settings {
public:
  Settings(const Program &program, const Statements &statements);

  std::vector<ClientObject> objects; // in the order of functions and calls, chains of one creation together
};

} // namespace scalelint::program
