// Summaries of earlier runs.
#include "driver/Cache.h"

#include "analysis/summary/SummaryStore.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace fs = llvm::sys::fs;
using llvm::StringRef;

namespace scalelint::driver {

constexpr auto LongestUnused = std::chrono::hours(24 * 30);
const StringRef Extension = ".summary";

llvm::Expected<Cache> Cache::open(StringRef folder) {
  llvm::SmallString<256> path(folder);
  fs::make_absolute(path);
  if (auto error = fs::create_directories(path))
    return llvm::createFileError(path, error);
  if (auto error = fs::access(path, fs::AccessMode::Write))
    return llvm::createFileError(path, error);
  Cache cache{std::string(path)};
  llvm::sys::path::append(path, ".gitignore");
  if (!fs::exists(path))
    if (auto error = summary::writeAtomically(path, "*\n"))
      return error;
  return cache;
}

std::string Cache::pathOf(StringRef key) const {
  llvm::SmallString<256> path(folder);
  llvm::sys::path::append(path, key + Extension);
  return std::string(path);
}

std::optional<uint64_t> Cache::hashOf(const std::string &file) {
  auto [it, inserted] = hashes.try_emplace(file, std::nullopt);
  if (inserted)
    if (auto text = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                                /*RequiresNullTerminator=*/false))
      it->second = summary::contentHash((*text)->getBuffer());
  return it->second;
}

llvm::Expected<Cache> Cache::existing(StringRef folder) {
  llvm::SmallString<256> path(folder);
  fs::make_absolute(path);
  if (!fs::is_directory(path))
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "'" + path + "' is no folder");
  return Cache{std::string(path)};
}

std::optional<summary::TUSummary> Cache::read(StringRef path) {
  auto bytes = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!bytes)
    return std::nullopt;
  auto files = summary::filesFromBytes((*bytes)->getBuffer());
  if (!files) {
    llvm::consumeError(files.takeError());
    return std::nullopt;
  }
  for (const auto &file : *files)
    if (hashOf(file.path) != file.hash)
      return std::nullopt;
  auto stored = summary::fromBytes((*bytes)->getBuffer());
  if (!stored) {
    llvm::consumeError(stored.takeError());
    return std::nullopt;
  }
  return std::move(*stored);
}

std::optional<summary::TUSummary> Cache::find(StringRef key) {
  std::string path = pathOf(key);
  auto stored = read(path);
  int descriptor = -1;
  if (stored && !fs::openFileForWrite(path, descriptor, fs::CD_OpenExisting, fs::OF_Append)) {
    fs::setLastAccessAndModificationTime(descriptor, std::chrono::system_clock::now());
    fs::file_t handle = fs::convertFDToNativeFile(descriptor);
    fs::closeFile(handle);
  }
  return stored;
}

std::vector<summary::TUSummary> Cache::all() {
  std::error_code error;
  std::vector<std::pair<llvm::sys::TimePoint<>, std::string>> paths;
  for (fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error))
    if (auto status = it->status(); status && StringRef(it->path()).ends_with(Extension))
      paths.emplace_back(status->getLastModificationTime(), it->path());
  llvm::sort(paths, std::greater());
  std::map<std::string, summary::TUSummary> newest;
  for (const auto &[time, path] : paths)
    if (auto stored = read(path))
      newest.try_emplace(stored->mainFile, std::move(*stored));
  std::vector<summary::TUSummary> result;
  for (auto &[mainFile, stored] : newest)
    result.push_back(std::move(stored));
  return result;
}

llvm::Error Cache::put(StringRef key, StringRef bytes) {
  return summary::writeAtomically(pathOf(key), bytes);
}

void Cache::prune() const {
  std::error_code error;
  auto oldest = std::chrono::system_clock::now() - LongestUnused;
  for (fs::directory_iterator it(folder, error), end; it != end && !error; it.increment(error)) {
    // Also what a killed run left beside it: KEY.summary.1a2b3c4d.
    if (!llvm::sys::path::filename(it->path()).contains(Extension))
      continue;
    auto status = it->status();
    if (status && status->type() == fs::file_type::regular_file &&
        status->getLastModificationTime() < oldest)
      fs::remove(it->path());
  }
}

} // namespace scalelint::driver
