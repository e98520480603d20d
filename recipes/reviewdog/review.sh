#!/usr/bin/env bash
# Findings as comments on a pull or merge request, by reviewdog (https://github.com/reviewdog/reviewdog), which reads SARIF. Run it
# at the top of the repository. Usage: review.sh BUILD [ARGUMENT OF reviewdog…]
# REVIEWDOG_REPORTER: github-pr-review, gitlab-mr-discussion, local (with -diff='git diff main') and others.
set -euo pipefail
build=${1:?the folder of compile_commands.json is missing}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# reviewdog itself leaves out what lies outside of the changed lines; 3 says that some unit was not analysed.
scalelint check -p "$build" --quiet --fail-on never --sarif "$work/scalelint.sarif" >"$work/text" || [ $? -eq 3 ]
reviewdog -f=sarif -name=scalelint -reporter="${REVIEWDOG_REPORTER:-github-pr-review}" "$@" <"$work/scalelint.sarif"
