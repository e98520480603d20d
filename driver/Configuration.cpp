// .scalelint.yaml as plain data.
#include "driver/Configuration.h"

#include "analysis/model/Scalars.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace scalelint::driver {

static const char *const FileName = ".scalelint.yaml";

std::vector<std::string> defaultExclude() {
  return {"third_party", "third-party", "thirdparty", "3rdparty", "vendor", "external", "_deps",
          "node_modules", "test", "tests", "unittest", "unittests", "*_test.cpp", "*_test.cc",
          "*.pb.cc", "*.pb.h", "moc_*", "qrc_*", "ui_*.h", "mocs_compilation.cpp"};
}

llvm::Expected<Configuration> loadConfiguration(StringRef file, llvm::ArrayRef<const Check *> checks) {
  llvm::SmallString<256> path(file);
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  auto text = llvm::MemoryBuffer::getFile(path);
  if (!text)
    return llvm::createFileError(path, text.getError());
  return parseConfiguration((*text)->getBuffer(), path, checks, *llvm::vfs::getRealFileSystem());
}

const char *name(VersionPolicy policy) {
  switch (policy) {
  case VersionPolicy::Path:
    return "path";
  case VersionPolicy::Header:
    return "header";
  case VersionPolicy::Query:
    return "query";
  case VersionPolicy::None:
    return "none";
  }
  return "path";
}

CheckOptions optionsOf(const Configuration &configuration, const Check &check) {
  CheckOptions options;
  if (auto given = configuration.checkOptions.find(check.id); given != configuration.checkOptions.end())
    options = given->second;
  auto offer = [&](StringRef name, std::string value) {
    if (llvm::any_of(check.options, [&](const OptionDescription &option) { return option.name == name; }))
      options.values.try_emplace(name.str(), std::move(value));
  };
  offer("timeout-ceiling", model::spellDuration(configuration.timeouts.ceiling));
  offer("routes.version", name(configuration.routes.version));
  offer("routes.unversioned-ok", llvm::join(configuration.routes.unversionedOk, "\n"));
  return options;
}

std::string findConfiguration(StringRef folder) {
  for (; !folder.empty(); folder = llvm::sys::path::parent_path(folder)) {
    llvm::SmallString<256> candidate(folder);
    llvm::sys::path::append(candidate, FileName);
    if (llvm::sys::fs::is_regular_file(candidate))
      return std::string(candidate);
  }
  return {};
}

} // namespace scalelint::driver
