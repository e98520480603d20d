// Flyway's names: https://documentation.red-gate.com/fd/migrations-184127470.html; sqitch's plan:
// https://sqitch.org/docs/manual/sqitch-plan/
#include "driver/Migrations.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace scalelint::driver {
namespace {

using llvm::StringRef;
namespace path = llvm::sys::path;

// Names with the numbers in them compared as numbers: 9_a < 10_a, V1.2 < V1.10.
bool before(StringRef left, StringRef right) {
  while (!left.empty() && !right.empty()) {
    if (llvm::isDigit(left.front()) && llvm::isDigit(right.front())) {
      StringRef a = left.take_while([](char c) { return llvm::isDigit(c); }),
                b = right.take_while([](char c) { return llvm::isDigit(c); });
      left = left.drop_front(a.size());
      right = right.drop_front(b.size());
      a = a.ltrim('0');
      b = b.ltrim('0');
      if (a.size() != b.size())
        return a.size() < b.size();
      if (a != b)
        return a < b;
      continue;
    }
    if (left.front() != right.front())
      return left.front() < right.front();
    left = left.drop_front();
    right = right.drop_front();
  }
  return left.size() < right.size();
}

bool isFlyway(StringRef name, char kind) {
  StringRef version = name.split("__").first;
  return name.contains("__") && name.front() == kind &&
         llvm::all_of(version.drop_front(), [](char c) { return llvm::isDigit(c) || c == '.' || c == '_'; });
}

// What takes back what others do.
bool takesBack(StringRef file) {
  StringRef name = path::filename(file);
  return name.ends_with_insensitive(".down.sql") || (isFlyway(name, 'U') && !name.starts_with("U__"));
}

std::vector<std::string> sqlFilesIn(StringRef folder, llvm::vfs::FileSystem &files) {
  std::vector<std::string> found;
  std::error_code error;
  for (llvm::vfs::recursive_directory_iterator it(files, folder, error), end; it != end && !error; it.increment(error))
    if (path::extension(it->path()).equals_insensitive(".sql") && !takesBack(it->path()))
      found.push_back(it->path().str());
  // Repeatable ones are applied when all others are; versions count wherever the file lies: V1 comes before V1.2.
  auto isRepeatable = [](StringRef file) { return isFlyway(path::filename(file), 'R'); };
  auto isVersioned = [](StringRef file) { return isFlyway(path::filename(file), 'V'); };
  auto version = [](StringRef file) { return path::filename(file).split("__").first; };
  llvm::sort(found, [&](StringRef left, StringRef right) {
    if (isRepeatable(left) != isRepeatable(right))
      return isRepeatable(right);
    if (isVersioned(left) && isVersioned(right) && version(left) != version(right))
      return before(version(left), version(right));
    return before(left, right);
  });
  return found;
}

// The changes of a plan: `name [dependencies] time who # note`; lines of pragmas, tags and remarks are none.
std::vector<std::string> changesOf(StringRef plan) {
  std::vector<std::string> changes;
  for (StringRef line : llvm::split(plan, '\n')) {
    line = line.trim();
    if (!line.empty() && !StringRef("%@#").contains(line.front()))
      changes.push_back(line.take_until([](char c) { return c == ' ' || c == '\t'; }).str());
  }
  return changes;
}

} // namespace

std::vector<std::string> migrationsIn(StringRef folder, llvm::vfs::FileSystem &files) {
  auto plan = files.getBufferForFile(folder + "/sqitch.plan");
  if (!plan)
    return sqlFilesIn(folder, files);
  std::vector<std::string> found;
  for (const std::string &change : changesOf((*plan)->getBuffer()))
    // A reworked change has its older forms beside it, named by their tags; the last is the one that counts.
    if (std::string file = (folder + "/deploy/" + change + ".sql").str();
        files.exists(file) && !llvm::is_contained(found, file))
      found.push_back(file);
  return found;
}

} // namespace scalelint::driver
