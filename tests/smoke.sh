#!/usr/bin/env bash
# The main job on the sample service: every `// expect:` line has its finding, no other line has one,
# and one worker or two, warm or cold cache, print the same bytes.
set -euo pipefail
program=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$source/testdata/services/orders" "$work/orders"
cmake -S "$work/orders" -B "$work/orders/build" -DCMAKE_CXX_COMPILER=clang++-19 >/dev/null
check() { "$program" check -p "$work/orders/build" --quiet --color never "$@" || [ $? -eq 1 ]; }
check -j1 --no-cache >"$work/one.txt"
check -j2 --sarif "$work/out.sarif" >"$work/two.txt"
check -j2 >"$work/warm.txt"
cat "$work/one.txt"
cmp "$work/one.txt" "$work/two.txt"
cmp "$work/one.txt" "$work/warm.txt"
(cd "$work/orders" && grep -n '// expect: ' ./*.cpp) |
  sed -E 's|^\./([^:]+):([0-9]+):.*// expect: ([a-z0-9-]+).*|\1:\2 \3|' | sort >"$work/expected"
grep -oE '^[^ ]+\.cpp:[0-9]+:[0-9]+: (warning|note): .*\[scale-[a-z-]+\]' "$work/one.txt" |
  sed -E 's|^([^:]*/)?([^/:]+):([0-9]+):[0-9]+: .*\[(.*)\]$|\2:\3 \4|' | sort >"$work/found"
diff "$work/expected" "$work/found"
[ "$(wc -l <"$work/expected")" -ge 3 ]
grep -q '"version": *"2.1.0"' "$work/out.sarif"
