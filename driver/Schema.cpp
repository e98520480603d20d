#include "driver/Schema.h"

#include "analysis/program/Operations.h"
#include "driver/Migrations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

namespace scalelint::driver {

sql::Schema readSchema(const Configuration &configuration, llvm::vfs::FileSystem &files,
                       std::vector<Notification> &notifications) {
  std::vector<std::string> paths;
  for (const std::string &path : configuration.schema.files) {
    auto status = files.status(path);
    if (status && status->isDirectory())
      llvm::append_range(paths, migrationsIn(path, files));
    else
      paths.push_back(path);
  }
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
  sql::Schema schema = sql::readSchema(texts, program::sqlDialect(configuration.schema.dialect), problems);
  for (const std::string &table : configuration.tables.small)
    schema.small.insert(llvm::StringRef(table).lower());
  for (const sql::SchemaProblem &problem : problems) {
    SourceRange range{problem.path, problem.line, problem.column, problem.line, problem.column};
    notifications.push_back({Level::Warning, "schema-unparsed",
                             "a statement of the schema is left out: " + problem.message, range});
  }
  return schema;
}

} // namespace scalelint::driver
