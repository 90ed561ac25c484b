#!/usr/bin/env bash
# Everything that must hold: types, lint, format, import rules, tests on real databases, stories in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n── %s\n' "$1"; }

step 'Types';        npm run --silent typecheck
step 'Lint';         npm run --silent lint
step 'Format';       npm run --silent format:check
step 'Unused code';  npm run --silent check:unused
step 'Tests';        npx vitest run
step 'Stories';      npm run --silent test:stories
