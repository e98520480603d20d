// Chains: the longest way of each root, seen again from the root so that every operation has its frames.
#include "analysis/program/Chains.h"
#include "analysis/program/Dependence.h"
#include "analysis/program/Ways.h"

#include "llvm/ADT/STLExtras.h"

namespace scalelint::program {

// Nobody reads on beyond so many.
static constexpr size_t MaxLinks = 32;

// What the call enters here; a callback found in another context of the same function is taken as it was.
static const Frame *enter(const Program &program, const Frame &frame, const Item &item) {
  for (const Target &target : targets(program, frame, item.call))
    if (target.function == item.entered)
      return program.enter(frame, item.call, target);
  return program.enter(frame, item.call, {item.entered});
}

static void addLinks(const Program &program, const Frame &frame, const std::shared_ptr<const Item> &last,
                     std::vector<Link> &links) {
  std::vector<const Item *> items;
  for (const Item *item = last.get(); item; item = item->before.get())
    items.push_back(item);
  for (const Item *item : llvm::reverse(items)) {
    if (links.size() == MaxLinks)
      return;
    if (item->entered) {
      addLinks(program, *enter(program, frame, *item), item->inner, links);
      continue;
    }
    Operation operation = operationAt(program, frame, item->call);
    links.push_back({operation ? operation : Operation{&frame, item->call, item->row}, {}});
  }
}

std::vector<Chain> chains(const Program &program, const Statements &statements, const Roots &roots) {
  std::vector<Chain> result;
  Ways ways(program, statements, roots);
  for (uint32_t id = 0; id < roots.all.size(); ++id) {
    const Root &root = roots.all[id];
    if (root.kind != model::RootKind::Request || !root.function)
      continue;
    Way way = ways.through(*root.function);
    if (!way.length)
      continue;
    Chain chain{id, way.length, {}};
    addLinks(program, *program.frame(*root.function), way.last, chain.links);
    for (size_t to = 0; to < chain.links.size(); ++to)
      for (uint32_t from = 0; from < to; ++from)
        if (needs(program, statements, chain.links[to].operation, chain.links[from].operation))
          chain.links[to].needs.push_back(from);
    result.push_back(std::move(chain));
  }
  return result;
}

} // namespace scalelint::program
