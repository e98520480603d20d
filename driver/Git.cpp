// Runs git.
#include "driver/Git.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

extern char **environ;

namespace scalelint::driver {
namespace {

constexpr unsigned Patience = 300; // seconds

llvm::Error failure(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

// In front of every command; settings given here win over those of files.
const char *const Harmless[] = {"--no-pager",
                                "-c", "core.fsmonitor=false",
                                "-c", "core.hooksPath=/dev/null",
                                "-c", "core.attributesFile=/dev/null",
                                "-c", "diff.external=",
                                "-c", "core.askPass=",
                                "-c", "credential.helper=",
                                "-c", "protocol.allow=never"};

const char *const OwnEnvironment[] = {
    "GIT_CONFIG_NOSYSTEM=1",
    "GIT_ALLOW_PROTOCOL=none", // the names of those that are allowed; stronger than any `protocol.*.allow`
    "GIT_NO_LAZY_FETCH=1",
    "GIT_OPTIONAL_LOCKS=0",
    "GIT_TERMINAL_PROMPT=0",
    "LC_ALL=C",
};

// The user's own configuration stays: it says which foreign folders git may trust.
std::vector<llvm::StringRef> environment() {
  std::vector<llvm::StringRef> variables(std::begin(OwnEnvironment), std::end(OwnEnvironment));
  for (char **each = environ; *each; ++each) {
    llvm::StringRef variable = *each;
    bool isGits = variable.starts_with("GIT_") && !variable.starts_with("GIT_CONFIG_GLOBAL=");
    if (!isGits && !variable.starts_with("LC_ALL="))
      variables.push_back(variable);
  }
  return variables;
}

// A file that lives as long as this does.
class Scratch {
public:
  Scratch() : remover(llvm::StringRef()) {
    llvm::SmallString<128> name;
    if (llvm::sys::fs::createTemporaryFile("scalelint-git", "", name))
      return;
    path = std::string(name);
    remover.setFile(path);
  }
  std::string read() const {
    auto text = llvm::MemoryBuffer::getFile(path);
    return text ? (*text)->getBuffer().str() : std::string();
  }
  std::string path; // "" when it could not be made

private:
  llvm::FileRemover remover;
};

} // namespace

llvm::Expected<Git> Git::find(llvm::StringRef top) {
  auto program = llvm::sys::findProgramByName("git");
  if (!program)
    return failure("there is no 'git' in PATH");
  return Git(*program, top.str());
}

llvm::Expected<Git::Outcome> Git::run(llvm::ArrayRef<std::string> arguments, llvm::StringRef input) const {
  Scratch in, out, err;
  if (in.path.empty() || out.path.empty() || err.path.empty())
    return failure("cannot make a temporary file");
  std::error_code failed;
  llvm::raw_fd_ostream(in.path, failed) << input;
  if (failed)
    return failure("cannot write a temporary file: " + failed.message());
  std::vector<llvm::StringRef> words = {program, "-C", top};
  words.insert(words.end(), std::begin(Harmless), std::end(Harmless));
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<llvm::StringRef> variables = environment();
  std::optional<llvm::StringRef> redirects[] = {in.path, out.path, err.path};
  std::string reason;
  Outcome outcome;
  outcome.exit = llvm::sys::ExecuteAndWait(program, words, llvm::ArrayRef(variables), redirects, Patience,
                                           /*MemoryLimit=*/0, &reason);
  if (outcome.exit < 0)
    return failure("cannot run git: " + reason);
  outcome.out = out.read();
  outcome.err = err.read();
  return outcome;
}

llvm::Expected<std::string> Git::read(llvm::ArrayRef<std::string> arguments, llvm::StringRef input) const {
  auto outcome = run(arguments, input);
  if (!outcome)
    return outcome.takeError();
  if (outcome->exit != 0) {
    llvm::StringRef complaint = llvm::StringRef(outcome->err).split('\n').first;
    return failure("git: " + (complaint.empty() ? "it fails without a word" : complaint));
  }
  return std::move(outcome->out);
}

} // namespace scalelint::driver
