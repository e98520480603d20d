// Which code is the project's own, and which of its units are analysed.
#include "driver/Project.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using llvm::StringRef;

namespace scalelint::driver {

using extract::isBelow;

namespace {

// Links resolved where the path exists.
std::string real(StringRef name) {
  llvm::SmallString<256> absolute(name), result;
  fs::make_absolute(absolute);
  if (!fs::real_path(absolute, result))
    return std::string(result);
  path::remove_dots(absolute, /*remove_dot_dot=*/true);
  return std::string(absolute);
}

std::string cmakeSourceFolder(StringRef build) {
  llvm::SmallString<256> file(build);
  path::append(file, "CMakeCache.txt");
  auto text = llvm::MemoryBuffer::getFile(file);
  if (!text)
    return {};
  StringRef rest = (*text)->getBuffer();
  while (!rest.empty()) {
    auto [line, after] = rest.split('\n');
    if (line.consume_front("CMAKE_HOME_DIRECTORY:INTERNAL="))
      return line.rtrim().str();
    rest = after;
  }
  return {};
}

} // namespace

std::string commonFolder(llvm::ArrayRef<extract::Unit> units) {
  if (units.empty())
    return {};
  std::string common = path::parent_path(real(units.front().file)).str();
  for (const auto &unit : units.drop_front()) {
    std::string file = real(unit.file);
    while (!isBelow(file, common))
      common = path::parent_path(common).str();
  }
  return common;
}

std::string sourceRoot(const UnitOptions &options, const Configuration &configuration,
                       const CompileDatabase &database) {
  if (!options.sourceRoot.empty())
    return real(options.sourceRoot);
  if (!configuration.folder.empty())
    return real(configuration.folder);
  std::string cmake = cmakeSourceFolder(database.folder);
  bool holdsUnits = !cmake.empty() && llvm::any_of(database.units, [&](const auto &unit) {
    return isBelow(real(unit.file), real(cmake));
  });
  if (holdsUnits)
    return real(cmake);
  std::string common = commonFolder(database.units);
  if (isBelow(common, real(database.folder)))
    return real(database.folder);
  StringRef name = path::filename(common);
  bool besideHeaders = name == "src" || name == "source" || name == "sources" || name == "lib";
  return besideHeaders ? path::parent_path(common).str() : common;
}

extract::UserCode userCode(StringRef root, const Configuration &configuration,
                           const CompileDatabase &database) {
  auto excluded = configuration.exclude.value_or(defaultExclude());
  std::string build = real(database.folder);
  if (isBelow(build, root) && build != root)
    excluded.push_back(extract::globOf(build));
  return extract::UserCode({root.str()}, std::move(excluded));
}

llvm::Expected<std::vector<extract::Unit>> selectUnits(const CompileDatabase &database,
                                                       const extract::UserCode &user,
                                                       llvm::ArrayRef<std::string> paths) {
  auto failure = [](const llvm::Twine &message) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
  };
  std::vector<std::string> wanted;
  for (const auto &path : paths) {
    if (!fs::exists(path))
      return failure("no such file or folder: '" + path + "'");
    wanted.push_back(real(path));
  }
  std::vector<bool> used(wanted.size());
  std::vector<extract::Unit> selected;
  for (const auto &unit : database.units) {
    std::string file = real(unit.file);
    bool isWanted = wanted.empty(), isNamed = false;
    for (size_t index = 0; index < wanted.size(); ++index) {
      if (!isBelow(file, wanted[index]))
        continue;
      used[index] = isWanted = true;
      isNamed |= file == wanted[index];
    }
    if (isNamed || (isWanted && user.contains(file)))
      selected.push_back(unit);
  }
  for (size_t index = 0; index < wanted.size(); ++index)
    if (!used[index])
      return failure("'" + paths[index] + "' selects no unit of " + database.file +
                     "; headers are analysed with the units that include them");
  if (selected.empty())
    return failure(database.file + ": none of its " + llvm::Twine(database.units.size()) +
                   " units is user code below '" + user.folders().front() +
                   "'; see 'exclude' in .scalelint.yaml, or name --source-root");
  return selected;
}

} // namespace scalelint::driver
