// clangd with every check in it: clangd loads no plugins, so the module is linked into it.
#include <string>
#include <vector>

namespace clang::clangd {
int clangdMain(int argc, char *argv[]);
}

// clangd looks for the built-in headers beside itself, where there are none: they are its LLVM's.
int main(int argc, char *argv[]) {
  std::vector<char *> arguments(argv, argv + argc);
  std::string headers = "--resource-dir=" SCALELINT_RESOURCE_DIR;
  bool given = false;
  for (const char *argument : arguments)
    given |= std::string(argument).find("-resource-dir") != std::string::npos;
  if (!given)
    arguments.insert(arguments.begin() + 1, headers.data());
  arguments.push_back(nullptr);
  return clang::clangd::clangdMain(arguments.size() - 1, arguments.data());
}
