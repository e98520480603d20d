// What texts are put together from.
#pragma once

#include "analysis/program/Values.h"

namespace scalelint::program {

// `value`: what fills it, where that is known.
Text hole(bool repeated = false, Bound value = {});
// A hole that only the caller knows.
Text open(Bound value = {});
// Nothing, when there is no text.
Text literal(std::string content, Span span, const Frame *frame);
void add(Text &to, Text more);
bool same(const Text &a, const Text &b);

// What alternatives begin with alike, then a hole for what differs.
Text meet(std::vector<Text> alternatives);

// A text of which nothing is known is one hole.
Text knownOrHole(Text text);

// Puts the value in the place of the lowest of the markers %1, %2, …
Text fillLowest(Text whole, const Text &value);

} // namespace scalelint::program
