// Rule packs from text and from a folder.
#include "analysis/model/Sections.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace scalelint::model {
namespace {

llvm::Error failure(const llvm::Twine &text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), text);
}

// In name order, so that no result depends on the order of a directory.
std::vector<std::string> packFiles(llvm::StringRef folder, std::vector<std::string> &problems) {
  std::vector<std::string> files;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end; it != end && !error;
       it.increment(error))
    if (llvm::sys::path::extension(it->path()) == ".yaml")
      files.push_back(it->path());
  if (error)
    problems.push_back((folder + ": cannot be listed: " + error.message()).str());
  llvm::sort(files);
  return files;
}

} // namespace

llvm::Expected<RulePack> parseRulePack(llvm::StringRef text, llvm::StringRef file) {
  Problems problems(file);
  const Table<RulePack> &table = tableOf<RulePack>();
  std::optional<Node> document = readYaml(text, problems);
  if (document && document->kind == Node::Kind::Map)
    check(*document, Form<RulePack>::shape(), "a rule pack", problems);
  else if (problems.empty() && (!document || document->kind == Node::Kind::Nothing))
    problems.add({}, "no content; a rule pack begins with 'library'");
  else if (document)
    problems.add(document->place, "a rule pack is a map that begins with 'library'");
  if (!problems.empty())
    return failure(problems.text());
  RulePack pack;
  pack.file = file.str();
  table.read({*document, file}, pack);
  return pack;
}

std::vector<RulePack> loadRulePacks(llvm::StringRef folder, std::vector<std::string> &problems) {
  std::vector<RulePack> packs;
  for (const std::string &file : packFiles(folder, problems)) {
    auto buffer = llvm::MemoryBuffer::getFile(file);
    if (!buffer) {
      problems.push_back(file + ": cannot be read: " + buffer.getError().message());
      continue;
    }
    llvm::Expected<RulePack> pack = parseRulePack((*buffer)->getBuffer(), file);
    if (pack)
      packs.push_back(std::move(*pack));
    else
      problems.push_back(llvm::toString(pack.takeError()));
  }
  return packs;
}

} // namespace scalelint::model
