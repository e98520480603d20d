// A shared library that tells that it was loaded.
#include <cstdio>
#include <cstdlib>

__attribute__((constructor)) static void onLoad() {
  if (const char *mark = std::getenv("HOSTILE_MARK"))
    if (FILE *file = std::fopen(mark, "w"))
      std::fclose(file);
}
