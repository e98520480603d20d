// From CLI11's objects to plain rows.
#include "driver/CommandTable.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"

#include <CLI/CLI.hpp>

using llvm::StringRef;

namespace scalelint::driver {
namespace {

// A value's name says what it is; one of several words is shown as all of them: auto|always|never.
Values valuesOf(StringRef shown) {
  if (shown.contains('|'))
    return Values::Choice;
  return llvm::StringSwitch<Values>(shown)
      .Case("", Values::None)
      .Cases("FILE", "PATH", "BUILD", Values::File)
      .Case("DIR", Values::Folder)
      .Case("CHECK", Values::Check)
      .Case("GLOBS", Values::CheckGlobs)
      .Case("REV", Values::Revision)
      .Default(Values::Word);
}

std::vector<std::string> choicesOf(StringRef shown) {
  llvm::SmallVector<StringRef> words;
  if (shown.contains('|'))
    shown.split(words, '|');
  return std::vector<std::string>(words.begin(), words.end());
}

// CLI11 puts what a value is checked for behind its name.
std::string shownValue(const CLI::Option &option) {
  bool isFlag = option.get_items_expected_max() == 0;
  return isFlag ? std::string() : StringRef(option.get_type_name()).split(':').first.str();
}

OptionRow optionRow(const CLI::Option &option) {
  OptionRow row;
  for (const auto &name : option.get_snames())
    row.names.push_back("-" + name);
  for (const auto &name : option.get_lnames())
    row.names.push_back("--" + name);
  row.value = shownValue(option);
  row.values = valuesOf(row.value);
  row.choices = choicesOf(row.value);
  row.meaning = option.get_description();
  return row;
}

OperandRow operandRow(const CLI::Option &option) {
  OperandRow row;
  row.name = option.get_name(/*positional=*/true);
  row.meaning = option.get_description();
  std::string shown = shownValue(option);
  row.choices = choicesOf(shown);
  row.values = row.choices.empty() ? valuesOf(row.name) : Values::Choice;
  row.required = option.get_required();
  row.many = option.get_items_expected_max() > 1;
  return row;
}

} // namespace

CommandRow tableOf(const CLI::App &app) {
  CommandRow row;
  row.name = app.get_name();
  row.meaning = app.get_description();
  for (const CLI::Option *option : app.get_options()) {
    // The program's own --help says it for all commands.
    if (option == app.get_help_ptr() && app.get_parent())
      continue;
    if (option->get_positional())
      row.operands.push_back(operandRow(*option));
    else
      row.options.push_back(optionRow(*option));
  }
  for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
    row.commands.push_back(tableOf(*command));
  return row;
}

} // namespace scalelint::driver
