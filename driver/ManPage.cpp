// The manual page in mdoc(7). What the options are comes from the table; what stands here is what no option says.
#include "driver/ManPage.h"

#include "llvm/ADT/StringRef.h"

using llvm::StringRef;

namespace scalelint::driver {
namespace {

const char *const Description = R"(.Nm
reads a C++ service as one whole program and reports what will not survive growth: queries and remote calls in loops, results
without a bound, operations without a deadline.
It needs the compile commands of the project
.Pq Pa compile_commands.json
and runs nothing that they name.
What calls of libraries mean is told by rule packs.
)";

const char *const Rest = R"(.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev GITHUB_STEP_SUMMARY
with
.Fl -github :
the file that the job summary is added to
.El
.Sh FILES
.Bl -tag -width Ds
.It Pa .scalelint.yaml
the configuration, looked for upward from the sources
.It Pa .scalelint-baseline.sarif
what
.Cm baseline update
writes
.It Pa BUILD/.scalelint
the cache
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
nothing at or above the level of
.Fl -fail-on
.It 1
findings
.It 2
an error of usage or configuration, or a file that cannot be written
.It 3
some unit could not be analysed wholly; the rest is reported
.El
.Sh EXAMPLES
Findings of a whole project, on the terminal and as SARIF:
.Pp
.Dl scalelint check -p build --sarif out.sarif
.Pp
Only what the branch at hand touches:
.Pp
.Dl scalelint check -p build --diff origin/main
.Pp
From now on, only what is new:
.Pp
.Dl scalelint baseline update -p build
.Dl scalelint check -p build --baseline .scalelint-baseline.sarif
.Sh SEE ALSO
.Xr clang-tidy 1 ,
.Xr cmake 1
)";

// Neither a request nor an escape: "\" starts one anywhere, "." and "'" do at the start of a line.
std::string plain(StringRef text) {
  std::string escaped = text.starts_with(".") || text.starts_with("'") ? "\\&" : "";
  for (char c : text)
    escaped += c == '\\' ? std::string("\\e") : std::string(1, c);
  return escaped;
}

void writeOption(llvm::raw_ostream &out, const OptionRow &option) {
  out << ".It";
  for (const auto &name : option.names)
    out << (name == option.names.front() ? " Fl " : " , Fl ") << StringRef(name).drop_front();
  if (!option.value.empty())
    out << " Ar " << option.value;
  out << '\n' << plain(option.meaning) << '\n';
}

void writeOptions(llvm::raw_ostream &out, const CommandRow &command) {
  if (command.operands.empty() && command.options.empty())
    return;
  out << ".Bl -tag -width Ds\n";
  for (const OperandRow &operand : command.operands)
    out << ".It Ar " << operand.name << '\n' << plain(operand.meaning) << '\n';
  for (const OptionRow &option : command.options)
    writeOption(out, option);
  out << ".El\n";
}

// One section for every command that can be run; `words` are those in front of it.
void writeCommands(llvm::raw_ostream &out, const CommandRow &command, const std::string &words) {
  for (const CommandRow &each : command.commands) {
    std::string line = words + each.name;
    if (!each.commands.empty()) {
      writeCommands(out, each, line + " ");
      continue;
    }
    out << ".Ss " << line << '\n' << plain(each.meaning) << '\n';
    writeOptions(out, each);
  }
}

void writeSynopsis(llvm::raw_ostream &out, const CommandRow &command, const std::string &words) {
  for (const CommandRow &each : command.commands) {
    std::string line = words + each.name;
    if (!each.commands.empty()) {
      writeSynopsis(out, each, line + " ");
      continue;
    }
    out << ".Nm\n.Cm " << line << '\n';
    if (!each.options.empty())
      out << ".Op Ar options\n";
    for (const OperandRow &operand : each.operands)
      out << (operand.required ? ".Ar " : ".Op Ar ") << operand.name << (operand.many ? " ...\n" : "\n");
  }
}

} // namespace

void writeManPage(llvm::raw_ostream &out, const CommandRow &program, const Build &build) {
  out << ".Dd " << build.date << "\n.Dt SCALELINT 1\n.Os \"scalelint " SCALELINT_VERSION "\"\n"
      << ".Sh NAME\n.Nm scalelint\n.Nd finds what makes a C++ service slow, fragile or unsafe under load\n"
      << ".Sh SYNOPSIS\n";
  writeSynopsis(out, program, "");
  out << ".Sh DESCRIPTION\n" << Description << ".Sh COMMANDS\n";
  writeCommands(out, program, "");
  out << ".Sh OPTIONS\nThese stand before or behind any command:\n";
  writeOptions(out, program);
  out << Rest;
}

} // namespace scalelint::driver
