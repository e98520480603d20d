#!/usr/bin/env bash
# What a first run costs beside parsing: user CPU of `scalelint check` without a cache over user CPU of
# `clang++ -fsyntax-only` on the same units, one after the other in one run. Needs jq.
#
#   bench/parse-cost.sh BUILD FOLDER    BUILD holds compile_commands.json, FOLDER the sources to take of it
set -euo pipefail
build=$(realpath "$1") folder=$(realpath "$2")
scalelint=${SCALELINT:-$(dirname "$0")/../build/driver/scalelint}
clang=${CLANG:-clang++-19}
TIMEFORMAT=%U

parse() { # every unit below the folder, with its own flags
  jq -r --arg folder "$folder/" '.[] | select(.file | startswith($folder)) |
      [.directory, (.command // (.arguments | join(" ")))] | @tsv' "$build/compile_commands.json" |
    while IFS=$'\t' read -r directory command; do
      # shellcheck disable=SC2086 # the flags are words
      (cd "$directory" && set -- ${command//\\\"/\"} && shift && "$clang" -fsyntax-only -w "$@" -o /dev/null) || true
    done
}
analyse() { "$scalelint" check -p "$build" "$folder" --no-cache -j1 --quiet || true; }

analyse >/dev/null 2>&1 # the disk's cache is warm for both
clangTime=$({ time parse >/dev/null 2>&1; } 2>&1)
ownTime=$({ time analyse >/dev/null 2>&1; } 2>&1)
awk -v own="$ownTime" -v clang="$clangTime" \
  'BEGIN { printf "scalelint check %.1f s, clang -fsyntax-only %.1f s, ratio %.2f\n", own, clang, own / clang }'
