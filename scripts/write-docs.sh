#!/usr/bin/env bash
# Writes what is generated in the documents: the checks' pages and tables, and the output that the README shows. Needs a built
# scalelint.
set -euo pipefail
cd "$(dirname "$0")/.."
scalelint=$PWD/build/driver/scalelint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The text of the README's block with these words on its fence.
block() { awk -v fence="\`\`\`$1" '$0 == "```" { inside = 0 } inside; $0 == fence { inside = 1 }' README.md; }
# Puts standard input into that block.
show() {
  cat >"$work/shown"
  awk -v fence="\`\`\`$1" -v shown="$work/shown" '
    $0 == "```" { inside = 0 }
    !inside
    $0 == fence { inside = 1; while ((getline line < shown) > 0) print line }' README.md >"$work/README.md"
  cat "$work/README.md" >README.md
}
# The findings of a build folder, without their closing line; at least one there must be.
findings() {
  local status=0
  "$scalelint" check --quiet --no-cache --color never "$@" >"$work/findings" || status=$?
  [ "$status" -eq 1 ] || { echo "scalelint check $*: exit status $status" >&2; return 1; }
  cat "$work/findings"
}

rm -f docs/checks/*.md # the page of a check that is gone goes with it
"$scalelint" checks --write-docs .

cmake -S testdata/services/order-service -B "$work/service" -DCMAKE_CXX_COMPILER=clang++-19 >/dev/null
findings -p "$work/service" --checks scale-n-plus-one-query | awk '!NF { exit } 1' | show "text finding"

mkdir "$work/project"
for file in kv.h acme-kv.yaml greetings.cpp; do
  for language in cpp yaml; do block "$language readme/$file"; done >"$work/project/$file"
done
cat >"$work/project/compile_commands.json" <<EOF
[{"directory": "$work/project", "file": "greetings.cpp", "command": "clang++ -std=c++20 -c greetings.cpp"}]
EOF
findings -p "$work/project" --rules "$work/project/acme-kv.yaml" --checks scale-remote-call-in-loop |
  awk '!NF { exit } 1' | show "text readme"
