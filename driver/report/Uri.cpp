// Writes URIs; text that comes from the analysed project is escaped.
#include "driver/report/Uri.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::report {

static std::string escaped(llvm::StringRef text, llvm::StringRef allowed) {
  std::string uri;
  for (char c : text) {
    if (llvm::isAlnum(c) || allowed.contains(c))
      uri += c;
    else
      uri += "%" + llvm::utohexstr(static_cast<unsigned char>(c), /*LowerCase=*/false, /*Width=*/2);
  }
  return uri;
}

std::string uriPath(llvm::StringRef path) { return escaped(path, "-._~/!$&'()*+,;=@"); }

std::string directoryUri(llvm::StringRef path) {
  return "file://" + uriPath(path.rtrim('/')) + "/";
}

// What is left of "user:token@host": the user of ssh is part of the address, anything else may be a
// secret.
static std::string authorityOf(llvm::StringRef authority, llvm::StringRef scheme) {
  size_t at = authority.rfind('@');
  if (at == llvm::StringRef::npos)
    return escaped(authority, "-._~:[]");
  std::string host = escaped(authority.drop_front(at + 1), "-._~:[]");
  if (scheme != "ssh")
    return host;
  return escaped(authority.take_front(at).split(':').first, "-._~") + "@" + host;
}

// A path that may hold escapes already.
static std::string remotePath(llvm::StringRef path) {
  return escaped(path.take_until([](char c) { return c == '?' || c == '#'; }),
                 "-._~/!$&'()*+,;=@:%");
}

std::string remoteUri(llvm::StringRef remote) {
  auto [scheme, rest] = remote.split("://");
  if (!rest.empty()) {
    bool isScheme = llvm::all_of(
        scheme, [](char c) { return llvm::isAlnum(c) || c == '+' || c == '-' || c == '.'; });
    if (!isScheme || scheme.empty() || !llvm::isAlpha(scheme.front()))
      return "";
    size_t slash = std::min(rest.find('/'), rest.size());
    return scheme.lower() + "://" + authorityOf(rest.take_front(slash), scheme.lower()) +
           remotePath(rest.drop_front(slash));
  }
  if (remote.starts_with("/"))
    return "file://" + uriPath(remote);
  size_t colon = remote.find(':');
  bool isHelper = remote.substr(colon).starts_with("::");
  if (colon == llvm::StringRef::npos || colon == 0 || isHelper || remote.find('/') < colon ||
      remote.drop_front(colon).contains('@'))
    return "";
  return "ssh://" + authorityOf(remote.take_front(colon), "ssh") + "/" +
         remotePath(remote.drop_front(colon + 1).ltrim('/'));
}

} // namespace scalelint::report
