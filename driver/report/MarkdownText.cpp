// Escapes for Markdown.
#include "driver/report/MarkdownText.h"

#include "driver/report/Snippet.h"

#include "llvm/ADT/StringExtras.h"

namespace scalelint::report {

// A backslash before any ASCII punctuation is that character (https://github.github.com/gfm/#backslash-escapes), but not
// in what GitHub itself makes of plain text afterwards: "@name" tells people, "#12" and a commit's id become links. An
// empty comment of HTML stands in between.
std::string markdownText(llvm::StringRef text) {
  std::string result;
  for (char c : printable(text)) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '@' || c == '#')
      result += std::string(1, c) + "<!-- -->";
    else if (llvm::StringRef("\\`*_{}[]()+!|~$").contains(c))
      result += std::string("\\") + c;
    else
      result += c;
  }
  return result;
}

std::string markdownTarget(llvm::StringRef uri) {
  std::string result;
  for (char c : uri)
    if (llvm::isAlnum(c) || llvm::StringRef("-._~/:?#@!$&'*+,;=%").contains(c))
      result += c;
    else
      result += "%" + llvm::utohexstr(static_cast<unsigned char>(c), /*LowerCase=*/false, 2);
  return result;
}

} // namespace scalelint::report
