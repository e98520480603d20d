#!/usr/bin/env bash
# Configures and builds the given targets (all of them by default) into build/.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f build/build.ninja ] ||
  cmake -S . -B build -G Ninja -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 >/dev/null
cmake --build build --parallel "$(nproc)" ${1:+--target "$@"}
