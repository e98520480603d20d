// Markdown, as far as the pages of checks use it, shown on a terminal.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace scalelint::report {

struct MarkdownStyle {
  unsigned width = 80; // lines are wrapped here; 0: never
  unsigned indent = 2; // of everything but headings
};

// Headings, paragraphs, lists, tables, fenced code; inside of text `code`, **bold** and links.
// Anything else is shown as it is written. Colours appear where the stream has them enabled.
void renderMarkdown(llvm::raw_ostream &, llvm::StringRef markdown, const MarkdownStyle & = {});

// The same as HTML, every text escaped. Headings are <h4>, nested lists are flat, links are text.
void renderMarkdownAsHtml(llvm::raw_ostream &, llvm::StringRef markdown);

// The first paragraph without its marks, on one line.
std::string firstParagraph(llvm::StringRef markdown);

} // namespace scalelint::report
