// Summaries to and from bytes and disk.
#include "analysis/summary/SummaryStore.h"

#include "cereal/archives/portable_binary.hpp"
#include "cereal/types/string.hpp"
#include "cereal/types/vector.hpp"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#define XXH_INLINE_ALL
#include "xxhash.h"

#include <sstream>
#include <streambuf>

using llvm::StringRef;

namespace scalelint::summary {
namespace {

constexpr StringRef Magic = "scalelint-summary";
constexpr uint8_t FormatVersion = 2; // raised when Summary.h changes

llvm::Error storeError(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

void appendNumber(std::string &bytes, uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    bytes.push_back(static_cast<char>(number >> shift));
}

std::optional<uint64_t> takeNumber(StringRef &bytes) {
  if (bytes.size() < 8)
    return std::nullopt;
  uint64_t number = 0;
  for (unsigned index = 0; index < 8; ++index)
    number |= uint64_t(static_cast<uint8_t>(bytes[index])) << (8 * index);
  bytes = bytes.drop_front(8);
  return number;
}

template <class T> std::string encode(const T &value) {
  std::ostringstream stream(std::ios::binary);
  {
    cereal::PortableBinaryOutputArchive archive(stream);
    archive(value);
  }
  return std::move(stream).str();
}

// A stream over bytes that stay where they are.
class View : public std::streambuf {
public:
  explicit View(StringRef bytes) {
    char *begin = const_cast<char *>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

template <class T> llvm::Expected<T> decode(StringRef bytes) {
  View view(bytes);
  std::istream stream(&view);
  try {
    T value;
    cereal::PortableBinaryInputArchive archive(stream);
    archive(value);
    return value;
  } catch (const std::exception &exception) {
    return storeError(llvm::Twine("damaged: ") + exception.what());
  }
}

std::string header() {
  std::string bytes = Magic.str();
  bytes.push_back(static_cast<char>(FormatVersion));
  StringRef version = toolVersion();
  bytes.push_back(static_cast<char>(version.size()));
  return bytes += version;
}

llvm::Error takeHeader(StringRef &bytes) {
  if (!bytes.consume_front(Magic))
    return storeError("not a summary");
  if (bytes.size() < 2 || bytes.size() < 2u + static_cast<uint8_t>(bytes[1]))
    return storeError("cut off");
  StringRef version = bytes.substr(2, static_cast<uint8_t>(bytes[1]));
  if (static_cast<uint8_t>(bytes[0]) != FormatVersion || version != toolVersion())
    return storeError("written by another version of scalelint");
  bytes = bytes.drop_front(2 + version.size());
  return llvm::Error::success();
}

void appendSection(std::string &bytes, StringRef payload) {
  appendNumber(bytes, payload.size());
  appendNumber(bytes, contentHash(payload));
  bytes += payload;
}

llvm::Expected<StringRef> takeSection(StringRef &bytes) {
  auto size = takeNumber(bytes);
  auto hash = takeNumber(bytes);
  if (!size || !hash || *size > bytes.size())
    return storeError("cut off");
  StringRef payload = bytes.take_front(*size);
  if (contentHash(payload) != *hash)
    return storeError("damaged");
  bytes = bytes.drop_front(*size);
  return payload;
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> read(StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return llvm::createFileError(path, buffer.getError());
  return std::move(*buffer);
}

} // namespace

StringRef toolVersion() { return SCALELINT_SUMMARIES; }

uint64_t contentHash(StringRef bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string toBytes(const TUSummary &summary) {
  std::string bytes = header();
  appendSection(bytes, encode(summary.files));
  appendSection(bytes, encode(summary));
  return bytes;
}

llvm::Expected<std::vector<File>> filesFromBytes(StringRef bytes) {
  if (auto error = takeHeader(bytes))
    return error;
  auto files = takeSection(bytes);
  if (!files)
    return files.takeError();
  return decode<std::vector<File>>(*files);
}

llvm::Expected<TUSummary> fromBytes(StringRef bytes) {
  if (auto error = takeHeader(bytes))
    return error;
  auto files = takeSection(bytes);
  if (!files)
    return files.takeError();
  auto summary = takeSection(bytes);
  if (!summary)
    return summary.takeError();
  if (!bytes.empty())
    return storeError("damaged: more bytes than it should have");
  return decode<TUSummary>(*summary);
}

llvm::Error writeAtomically(StringRef path, StringRef bytes, std::optional<llvm::sys::fs::perms> permissions) {
  if (auto error = llvm::sys::fs::create_directories(llvm::sys::path::parent_path(path)))
    return llvm::createFileError(path, error);
  auto temporary = llvm::sys::fs::TempFile::create(path + ".%%%%%%%%");
  if (!temporary)
    return temporary.takeError();
  llvm::raw_fd_ostream out(temporary->FD, /*shouldClose=*/false);
  out << bytes;
  out.flush();
  if (out.has_error()) {
    auto error = llvm::createFileError(path, out.error());
    out.clear_error();
    return llvm::joinErrors(std::move(error), temporary->discard());
  }
  if (permissions)
    if (auto error = llvm::sys::fs::setPermissions(temporary->FD, *permissions))
      return llvm::joinErrors(llvm::createFileError(path, error), temporary->discard());
  return temporary->keep(path);
}

llvm::Error store(const TUSummary &summary, StringRef path) {
  return writeAtomically(path, toBytes(summary));
}

llvm::Expected<TUSummary> load(StringRef path) {
  auto buffer = read(path);
  if (!buffer)
    return buffer.takeError();
  auto summary = fromBytes((*buffer)->getBuffer());
  if (!summary)
    return llvm::createFileError(path, summary.takeError());
  return summary;
}

llvm::Expected<std::vector<File>> loadFiles(StringRef path) {
  auto buffer = read(path);
  if (!buffer)
    return buffer.takeError();
  auto files = filesFromBytes((*buffer)->getBuffer());
  if (!files)
    return llvm::createFileError(path, files.takeError());
  return files;
}

} // namespace scalelint::summary
