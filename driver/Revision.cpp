// HEAD, refs and configuration of a git repository, also of a worktree or a submodule, whose `.git`
// is a file that names the real folder.
#include "driver/Revision.h"
#include "driver/report/Uri.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <map>

namespace scalelint::driver {
namespace {

namespace path = llvm::sys::path;

constexpr uint64_t LargestFile = 64 << 20; // packed-refs of a large repository
constexpr unsigned LongestChain = 5;       // of symbolic refs, as in git

struct Repository {
  std::string top;    // of the work tree
  std::string own;    // HEAD of this work tree
  std::string common; // refs and configuration, shared by all work trees
};

std::string below(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<256> full(folder);
  if (path::is_absolute(name))
    full = name;
  else
    path::append(full, name);
  path::remove_dots(full, /*remove_dot_dot=*/true);
  return std::string(full);
}

// Not of a pipe or a device, which would never end.
std::optional<std::string> read(llvm::vfs::FileSystem &files, const std::string &name) {
  auto status = files.status(name);
  if (!status || status->getType() != llvm::sys::fs::file_type::regular_file ||
      status->getSize() > LargestFile)
    return std::nullopt;
  auto text = files.getBufferForFile(name);
  if (!text)
    return std::nullopt;
  return (*text)->getBuffer().str();
}

std::optional<Repository> findRepository(llvm::StringRef folder, llvm::vfs::FileSystem &files) {
  for (llvm::StringRef top = folder; !top.empty(); top = path::parent_path(top)) {
    std::string git = below(top, ".git");
    if (!files.exists(git))
      continue;
    if (auto named = read(files, git)) {
      llvm::StringRef line = *named;
      if (!line.consume_front("gitdir:"))
        return std::nullopt;
      git = below(top, line.trim());
    }
    auto common = read(files, below(git, "commondir"));
    return Repository{top.str(), git, common ? below(git, llvm::StringRef(*common).trim()) : git};
  }
  return std::nullopt;
}

// A name that git could have written, and that stays inside its folder.
bool isRefName(llvm::StringRef name) {
  if (!name.starts_with("refs/") || name.ends_with("/"))
    return false;
  llvm::SmallVector<llvm::StringRef> parts;
  name.split(parts, '/');
  bool isPath = llvm::none_of(
      parts, [](llvm::StringRef part) { return part.empty() || part.starts_with("."); });
  return isPath && llvm::all_of(name, [](unsigned char c) {
           return c > ' ' && c != 0x7f && c != '\\' && c != ':';
         });
}

bool isCommit(llvm::StringRef text) {
  bool isHex = llvm::all_of(text, [](char c) { return llvm::isHexDigit(c); });
  return isHex && (text.size() == 40 || text.size() == 64);
}

std::string packedRef(llvm::StringRef refs, llvm::StringRef wanted) {
  while (!refs.empty()) {
    auto [line, rest] = refs.split('\n');
    auto [commit, name] = line.split(' ');
    if (name.rtrim() == wanted)
      return commit.str();
    refs = rest;
  }
  return "";
}

void readHead(const Repository &repository, llvm::vfs::FileSystem &files, report::Revision &into) {
  std::string name = "HEAD";
  for (unsigned step = 0; step < LongestChain; ++step) {
    auto text = read(files, below(repository.own, name));
    if (!text)
      text = read(files, below(repository.common, name));
    if (!text) {
      auto packed = read(files, below(repository.common, "packed-refs"));
      text = packed ? packedRef(*packed, name) : "";
    }
    llvm::StringRef value = llvm::StringRef(*text).trim();
    if (!value.consume_front("ref:")) {
      if (isCommit(value))
        into.revision = value.str();
      return;
    }
    value = value.ltrim();
    if (!isRefName(value))
      return;
    if (into.branch.empty() && value.starts_with("refs/heads/"))
      into.branch = value.drop_front(llvm::StringRef("refs/heads/").size()).str();
    name = value.str();
  }
}

// A value as git reads it: quotes and escapes resolved, without the comment behind it.
std::string configValue(llvm::StringRef text) {
  std::string value;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (!quoted && (c == '#' || c == ';'))
      break;
    if (c == '"')
      quoted = !quoted;
    else if (c == '\\' && i + 1 < text.size())
      value += text[++i];
    else
      value += c;
  }
  return llvm::StringRef(value).trim().str();
}

// "remote.origin.url" → the first value. Section and key are in lower case; the part between them
// is as written.
std::map<std::string, std::string> readConfig(llvm::StringRef text) {
  std::map<std::string, std::string> values;
  std::string section;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    line = line.trim();
    if (line.consume_front("[")) {
      auto [name, subsection] = line.take_until([](char c) { return c == ']'; }).split(' ');
      section = name.trim().lower() + "." + configValue(subsection);
      continue;
    }
    auto [key, value] = line.split('=');
    values.try_emplace(section + "." + key.trim().lower(), configValue(value));
  }
  return values;
}

// The remote that the branch follows, else "origin", else the only one.
std::string remoteOf(const std::map<std::string, std::string> &config, const std::string &branch) {
  auto value = [&](const std::string &key) {
    auto it = config.find(key);
    return it == config.end() ? std::string() : it->second;
  };
  for (const std::string &remote : {value("branch." + branch + ".remote"), std::string("origin")}) {
    std::string url = value("remote." + remote + ".url");
    if (!url.empty())
      return url;
  }
  std::vector<std::string> urls;
  for (const auto &[key, url] : config)
    if (llvm::StringRef(key).starts_with("remote.") && llvm::StringRef(key).ends_with(".url"))
      urls.push_back(url);
  return urls.size() == 1 ? urls.front() : "";
}

} // namespace

std::optional<report::Revision> readRevision(llvm::StringRef folder, llvm::vfs::FileSystem &files) {
  auto repository = findRepository(folder, files);
  if (!repository || !read(files, below(repository->own, "HEAD")))
    return std::nullopt;
  report::Revision revision;
  revision.top = repository->top;
  readHead(*repository, files, revision);
  if (auto config = read(files, below(repository->common, "config")))
    revision.repository = report::remoteUri(remoteOf(readConfig(*config), revision.branch));
  return revision;
}

} // namespace scalelint::driver
