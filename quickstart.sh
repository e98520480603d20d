#!/usr/bin/env bash
# Installs what is missing, builds scalelint, analyses the sample service and says where the findings are.
set -euo pipefail
cd "$(dirname "$0")"
./scripts/install-dependencies.sh
./scripts/build.sh scalelint
sample=build/quickstart
cmake -S testdata/services/order-service -B "$sample" -DCMAKE_CXX_COMPILER=clang++-19 >/dev/null
status=0
./build/driver/scalelint check -p "$sample" --sarif "$sample/findings.sarif" --html "$sample/findings.html" || status=$?
[ "$status" -le 1 ] || exit "$status" # 1 = there are findings, as there should be
echo
echo "The service: testdata/services/order-service (its README.md says which handler has which hazard)"
echo "SARIF:       $PWD/$sample/findings.sarif"
echo "HTML:        $PWD/$sample/findings.html"
