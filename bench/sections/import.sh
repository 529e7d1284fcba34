# shellcheck shell=bash
# A CSV of 1 GB to a table, each side a program of its own from start to end
. "$root/scripts/lib.sh"
[ -d "$bench/node/node_modules" ] || npm --prefix "$bench/node" ci --no-fund --no-audit >&2
build_backend >&2
CHARTWRIGHT_DLL=$server_dll node "$bench/import/import.mjs"
