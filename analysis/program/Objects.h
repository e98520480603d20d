// Where an object goes: forward from where it was made, through locals, parameters, captures, returns,
// fields, containers and the library calls that rule packs say hand it on.
//
//   CURL *make() { CURL *h = curl_easy_init(); return h; }   the result, `h`, what callers of make() get,
//   void Api::Api() : handle_(make()) {}                     the field `handle_`, and every read of it,
//   void Api::load() { perform(handle_); }                   the parameter of perform() as called here
//
// Ways through calls are matched by frames: what comes in through one call leaves through that call
// alone. A field or a global is one place for all objects of its class. It ends: there are finitely
// many values, the turns of a recursion are one frame, frames are cut at a depth, and a journey is cut at a number of
// steps.
#pragma once

#include "analysis/program/Values.h"

#include <set>

namespace scalelint::program {

// A call that enters a function.
struct Entry {
  Site site;
  Target target;
};

// Who uses which value, who reads which field, who enters which function: asked for by every journey.
class ObjectIndex {
public:
  explicit ObjectIndex(const Program &program);

  struct Users {
    std::vector<std::vector<ValueId>> values; // by value: the values that it is an operand of
    std::vector<std::vector<CallId>> calls;   // … the calls that it is receiver or argument of
    std::vector<std::vector<NodeId>> nodes;   // … the assignments and returns that hand it on
  };
  const Users &users(const Function &function) const;

  using Read = std::pair<const Function *, ValueId>;
  const std::vector<Read> &reads(EntityId place) const;

  // Calls that enter the function and give it their arguments.
  const std::vector<Entry> &entries(const Function &function) const;

  // Is the field or global handed to code that is not analysed and may write it?
  bool mayBeWrittenElsewhere(EntityId place) const;

private:
  const Program &program;
  std::map<EntityId, std::vector<Read>> readers;
  std::map<const Function *, std::vector<Entry>> entered;
  mutable std::map<const Function *, std::unique_ptr<Users>> usersOf;
  mutable std::map<EntityId, bool> written;
};

// What became of an object.
struct Journey {
  struct Contact {
    const Frame *frame = nullptr;
    CallId call = None;
    ValueId value = 0;      // the receiver, argument or result that is the object
    bool entered = false;   // the call enters code of the program, where the journey went on
    Bound as() const { return {frame, value}; }
  };
  std::vector<Contact> contacts;  // calls that take it, in the order found
  std::vector<Bound> parts;       // Field values of it
  std::vector<Bound> names;       // Local, Field and Global values that hold it, in the order found
  bool leaves = false;            // the outermost function hands it to its caller
  bool cut = false;               // too long: the rest is not known
};

// Follows the object that each of `from` is. `root` is the outermost frame of the chain it was made in:
// what leaves it goes to all its callers when `beyondRoot`, else the journey says `leaves` and stops there.
Journey follow(const Program &program, const ObjectIndex &index, const std::vector<Bound> &from, const Frame *root,
               bool beyondRoot);

// Where the object of a value may have been made: results of calls, places, parameters without a known
// caller. A Field or Global among them stands for itself and for what is stored to it.
std::vector<Bound> origins(const Program &program, Bound value);

// All that a value is on the way to its origins, they and itself included.
std::set<Bound> ancestry(const Program &program, Bound value);

} // namespace scalelint::program
