#!/usr/bin/env bash
# The checks in clang-tidy, over all units of a build folder. Usage: run.sh BUILD [ARGUMENT OF run-clang-tidy…]
# SCALELINT_LLVM: version of clang-tidy; SCALELINT_MODULES: folder of the modules.
set -euo pipefail
build=${1:?the folder of compile_commands.json is missing}
shift
llvm=${SCALELINT_LLVM:-19}
module=${SCALELINT_MODULES:-/usr/lib/scalelint}/scalelint-tidy-$llvm.so
exec "run-clang-tidy-$llvm" -p "$build" -load "$module" -checks='-*,scale-*' -quiet "$@"
