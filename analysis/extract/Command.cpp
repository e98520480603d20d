// From a compile database's command to one that is safe to parse.
#include "analysis/extract/Command.h"

#include "analysis/extract/UserCode.h"

#include "clang/Driver/Options.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/TargetParser/Triple.h"

namespace options = clang::driver::options;
namespace path = llvm::sys::path;
using llvm::StringRef;

namespace scalelint::extract {
namespace {

// Options that change what the source means, by their names in Clang's option table. An -f option
// stands for its -fno- twin as well.
const StringRef Plain[] = {
    "D", "U", "I", "F", "isystem", "isystem-after", "iquote", "idirafter", "cxx-isystem", "include",
    "imacros", "iprefix", "iwithprefix", "iwithprefixbefore", "iframework", "isysroot", "sysroot",
    "sysroot=", "stdlib++-isystem", "std=", "stdlib=", "ansi", "undef", "trigraphs", "pthread",
    "nostdinc", "nostdinc++", "nostdlibinc", "target=", "target", "gcc-toolchain=",
    "gcc-install-dir="};

const StringRef Features[] = {
    "PIC", "PIE", "access-control", "aligned-allocation", "aligned-new", "asm", "blocks",
    "bracket-depth=", "builtin", "builtin-", "cf-protection", "cf-protection=", "char8_t",
    "coroutines", "constexpr-depth=", "constexpr-steps=", "coro-aligned-allocation",
    "cxx-exceptions", "declspec", "delayed-template-parsing", "digraphs", "dollars-in-identifiers",
    "enable-matrix", "exceptions", "experimental-library", "fast-math", "finite-math-only",
    "fixed-point", "freestanding", "gnu-keywords", "gnu89-inline", "gnuc-version=", "hosted",
    "lax-vector-conversions", "lax-vector-conversions=", "math-errno", "ms-compatibility",
    "ms-compatibility-version=", "ms-extensions", "msc-version=", "new-alignment=", "openmp",
    "openmp=", "openmp-simd", "openmp-version=", "operator-names", "pack-struct", "pack-struct=",
    "pic", "pie", "relaxed-template-template-args", "rtti", "sanitize=", "short-enums",
    "short-wchar", "signed-char", "sized-deallocation", "stack-protector", "stack-protector-all",
    "stack-protector-strong", "template-depth=", "trigraphs", "unsigned-char", "wchar"};

const StringRef Wrappers[] = {"ccache", "distcc", "sccache", "icecc", "env", "libtool", "gomacc",
                              "cachecc1", "buildcache", "nice", "time", "sh", "bash", "doas", "sudo"};

constexpr uint64_t LargestResponseFile = 4 << 20;
constexpr unsigned DeepestResponseFile = 8;
constexpr unsigned MostResponseFiles = 256; // a file that names itself twice doubles with each level

// The words of a command with its response files in place.
class Words {
public:
  Words(const Unit &unit, llvm::ArrayRef<std::string> trusted, llvm::vfs::FileSystem &files,
        std::vector<std::string> &refused)
      : unit(unit), trusted(trusted), files(files), refused(refused), saver(allocator) {
    for (const auto &argument : unit.arguments)
      add(argument, 0);
  }

  std::vector<const char *> all;

private:
  void add(StringRef word, unsigned depth) {
    if (!word.starts_with("@") || word.size() < 2) {
      all.push_back(saver.save(word).data());
      return;
    }
    auto text = responseFile(word.drop_front(), depth);
    if (!text)
      return;
    llvm::SmallVector<const char *, 64> words;
    llvm::cl::TokenizeGNUCommandLine(text->getBuffer(), saver, words);
    for (const char *inner : words)
      add(inner, depth + 1);
  }

  std::unique_ptr<llvm::MemoryBuffer> refuse(StringRef name, StringRef why) {
    std::string reason = ("response file '" + name + "' is left out; " + why).str();
    if (!llvm::is_contained(refused, reason))
      refused.push_back(std::move(reason));
    return nullptr;
  }

  std::unique_ptr<llvm::MemoryBuffer> read(StringRef name, StringRef file) {
    auto status = files.status(file);
    if (!status || !status->isRegularFile())
      return refuse(name, "it is not a file");
    if (status->getSize() > LargestResponseFile)
      return refuse(name, "it is too large");
    auto buffer = files.getBufferForFile(file);
    if (!buffer)
      return refuse(name, "it can't be read");
    return std::move(*buffer);
  }

  std::unique_ptr<llvm::MemoryBuffer> responseFile(StringRef name, unsigned depth) {
    llvm::SmallString<256> file(name), real;
    llvm::sys::fs::make_absolute(unit.directory, file);
    if (files.getRealPath(file, real)) {
      real = file;
      path::remove_dots(real, /*remove_dot_dot=*/true);
    }
    bool inside = llvm::any_of(trusted, [&](StringRef folder) {
      llvm::SmallString<256> realFolder;
      if (files.getRealPath(folder, realFolder))
        realFolder = folder;
      return isBelow(real, realFolder);
    });
    if (!inside)
      return refuse(name, "it lies outside the project and its build folder");
    if (depth >= DeepestResponseFile)
      return refuse(name, "response files are nested too deeply");
    if (++opened > MostResponseFiles)
      return refuse(name, "the command names too many response files");
    return read(name, real);
  }

  const Unit &unit;
  llvm::ArrayRef<std::string> trusted;
  llvm::vfs::FileSystem &files;
  std::vector<std::string> &refused;
  unsigned opened = 0;
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver;
};

bool isWrapper(StringRef word) { return llvm::is_contained(Wrappers, path::filename(word)); }

// Words in front of the compiler are skipped as words: `env A=b ccache g++`, `libtool --tag=CXX g++`.
llvm::ArrayRef<const char *> fromCompiler(llvm::ArrayRef<const char *> words) {
  while (!words.empty() && isWrapper(words.front())) {
    words = words.drop_front();
    while (!words.empty() && (StringRef(words.front()).starts_with("-") ||
                              path::filename(words.front()).contains('=')))
      words = words.drop_front();
  }
  return words;
}

// The compiler's name tells the language of `x.c`, and the machine: `aarch64-linux-gnu-g++-12`.
struct CompilerName {
  bool cxx = false;
  std::string target;
};

CompilerName readCompilerName(StringRef word) {
  StringRef name = path::filename(word);
  name.consume_back(".exe");
  StringRef bare = name.rtrim("0123456789.-");
  CompilerName result;
  result.cxx = bare.ends_with("++") || bare == "icpx" || bare == "icpc" || bare == "CC";
  if (size_t dash = bare.rfind('-'); dash != StringRef::npos) {
    llvm::Triple triple(bare.take_front(dash));
    if (triple.getArch() != llvm::Triple::UnknownArch)
      result.target = triple.str();
  }
  return result;
}

// GPU targets make the driver run a program that asks for the hardware.
bool isPlainTarget(StringRef target) {
  llvm::Triple triple(target);
  return !triple.isAMDGPU() && !triple.isNVPTX() && !triple.isSPIRV();
}

bool isKept(const llvm::opt::Arg &argument, TargetOptions target) {
  const auto &option = argument.getOption();
  StringRef name = option.getName();
  if (option.matches(options::OPT_m_Group))
    return target == TargetOptions::Kept;
  if (option.matches(options::OPT_O_Group))
    return true;
  if (name == "x")
    return llvm::StringSwitch<bool>(argument.getValue())
        .Cases("c", "c++", "objective-c", "objective-c++", true)
        .Default(false);
  if (name == "target=" || name == "target")
    return target == TargetOptions::Kept && isPlainTarget(argument.getValue());
  if (llvm::is_contained(Plain, name))
    return true;
  if (!name.consume_front("f"))
    return false;
  if (llvm::is_contained(Features, name))
    return true;
  return name.consume_front("no-") && llvm::is_contained(Features, name);
}

// `-Wp,-DX,-MD,file` hands options to the preprocessor: only macros are of interest.
void keepMacros(llvm::ArrayRef<const char *> values, std::vector<std::string> &arguments) {
  for (StringRef value : values)
    if (value.size() > 2 && (value.starts_with("-D") || value.starts_with("-U")))
      arguments.push_back(value.str());
}

// CMake includes its precompiled header's source as `-Xclang -include -Xclang FILE`.
bool keepForcedInclude(llvm::ArrayRef<const llvm::opt::Arg *> passed,
                       std::vector<std::string> &arguments) {
  if (passed.size() < 2 || StringRef(passed[0]->getValue()) != "-include")
    return false;
  arguments.insert(arguments.end(), {"-include", passed[1]->getValue()});
  return true;
}

} // namespace

Command sanitise(const Unit &unit, llvm::ArrayRef<std::string> trusted, StringRef resourceDir,
                 llvm::vfs::FileSystem &files, TargetOptions target) {
  Command command;
  Words words(unit, trusted, files, command.refused);
  auto rest = fromCompiler(words.all);
  CompilerName compiler = readCompilerName(rest.empty() ? "" : rest.front());

  // The driver finds system headers from where it stands: <prefix>/bin beside <prefix>/lib/clang/N.
  llvm::SmallString<256> driver(path::parent_path(path::parent_path(path::parent_path(resourceDir))));
  path::append(driver, "bin", compiler.cxx ? "clang++" : "clang");
  auto &kept = command.arguments;
  kept = {std::string(driver), "--no-default-config"};
  if (!compiler.target.empty() && isPlainTarget(compiler.target) && target == TargetOptions::Kept)
    kept.push_back("--target=" + compiler.target);

  unsigned missingIndex = 0, missingCount = 0;
  auto parsed = clang::driver::getDriverOptTable().ParseArgs(
      rest.empty() ? rest : rest.drop_front(), missingIndex, missingCount,
      llvm::opt::Visibility(options::ClangOption));
  std::vector<const llvm::opt::Arg *> forFrontend;
  for (const llvm::opt::Arg *argument : parsed)
    if (argument->getOption().matches(options::OPT_Xclang))
      forFrontend.push_back(argument);

  size_t passed = 0;
  for (const llvm::opt::Arg *argument : parsed) {
    const auto &option = argument->getOption();
    if (option.matches(options::OPT_Xclang)) {
      keepForcedInclude(llvm::ArrayRef(forFrontend).drop_front(passed++), kept);
      continue;
    }
    if (option.matches(options::OPT_Wp_COMMA) || option.matches(options::OPT_Xpreprocessor)) {
      keepMacros(argument->getValues(), kept);
      continue;
    }
    if (!isKept(*argument, target))
      continue;
    llvm::opt::ArgStringList rendered;
    argument->render(parsed, rendered);
    kept.insert(kept.end(), rendered.begin(), rendered.end());
  }

  llvm::SmallString<256> file(unit.file);
  llvm::sys::fs::make_absolute(unit.directory, file);
  kept.insert(kept.end(), {"-fsyntax-only", "-Wno-everything", "-ferror-limit=0",
                           "-resource-dir=" + resourceDir.str(), "--", std::string(file)});
  return command;
}

} // namespace scalelint::extract
