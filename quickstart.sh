#!/usr/bin/env bash
# Installs what is missing, builds scalelint, and analyses the sample service.
set -euo pipefail
cd "$(dirname "$0")"
./scripts/install-dependencies.sh
./scripts/build.sh scalelint
sample=build/quickstart
cmake -S testdata/services/order-service -B "$sample" -DCMAKE_CXX_COMPILER=clang++-19 >/dev/null
status=0
./build/driver/scalelint check -p "$sample" --sarif "$sample/findings.sarif" || status=$?
[ "$status" -le 1 ] || exit "$status"
echo "SARIF: $sample/findings.sarif"
