// The command line as plain data: what the manual page and the completions of shells are written from.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace scalelint::driver {

// What may stand where a value is asked for.
enum class Values : uint8_t { None, Word, Choice, File, Folder, Check, CheckGlobs, Revision };

struct OptionRow {
  std::vector<std::string> names;   // with their dashes, short ones first
  std::string value;                // as shown: FILE; "" for a flag
  Values values = Values::None;
  std::vector<std::string> choices;
  std::string meaning;
};

struct OperandRow {
  std::string name, meaning;
  Values values = Values::Word;
  std::vector<std::string> choices;
  bool required = false, many = false;
};

struct CommandRow {
  std::string name, meaning;
  std::vector<OptionRow> options;   // those of the program itself hold for every command
  std::vector<OperandRow> operands;
  std::vector<CommandRow> commands;
};

// In the order in which they were added.
CommandRow tableOf(const CLI::App &app);

// The table of scalelint's own command line.
CommandRow commandTable();

} // namespace scalelint::driver
