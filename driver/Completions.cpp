// Completions of bash, zsh and fish. Each shell has an opening of its own, a few functions that every command line needs; the
// rest are rows of the table in the shell's words.
#include "driver/Completions.h"

#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace scalelint::driver {
namespace {

// Calls `visit(command, words)` for the program and every command; the words of `scalelint baseline update` are
// {"baseline", "update"}.
template <class Visit>
void forEachCommand(const CommandRow &command, Visit visit, std::vector<std::string> words = {}) {
  visit(command, words);
  for (const CommandRow &each : command.commands) {
    words.push_back(each.name);
    forEachCommand(each, visit, words);
    words.pop_back();
  }
}

std::string spaced(llvm::ArrayRef<std::string> words) { return llvm::join(words, " "); }

std::string commandNames(const CommandRow &command) {
  std::vector<std::string> names;
  for (const CommandRow &each : command.commands)
    names.push_back(each.name);
  return spaced(names);
}

// In single quotes, for any of the shells.
std::string quoted(StringRef text, StringRef quoteMark) {
  std::string inside;
  for (char c : text)
    inside += c == '\'' ? quoteMark.str() : std::string(1, c);
  return "'" + inside + "'";
}

// --- bash

const char *const BashOpening = R"bash(# Completes scalelint in bash; written by `scalelint completions bash`.
_scalelint_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2"); }
_scalelint_files() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$1"); }
_scalelint_folders() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$1"); }
_scalelint_revisions() {
  mapfile -t COMPREPLY < <(compgen -W "HEAD $(git for-each-ref --format='%(refname:short)' 2>/dev/null)" -- "$1")
}
# The last word of a list with commas, with or without a '-'.
_scalelint_globs() {
  local before='' last=$1
  if [[ $last == *,* ]]; then before=${last%,*},; last=${last##*,}; fi
  if [[ $last == -* ]]; then before+=-; last=${last#-}; fi
  compopt -o nospace
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$_scalelint_checks" -- "$last")
}
)bash";

const char *const BashHead = R"bash(_scalelint() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
  COMPREPLY=()
  # '--option=value' comes as three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]] && ((COMP_CWORD > 2)); then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
)bash";

std::string bashValues(Values values, llvm::ArrayRef<std::string> choices) {
  switch (values) {
  case Values::None:
  case Values::Word:
    return "";
  case Values::Choice:
    return "_scalelint_words '" + spaced(choices) + "' \"$cur\"";
  case Values::File:
    return "_scalelint_files \"$cur\"";
  case Values::Folder:
    return "_scalelint_folders \"$cur\"";
  case Values::Check:
    return "_scalelint_words \"$_scalelint_checks\" \"$cur\"";
  case Values::CheckGlobs:
    return "_scalelint_globs \"$cur\"";
  case Values::Revision:
    return "_scalelint_revisions \"$cur\"";
  }
  return "";
}

// The values of options: which stands in front of the cursor, in which command.
void writeBashValues(llvm::raw_ostream &out, const CommandRow &command, llvm::ArrayRef<std::string> words) {
  for (const OptionRow &option : command.options) {
    if (option.values == Values::None)
      continue;
    std::vector<std::string> patterns;
    for (const auto &name : option.names)
      patterns.push_back(words.empty() ? "*' " + name + "'" : "' " + spaced(words) + " " + name + "'");
    std::string values = bashValues(option.values, option.choices);
    out << "    " << llvm::join(patterns, " | ") << ") " << values << (values.empty() ? "" : "; ") << "return ;;\n";
  }
}

void writeBash(llvm::raw_ostream &out, const CommandRow &program, llvm::ArrayRef<std::string> checks) {
  out << BashOpening << "_scalelint_checks='" << spaced(checks) << "'\n" << BashHead;
  forEachCommand(program, [&](const CommandRow &, llvm::ArrayRef<std::string> words) {
    if (!words.empty())
      out << "      ' " << spaced(words) << "') command=' " << spaced(words) << "' ;;\n";
  });
  out << "    esac\n  done\n  case \"$command $prev\" in\n";
  // Those of commands first: what the program itself takes matches any command.
  forEachCommand(program, [&](const CommandRow &command, llvm::ArrayRef<std::string> words) {
    if (!words.empty())
      writeBashValues(out, command, words);
  });
  writeBashValues(out, program, {});
  out << "  esac\n  local options='";
  std::vector<std::string> global;
  for (const OptionRow &option : program.options)
    llvm::append_range(global, option.names);
  out << spaced(global) << "'\n  case \"$command\" in\n";
  forEachCommand(program, [&](const CommandRow &command, llvm::ArrayRef<std::string> words) {
    std::vector<std::string> names;
    for (const OptionRow &option : command.options)
      llvm::append_range(names, option.names);
    out << "    '" << (words.empty() ? "" : " ") << spaced(words) << "')\n";
    if (!words.empty() && !names.empty())
      out << "      options+=' " << spaced(names) << "'\n";
    std::string rest = command.operands.empty()
                           ? (command.commands.empty() ? "" : "_scalelint_words '" + commandNames(command) + "' \"$cur\"")
                           : bashValues(command.operands.front().values, command.operands.front().choices);
    if (!rest.empty())
      out << "      [[ $cur == -* ]] || " << rest << '\n';
    out << "      ;;\n";
  });
  out << "  esac\n  if [[ $cur == -* ]]; then _scalelint_words \"$options\" \"$cur\"; fi\n}\n"
      << "complete -F _scalelint scalelint\n";
}

// --- zsh

const char *const ZshOpening = R"zsh(#compdef scalelint
# Completes scalelint in zsh; written by `scalelint completions zsh`.
_scalelint_revisions() {
  local -a revisions=(HEAD ${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  compadd -a revisions
}
_scalelint_complete_ids() { compadd -a _scalelint_ids }
# The last word of a list with commas, with or without a '-'.
_scalelint_globs() {
  compset -P '*,'
  compset -P '-'
  compadd -S '' -a _scalelint_ids
}
)zsh";

std::string zshValues(Values values, llvm::ArrayRef<std::string> choices) {
  switch (values) {
  case Values::None:
  case Values::Word:
    return " ";
  case Values::Choice:
    return "(" + spaced(choices) + ")";
  case Values::File:
    return "_files";
  case Values::Folder:
    return "_files -/";
  case Values::Check:
    return "_scalelint_complete_ids";
  case Values::CheckGlobs:
    return "_scalelint_globs";
  case Values::Revision:
    return "_scalelint_revisions";
  }
  return " ";
}

// For inside a specification of _arguments.
std::string zshText(StringRef text) {
  std::string escaped;
  for (char c : text) {
    if (StringRef("[]:\\").contains(c))
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string zshQuoted(StringRef text) { return quoted(text, "'\\''"); }

void writeZshOptions(llvm::raw_ostream &out, const CommandRow &command) {
  for (const OptionRow &option : command.options)
    for (const auto &name : option.names) {
      bool isLong = StringRef(name).starts_with("--");
      bool hasValue = option.values != Values::None;
      std::string spec = "(" + spaced(option.names) + ")" + name + (!hasValue ? "" : isLong ? "=" : "+");
      spec += "[" + zshText(option.meaning) + "]";
      if (hasValue)
        spec += ":" + zshText(option.value) + ":" + zshValues(option.values, option.choices);
      out << "    " << zshQuoted(spec) << '\n';
    }
}

void writeZshCommand(llvm::raw_ostream &out, const CommandRow &command, llvm::ArrayRef<std::string> words) {
  std::string function = "_scalelint" + (words.empty() ? "" : "_" + llvm::join(words, "_"));
  out << function << "() {\n  local -a arguments=(\n";
  writeZshOptions(out, command);
  if (command.commands.empty()) {
    for (const OperandRow &operand : command.operands)
      out << "    "
          << zshQuoted((operand.many ? "*:" : ":") + zshText(operand.name) + ":" +
                       zshValues(operand.values, operand.choices))
          << '\n';
    out << "  )\n  _arguments -s " << (words.empty() ? "" : "$_scalelint_options ") << "$arguments\n}\n";
    return;
  }
  out << "  )\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n"
      << "  _arguments -C " << (words.empty() ? "" : "$_scalelint_options ")
      << "$arguments '1: :->command' '*:: :->rest'\n"
      << "  case $state in\n    command)\n      local -a commands=(";
  for (const CommandRow &each : command.commands)
    out << "\n        " << zshQuoted(each.name + ":" + each.meaning);
  out << ")\n      _describe command commands ;;\n    rest)\n      case $line[1] in\n";
  for (const CommandRow &each : command.commands)
    out << "        " << each.name << ") " << function << "_" << each.name << " ;;\n";
  out << "      esac ;;\n  esac\n}\n";
}

void writeZsh(llvm::raw_ostream &out, const CommandRow &program, llvm::ArrayRef<std::string> checks) {
  out << ZshOpening << "typeset -ga _scalelint_ids=(" << spaced(checks) << ")\n"
      << "# These stand before or behind any command.\ntypeset -ga _scalelint_options=(\n";
  writeZshOptions(out, program);
  out << ")\n";
  forEachCommand(program, [&](const CommandRow &command, llvm::ArrayRef<std::string> words) {
    writeZshCommand(out, command, words);
  });
  out << "if [[ $funcstack[1] = _scalelint ]]; then _scalelint \"$@\"; else compdef _scalelint scalelint; fi\n";
}

// --- fish

const char *const FishOpening = R"fish(# Completes scalelint in fish; written by `scalelint completions fish`.
function __scalelint_revisions
    echo HEAD
    git for-each-ref --format='%(refname:short)' 2>/dev/null
end
# The last word of a list with commas, with or without a '-'.
function __scalelint_globs
    set -l before (string match -r '^(?:--checks=)?(?:.*,)?-?' -- (commandline -ct) | string replace -- '--checks=' '')
    printf '%s\n' $before$__scalelint_checks
end
complete -c scalelint -f
)fish";

std::string fishValues(Values values, llvm::ArrayRef<std::string> choices) {
  switch (values) {
  case Values::None:
    return "";
  case Values::Word:
    return " -x";
  case Values::Choice:
    return " -x -a '" + spaced(choices) + "'";
  case Values::File:
    return " -r -F";
  case Values::Folder:
    return " -x -a '(__fish_complete_directories)'";
  case Values::Check:
    return " -x -a '$__scalelint_checks'";
  case Values::CheckGlobs:
    return " -x -a '(__scalelint_globs)'";
  case Values::Revision:
    return " -x -a '(__scalelint_revisions)'";
  }
  return "";
}

std::string fishQuoted(StringRef text) { return quoted(text, "\\'"); }

// Holds when the command has been written and none of its own yet.
std::string fishCondition(const CommandRow &command, llvm::ArrayRef<std::string> words) {
  std::vector<std::string> parts;
  for (const auto &word : words)
    parts.push_back("__fish_seen_subcommand_from " + word);
  if (!command.commands.empty())
    parts.push_back("not __fish_seen_subcommand_from " + commandNames(command));
  return parts.empty() ? "" : " -n '" + llvm::join(parts, "; and ") + "'";
}

void writeFishCommand(llvm::raw_ostream &out, const CommandRow &command, llvm::ArrayRef<std::string> words) {
  std::string condition = fishCondition(command, words);
  for (const CommandRow &each : command.commands)
    out << "complete -c scalelint" << condition << " -a " << each.name << " -d " << fishQuoted(each.meaning) << '\n';
  for (const OperandRow &operand : command.operands) {
    // Its values stand alone, not behind an option: neither -x nor -r.
    std::string all = fishValues(operand.values, operand.choices);
    StringRef values = all;
    values.consume_front(" -x") || values.consume_front(" -r");
    if (!values.empty())
      out << "complete -c scalelint" << condition << values << '\n';
  }
  for (const OptionRow &option : command.options) {
    // The program's own options hold everywhere.
    out << "complete -c scalelint" << (words.empty() ? "" : condition);
    for (const auto &name : option.names)
      out << (StringRef(name).starts_with("--") ? " -l " : " -s ") << StringRef(name).ltrim('-');
    out << fishValues(option.values, option.choices) << " -d " << fishQuoted(option.meaning) << '\n';
  }
}

void writeFish(llvm::raw_ostream &out, const CommandRow &program, llvm::ArrayRef<std::string> checks) {
  out << FishOpening << "set -g __scalelint_checks " << spaced(checks) << '\n';
  forEachCommand(program, [&](const CommandRow &command, llvm::ArrayRef<std::string> words) {
    writeFishCommand(out, command, words);
  });
}

} // namespace

void writeCompletions(llvm::raw_ostream &out, Shell shell, const CommandRow &program,
                      llvm::ArrayRef<std::string> checks) {
  switch (shell) {
  case Shell::Bash:
    return writeBash(out, program, checks);
  case Shell::Zsh:
    return writeZsh(out, program, checks);
  case Shell::Fish:
    return writeFish(out, program, checks);
  }
}

} // namespace scalelint::driver
