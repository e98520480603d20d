# The checks in clang-tidy while the compiler runs, for the targets that follow, and a target `hazards` for the whole program.
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(scalelint 0.1 REQUIRED)

# A module serves the clang-tidy of one version of LLVM.
set(SCALELINT_LLVM 19 CACHE STRING "version of clang-tidy")
find_program(SCALELINT_CLANG_TIDY clang-tidy-${SCALELINT_LLVM} REQUIRED)
set(CMAKE_CXX_CLANG_TIDY ${SCALELINT_CLANG_TIDY} --load=${SCALELINT_MODULE_FOLDER}/scalelint-tidy-${SCALELINT_LLVM}.so
  --checks=-*,scale-*)

scalelint_add_check(hazards)
