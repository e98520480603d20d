#!/usr/bin/env bash
# Makes the Debian packages, installs them into a fresh Debian 12 and uses them there as a new user would: the program, the
# module in each clang-tidy, CMake's find_package. Usage: clean-root.sh BUILD-FOLDER MAJOR…
# The fresh system and the packages it fetches are kept in BUILD-FOLDER; each run works on a copy.
set -euo pipefail
build=$(realpath "$1"); shift
source=$(realpath "$(dirname "$0")/../..")
base=$build/clean-root.tar
work=$(mktemp -d)
root=$work/root
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$work"' EXIT

fail() { echo "FAILED: $1"; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

if [ ! -e "$base" ]; then
  debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log" 2>&1 || { cat "$work/debootstrap.log"; fail debootstrap; }
  # Where this machine gets its packages from, the new one does too.
  cp -r /etc/apt/sources.list /etc/apt/sources.list.d "$root/etc/apt/" 2>/dev/null || true
  cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  rm -f "$root"/etc/apt/apt.conf.d/{20packagekit,50appstream,70debconf,99farm-no-dep11,docker-*}
  tar -C "$root" -cf "$base.new" .
  mv "$base.new" "$base"
else
  mkdir "$root"
  tar -C "$root" -xf "$base"
fi
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"

(cd "$build" && cpack -B "$work/packages") >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; fail cpack; }
mkdir "$root/packages"
cp "$work"/packages/*.deb "$root/packages/"
wanted=(/packages/scalelint_*)
for major in "$@"; do wanted+=("/packages/scalelint-tidy-${major}_*"); done
mkdir -p "$build/clean-root-archives"
cp "$build"/clean-root-archives/*.deb "$root/var/cache/apt/archives/" 2>/dev/null || true
inside sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends cmake make g++ ${wanted[*]}" \
  >"$work/install.log" 2>&1 || { tail -40 "$work/install.log"; fail "installing ${wanted[*]}"; }
cp -n "$root"/var/cache/apt/archives/*.deb "$build/clean-root-archives/" 2>/dev/null || true

# The library, its pack and the service of the README.
mkdir "$root/service"
awk -v folder="$root/service" '
  /^```[a-z]+ readme\// { sub(/^```[a-z]+ readme\//, ""); file = folder "/" $0; next }
  /^```/ { file = ""; next }
  file { print > file }' "$source/README.md"
cat >"$root/service/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.22)
project(greetings CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(scalelint 0.1 REQUIRED)
add_library(greetings STATIC greetings.cpp)
scalelint_add_check(hazards OPTIONS --rules ${CMAKE_SOURCE_DIR}/acme-kv.yaml)
scalelint_add_check(no-hazards FAIL OPTIONS --rules ${CMAKE_SOURCE_DIR}/acme-kv.yaml)
CMAKE
printf 'rules: [acme-kv.yaml]\n' >"$root/service/.scalelint.yaml"
expected="greetings.cpp:5:5: warning: cache read runs once per element of 'users' (N+1); ask for all of them at once [scale-remote-call-in-loop]"
inside cmake -S /service -B /service/build >/dev/null || fail "find_package(scalelint)"

said() { grep -qF "$expected" <<<"$2" || { echo "$2"; fail "$1 does not find the hazard"; }; }
status=0
output=$(inside scalelint check -p /service/build) || status=$?
[ "$status" = 1 ] || fail "scalelint check ends with $status"
said "scalelint check" "$output"
said "scalelint_add_check" "$(inside cmake --build /service/build --target hazards)"
! inside cmake --build /service/build --target no-hazards >/dev/null 2>&1 || fail "FAIL does not fail"
for major in "$@"; do
  said "clang-tidy-$major" "$(inside clang-tidy-"$major" -load /usr/lib/scalelint/scalelint-tidy-"$major".so \
    '-checks=-*,scale-*' -p /service/build /service/greetings.cpp 2>&1)"
done
inside scalelint rules list >/dev/null || fail "rules list"
[ "$(inside scalelint rules list | grep -c .)" -gt 20 ] || fail "the packs did not come along"
[[ "$(inside scalelint --version)" == scalelint\ *rule\ packs,\ digest\ * ]] || fail "--version"

# A minimal system leaves manual pages out by a rule of dpkg's; the package holds this one all the same.
for file in man/man1/scalelint.1.gz bash-completion/completions/scalelint zsh/vendor-completions/_scalelint \
  fish/vendor_completions.d/scalelint.fish scalelint/recipes/github/action.yml scalelint/recipes/pre-commit/.pre-commit-config.yaml; do
  dpkg-deb --fsys-tarfile "$work"/packages/scalelint_*.deb | tar -tf - "./usr/share/$file" >/dev/null || fail "no $file"
done
inside test -x /usr/share/scalelint/recipes/clang-tidy/run.sh || fail "run.sh is no program"
# The completion is where bash looks for it, and works there.
completed=$(inside bash -c '. /usr/share/bash-completion/completions/scalelint; compopt() { :; }
  COMP_WORDS=(scalelint che); COMP_CWORD=1; _scalelint; echo "${COMPREPLY[*]}"')
[ "$completed" = "check checks" ] || fail "completion gives '$completed'"
echo "installed and used: ${wanted[*]}"
