#include "checks/database/ListEndpoints.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

namespace scalelint {

using llvm::StringRef;

static std::vector<std::string> wordsOf(const std::string &list) {
  llvm::SmallVector<StringRef> parts;
  StringRef(list).split(parts, ',', -1, false);
  std::vector<std::string> words;
  for (StringRef part : parts)
    words.push_back(part.trim().lower());
  return words;
}

ListEndpoints::ListEndpoints(const CheckOptions &options)
    : pageParameters(wordsOf(options.get("page-parameters", DefaultPageParameters))),
      singleResources(wordsOf(options.get("single-resources", DefaultSingleResources))) {}

// English, as far as paths need it: words, but not status, access, analysis, metrics.
static bool isPlural(StringRef word) {
  if (word.size() < 4 || !word.ends_with("s"))
    return false;
  return !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") && !word.ends_with("ics");
}

bool ListEndpoints::asksForAll(StringRef target) const {
  auto [path, query] = target.split('#').first.split('?');
  if (size_t scheme = path.find("://"); scheme != StringRef::npos)
    path = path.drop_front(scheme + 3).split('/').second;
  path = path.rtrim('/');
  std::string segment = path.substr(path.rfind('/') + 1).lower(); // npos + 1 is 0
  bool word = !segment.empty() && llvm::all_of(segment, [](char c) { return llvm::isAlpha(c) || c == '-' || c == '_'; });
  if (!word || !isPlural(segment) || llvm::is_contained(singleResources, segment))
    return false;
  llvm::SmallVector<StringRef> parameters;
  query.split(parameters, '&', -1, false);
  return llvm::none_of(parameters, [&](StringRef parameter) {
    std::string name = parameter.split('=').first.lower();
    return StringRef(name).contains('{') || llvm::is_contained(pageParameters, name);
  });
}

} // namespace scalelint
