#!/usr/bin/env bash
# Installs what building needs on Debian 12; with --tests also what the tests give reports to. Does nothing when all of it
# is there.
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(
  clang-19 libclang-19-dev llvm-19-dev libclang-cpp19-dev # the parser
  cmake ninja-build ccache pkg-config git                 # the build
  libyaml-cpp-dev nlohmann-json3-dev libpg-query-dev libprotobuf-c-dev libcereal-dev libcli11-dev libxxhash-dev
  libgtest-dev libgmock-dev zlib1g-dev libzstd-dev libxml2-dev
  # The libraries whose real headers the fixtures use.
  libpq-dev libpqxx-dev libsoci-dev default-libmysqlclient-dev libmysqlcppconn-dev libsqlite3-dev qtbase5-dev
  libpoco-dev libmongoc-dev libhiredis-dev libmemcached-dev libcurl4-openssl-dev libcpp-httplib-dev libboost-dev
  libboost-system-dev libssl-dev libgrpc++-dev libprotobuf-dev libthrift-dev libcpprest-dev libpistache-dev libfmt-dev
)
tests=${1:-}
if [ "$tests" = --tests ]; then
  packages+=(chromium debootstrap dpkg-dev libxml2-utils patch postgresql)
  packages+=(clang-tidy-16 libclang-16-dev llvm-16-dev clang-tidy-19 clang-tidy-22 libclang-22-dev llvm-22-dev) # the module
  packages+=(python3-yaml pre-commit shellcheck bash zsh fish mandoc man-db) # recipes, completions, manual page
  command -v node >/dev/null || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
fi
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
[ "$tests" = --tests ] || exit 0

# In the versions of the lock file.
lock=tests/sarif/package-lock.json
installed=tests/sarif/node_modules/installed-lock.json
if ! cmp -s "$lock" "$installed"; then
  (cd tests/sarif && npm ci --silent)
  cp "$lock" "$installed"
fi
