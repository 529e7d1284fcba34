# shellcheck shell=bash
. "$root/scripts/lib.sh"
build_frontend >&2
build_backend >&2
CHARTWRIGHT_DLL=$server_dll node "$bench/http/start.mjs"
