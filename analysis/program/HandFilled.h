// Containers whose elements the code writes down one by one. They are no data, however they are walked.
//
//   std::vector<std::string> regions;
//   regions.push_back("eu");
//   regions.push_back("us");
//   for (const auto &region : regions) …     two turns, whatever the data
#pragma once

#include "analysis/program/Values.h"

namespace scalelint::program {

// Is `walked` a container of its function that is made empty or of a constant size, and whose elements are put in
// one by one, each by a call that runs as often as the container is made? Nobody else may have had a way to it
// when it is walked; what becomes of it later does not matter.
bool isFilledByHand(const Program &program, Bound walked);

} // namespace scalelint::program
