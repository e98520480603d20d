#!/usr/bin/env bash
# Installs what building and testing need on Debian 12. Does nothing when all of it is there.
set -euo pipefail
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
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}"
