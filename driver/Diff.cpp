// Changed lines: git says which file was which, and gives the old contents; the comparison with the working tree is done here,
// since git would run the repository's filters for it (Git.h).
#include "driver/Diff.h"

#include "analysis/model/Reader.h"
#include "driver/Git.h"
#include "driver/LineDiff.h"
#include "driver/Revision.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace scalelint::driver {
namespace {

using llvm::StringRef;
using Words = std::vector<std::string>;

llvm::Error failure(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "--diff: " + message);
}

llvm::Error failure(llvm::Error error) { return failure(llvm::toString(std::move(error))); }

std::string realPath(StringRef path) {
  llvm::SmallString<256> real;
  return llvm::sys::fs::real_path(path, real) ? path.str() : std::string(real);
}

llvm::Error unknownRevision(const Git &git, StringRef revision) {
  auto names = git.read({"for-each-ref", "--format=%(refname:short)"});
  llvm::SmallVector<StringRef> words;
  if (names)
    StringRef(*names).split(words, '\n', -1, false);
  else
    llvm::consumeError(names.takeError());
  return failure("unknown revision '" + revision + "'" + model::hint(revision, words));
}

// The commit that the working tree is compared with.
llvm::Expected<std::string> baseOf(const Git &git, StringRef revision) {
  // Whether git wants to have to do with this repository at all.
  if (auto folder = git.read({"rev-parse", "--git-dir"}); !folder)
    return failure(folder.takeError());
  if (revision.starts_with("-")) // git reads no revision in it either
    return unknownRevision(git, revision);
  auto commit = git.run({"rev-parse", "--verify", "--quiet", "--end-of-options", (revision + "^{commit}").str()});
  if (!commit)
    return failure(commit.takeError());
  std::string id = StringRef(commit->out).trim().str();
  if (commit->exit != 0 || id.empty())
    return unknownRevision(git, revision);
  auto base = git.run({"merge-base", "HEAD", id});
  if (!base)
    return failure(base.takeError());
  if (base->exit == 0)
    return StringRef(base->out).trim().str();
  return failure("HEAD and '" + revision + "' have no commit in common; of a shallow clone fetch more of the history");
}

// One entry after the other, each ended by a zero byte.
llvm::SmallVector<StringRef> entriesOf(StringRef text) {
  llvm::SmallVector<StringRef> entries;
  text.split(entries, '\0', -1, /*KeepEmpty=*/false);
  return entries;
}

using Blobs = std::map<std::string, std::string>; // from a path below the top to its contents' id

llvm::Expected<Blobs> blobsOf(const Git &git, const std::string &commit) {
  auto text = git.read({"ls-tree", "-r", "-z", "--full-tree", commit});
  if (!text)
    return failure(text.takeError());
  Blobs blobs;
  for (StringRef entry : entriesOf(*text)) {
    auto [head, path] = entry.split('\t'); // "100644 blob ID"
    auto [mode, rest] = head.split(' ');
    auto [type, id] = rest.split(' ');
    if (type == "blob")
      blobs[path.str()] = id.str();
  }
  return blobs;
}

// From the path now to the path then, of files that git knows under their new name.
llvm::Expected<std::map<std::string, std::string>> renamesSince(const Git &git, const std::string &commit) {
  auto text = git.read({"diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", "--no-ext-diff",
                        "--no-textconv", "--ignore-submodules=all", commit, "--"});
  if (!text)
    return failure(text.takeError());
  std::map<std::string, std::string> renames;
  llvm::SmallVector<StringRef> entries = entriesOf(*text);
  for (size_t i = 0; i + 2 < entries.size(); i += 3) // "R095", then, now
    renames[entries[i + 2].str()] = entries[i + 1].str();
  return renames;
}

// Which of these paths git ignores.
llvm::Expected<std::set<std::string>> ignoredAmong(const Git &git, const Words &paths) {
  std::string input;
  for (const std::string &path : paths)
    input += path + '\0';
  auto outcome = git.run({"check-ignore", "-z", "--stdin"}, input);
  if (!outcome)
    return failure(outcome.takeError());
  if (outcome->exit > 1) // 1: none
    return failure("git: " + StringRef(outcome->err).split('\n').first);
  std::set<std::string> ignored;
  for (StringRef path : entriesOf(outcome->out))
    ignored.insert(path.str());
  return ignored;
}

// `git cat-file --batch` answers each id with "ID TYPE SIZE", a line end, that many bytes and a line end.
llvm::Expected<std::map<std::string, std::string>> contentsOf(const Git &git, const std::set<std::string> &ids) {
  std::string input;
  for (const std::string &id : ids)
    input += id + "\n";
  auto text = git.read({"cat-file", "--batch"}, input);
  if (!text)
    return failure(text.takeError());
  std::map<std::string, std::string> contents;
  StringRef rest = *text;
  for (const std::string &id : ids) {
    auto [head, body] = rest.split('\n');
    size_t size = 0;
    if (!head.consume_front(id + " blob ") || head.getAsInteger(10, size) || body.size() < size)
      return failure("git has not got the object " + id + "; of a partial clone fetch the history whole");
    contents[id] = body.take_front(size).str();
    rest = body.drop_front(size + 1);
  }
  return contents;
}

bool isInOtherRepository(StringRef file, StringRef top) {
  for (StringRef folder = llvm::sys::path::parent_path(file); folder.size() > top.size();
       folder = llvm::sys::path::parent_path(folder))
    if (llvm::sys::fs::exists(folder + "/.git"))
      return true;
  return false;
}

// Those below the top, by their path from there.
std::map<std::string, std::string> ownFiles(const std::set<std::string> &files, const std::string &top) {
  std::map<std::string, std::string> own;
  for (const std::string &file : files) {
    std::string real = realPath(file);
    StringRef path = real;
    if (path.consume_front(top) && path.consume_front("/") && !isInOtherRepository(real, top))
      own[file] = path.str();
  }
  return own;
}

// The id of what a file was; "" = it was not there.
std::string formerBlob(const std::string &path, const Blobs &blobs, const std::map<std::string, std::string> &renames) {
  auto blob = blobs.find(path);
  if (auto renamed = renames.find(path); blob == blobs.end() && renamed != renames.end())
    blob = blobs.find(renamed->second);
  return blob == blobs.end() ? "" : blob->second;
}

} // namespace

llvm::Expected<Changes> changesSince(StringRef revision, StringRef folder, const std::set<std::string> &files,
                                     const report::SourceProvider &sources) {
  auto repository = readRevision(folder, *llvm::vfs::getRealFileSystem());
  if (!repository)
    return failure("'" + folder + "' is in no git repository");
  std::string top = realPath(repository->top.empty() ? folder.str() : repository->top);
  auto git = Git::find(top);
  if (!git)
    return failure(git.takeError());
  auto base = baseOf(*git, revision);
  if (!base)
    return base.takeError();
  auto blobs = blobsOf(*git, *base);
  if (!blobs)
    return blobs.takeError();
  auto renames = renamesSince(*git, *base);
  if (!renames)
    return renames.takeError();
  // Known: what each file was.

  std::map<std::string, std::string> own = ownFiles(files, top), former;
  std::set<std::string> ids;
  Words unknown;
  for (const auto &[file, path] : own) {
    std::string id = former[file] = formerBlob(path, *blobs, *renames);
    if (id.empty())
      unknown.push_back(path);
    else
      ids.insert(id);
  }
  auto ignored = ignoredAmong(*git, unknown);
  if (!ignored)
    return ignored.takeError();
  auto contents = contentsOf(*git, ids);
  if (!contents)
    return contents.takeError();
  Changes changes;
  for (const auto &[file, path] : own) {
    const report::SourceText *now = sources.file(file);
    if (former[file].empty())
      changes[file].whole = !ignored->contains(path);
    else if (now)
      changes[file].lines = changedLines(report::SourceText(contents->at(former[file])), *now);
  }
  return changes;
}

std::set<std::string> filesOf(const std::vector<Finding> &findings) {
  std::set<std::string> files;
  for (const Finding &finding : findings) {
    files.insert(finding.primary.file);
    for (const std::vector<Step> *steps : {&finding.flow, &finding.related})
      for (const Step &step : *steps)
        files.insert(step.range.file);
  }
  files.erase("");
  return files;
}

bool touches(const Changes &changes, const SourceRange &range) {
  auto file = changes.find(range.file);
  if (file == changes.end())
    return false;
  if (file->second.whole)
    return true;
  const std::vector<bool> &lines = file->second.lines;
  for (size_t line = range.line; line && line <= std::max(range.line, range.endLine) && line <= lines.size(); ++line)
    if (lines[line - 1])
      return true;
  return false;
}

bool touches(const Changes &changes, const Finding &finding) {
  auto touchesStep = [&](const Step &step) { return touches(changes, step.range); };
  return touches(changes, finding.primary) || llvm::any_of(finding.flow, touchesStep) ||
         llvm::any_of(finding.related, touchesStep);
}

} // namespace scalelint::driver
