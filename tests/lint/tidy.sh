#!/usr/bin/env bash
# clang-tidy's bug-finding checks on the pure folders, which parse in seconds. usage: tidy.sh BUILD_DIR
# What passed is not looked at again until it, a header of these folders, their CMake files, the checks or clang-tidy itself is another.
set -euo pipefail
export build=$1 passed=$1/clang-tidy
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p "$passed"

read_by_all() { git ls-files -z {timing,transponders,sessions}/'*.hpp' 'decoders/codec/*.hpp' {,timing/,transponders/,decoders/,sessions/}CMakeLists.txt; }
export common; common=$({ clang-tidy-19 --version; cat .clang-tidy CMakePresets.json; read_by_all | xargs -0 cat; } | sha256sum)

tidy() {
  local stamp; stamp=$passed/$({ echo "$common $1"; cat "$1"; } | sha256sum | cut -d ' ' -f 1)
  [ -e "$stamp" ] || { clang-tidy-19 --quiet -p "$build" --warnings-as-errors='*' "$1" && touch "$stamp"; }
}
export -f tidy

git ls-files -z 'timing/*.cpp' 'transponders/*.cpp' 'decoders/codec/*.cpp' 'sessions/rules/*.cpp' 'sessions/meetings/*.cpp' |
  xargs -0 -n 1 -P 2 bash -c 'tidy "$0"'
