// compile_commands.json → the units to analyse.
#include "driver/CompileDatabase.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

#include <map>

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using llvm::StringRef;
using llvm::Twine;

namespace scalelint::driver {
namespace {

const StringRef FileName = "compile_commands.json";

llvm::Error databaseError(const Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

std::string absolute(StringRef name, StringRef folder) {
  llvm::SmallString<256> result(name);
  if (folder.empty())
    fs::make_absolute(result);
  else
    fs::make_absolute(folder, result);
  path::remove_dots(result, /*remove_dot_dot=*/true);
  return std::string(result);
}

bool isSource(StringRef file) {
  return llvm::StringSwitch<bool>(path::extension(file))
      .Cases(".c", ".C", ".cc", ".cpp", ".cxx", ".c++", ".cp", ".CPP", ".ipp", true)
      .Cases(".cppm", ".ixx", ".cxxm", ".c++m", ".ccm", true)
      .Default(false);
}

// CMake's source of a precompiled header includes what every unit includes already.
bool isPrecompiledHeaderSource(StringRef file) {
  return path::filename(file).starts_with("cmake_pch.");
}

bool namesLanguage(const extract::Unit &unit) {
  return llvm::any_of(unit.arguments, [](StringRef word) {
    return word == "-xc" || word == "-xc++" || word == "c++" || word == "c";
  });
}

// The JSON parser recurses with its input. A database is a list of objects with lists of words.
bool nestsTooDeeply(StringRef json) {
  constexpr unsigned Deepest = 32;
  unsigned depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < json.size(); ++i) {
    char c = json[i];
    if (quoted && c == '\\')
      ++i;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '[' || c == '{') && ++depth > Deepest)
      return true;
    else if (!quoted && (c == ']' || c == '}') && depth > 0)
      --depth;
  }
  return false;
}

std::string string(const llvm::json::Object &entry, StringRef key) {
  return entry.getString(key).value_or("").str();
}

// What is missing in an entry; "" for a good one, which is then in `unit`.
std::string readEntry(const llvm::json::Value &value, StringRef folder, extract::Unit &unit) {
  const auto *entry = value.getAsObject();
  if (!entry)
    return "is not an object";
  std::string file = string(*entry, "file");
  if (file.empty())
    return "has no 'file'";
  std::string directory = string(*entry, "directory");
  unit.directory = directory.empty() ? folder.str() : absolute(directory, folder);
  unit.file = absolute(file, unit.directory);
  if (const auto *arguments = entry->getArray("arguments")) {
    for (const auto &argument : *arguments)
      if (auto word = argument.getAsString())
        unit.arguments.push_back(word->str());
  } else if (auto command = entry->getString("command")) {
    llvm::BumpPtrAllocator allocator;
    llvm::StringSaver saver(allocator);
    llvm::SmallVector<const char *, 64> words;
    llvm::cl::TokenizeGNUCommandLine(*command, saver, words);
    unit.arguments.assign(words.begin(), words.end());
  }
  // A null byte ends a word for the compiler's driver, so such a command can't be what was run.
  if (llvm::any_of(unit.arguments, [](StringRef word) { return word.contains('\0'); }) ||
      StringRef(unit.file).contains('\0') || StringRef(unit.directory).contains('\0'))
    return "holds a null byte";
  return unit.arguments.empty() ? "has neither 'command' nor 'arguments'" : "";
}

} // namespace

llvm::Expected<std::string> findCompileDatabase(StringRef build) {
  if (!build.empty()) {
    std::string file = absolute(build, "");
    if (fs::is_directory(file))
      file = absolute(FileName, file);
    if (fs::exists(file))
      return file;
    return databaseError("no " + FileName + " at '" + build +
                         "'; configure with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or let "
                         "'bear -- make' write one");
  }
  llvm::SmallString<256> here;
  fs::current_path(here);
  std::vector<std::string> folders = {std::string(here), absolute("build", here)};
  for (StringRef above = path::parent_path(here); !above.empty(); above = path::parent_path(above))
    folders.push_back(above.str());
  for (StringRef folder : folders)
    if (std::string file = absolute(FileName, folder); fs::exists(file))
      return file;
  return databaseError("no " + FileName + " here, in ./build or above; name its folder with -p");
}

llvm::Expected<CompileDatabase> parseCompileDatabase(StringRef text, StringRef file) {
  if (text.trim().empty())
    return databaseError(file + ": is empty; expected a list of compile commands");
  if (nestsTooDeeply(text))
    return databaseError(file + ": is nested deeper than any compile database");
  auto json = llvm::json::parse(text);
  if (!json)
    return databaseError(file + ": is no JSON, or cut off: " + llvm::toString(json.takeError()));
  const auto *entries = json->getAsArray();
  if (!entries)
    return databaseError(file + ": expected a list of compile commands");
  if (entries->empty())
    return databaseError(file + ": lists no compile commands");

  CompileDatabase database;
  database.file = file.str();
  database.folder = path::parent_path(file).str();
  std::map<std::string, extract::Unit> byFile;
  for (size_t index = 0; index < entries->size(); ++index) {
    extract::Unit unit;
    std::string fault = readEntry((*entries)[index], database.folder, unit);
    if (!fault.empty()) {
      std::string message = (file + ": entry " + Twine(index + 1) + " " + fault).str();
      database.notifications.push_back({Level::Warning, "entry-invalid", message, std::nullopt});
      continue;
    }
    if ((!isSource(unit.file) && !namesLanguage(unit)) || isPrecompiledHeaderSource(unit.file))
      continue;
    std::string name = unit.file;
    if (!byFile.try_emplace(name, std::move(unit)).second)
      ++database.duplicates;
  }
  for (auto &[name, unit] : byFile)
    database.units.push_back(std::move(unit));
  return database;
}

llvm::Expected<CompileDatabase> readCompileDatabase(StringRef file) {
  auto text = llvm::MemoryBuffer::getFile(file);
  if (!text)
    return databaseError(file + ": can't be read: " + text.getError().message());
  return parseCompileDatabase((*text)->getBuffer(), file);
}

} // namespace scalelint::driver
