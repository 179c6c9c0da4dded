#!/usr/bin/env bash
# Every C++ file is as clang-format leaves it; `./dev format` mends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
git ls-files -z --cached --others --exclude-standard '*.hpp' '*.cpp' | xargs -0 clang-format-19 --dry-run --Werror
