#include "driver/Schema.h"

#include "analysis/program/Operations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace scalelint::driver {

static void collect(const std::string &path, llvm::vfs::FileSystem &files, std::vector<std::string> &result) {
  auto status = files.status(path);
  if (!status || !status->isDirectory()) {
    result.push_back(path);
    return;
  }
  std::vector<std::string> inside;
  std::error_code error;
  for (llvm::vfs::recursive_directory_iterator it(files, path, error), end; it != end && !error; it.increment(error))
    if (llvm::sys::path::extension(it->path()).equals_insensitive(".sql"))
      inside.push_back(it->path().str());
  llvm::sort(inside);
  llvm::append_range(result, inside);
}

sql::Schema readSchema(const Configuration::Schema &configured, llvm::vfs::FileSystem &files,
                       std::vector<Notification> &notifications) {
  std::vector<std::string> paths;
  for (const std::string &path : configured.files)
    collect(path, files, paths);
  std::vector<sql::SchemaFile> texts;
  for (const std::string &path : paths) {
    auto text = files.getBufferForFile(path);
    if (text)
      texts.push_back({path, (*text)->getBuffer().str()});
    else
      notifications.push_back({Level::Warning, "schema-unreadable",
                               "cannot read the schema " + path + ": " + text.getError().message(), std::nullopt});
  }
  std::vector<sql::SchemaProblem> problems;
  sql::Schema schema = sql::readSchema(texts, program::sqlDialect(configured.dialect), problems);
  for (const sql::SchemaProblem &problem : problems) {
    SourceRange range{problem.path, problem.line, problem.column, problem.line, problem.column};
    notifications.push_back({Level::Warning, "schema-unparsed",
                             "a statement of the schema is left out: " + problem.message, range});
  }
  return schema;
}

} // namespace scalelint::driver
