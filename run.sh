#!/usr/bin/env bash
# Builds what changed, starts Chartwright and prints its address.
#   ./run.sh [--port N] [--data DIR] [--dev] [any flag of `chartwright serve`]
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/scripts/lib.sh"

dev=false arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        --dev) dev=true ;;
        -h | --help)
            sed -n '2,3s/^# //p' "$0"
            echo "  --port N    listen on this port (default 5080, the next free one if taken)"
            echo "  --data DIR  keep uploads, results and history here (default ./data)"
            echo "  --dev       hot reload of both halves: the page on port 5090, the server on 5080"
            exit 0
            ;;
        *) arguments+=("$1") ;;
    esac
    shift
done

need_dotnet
need_node
if $dev; then
    install_frontend
    once frontend-runtime "$root/frontend/public/frame/frame-policy.json" frontend/runtime frontend/lib frontend/components frontend/styles frontend/scripts -- \
        npm --prefix "$root/frontend" run build:runtime
    # both halves in one process group: Ctrl-C ends both
    trap 'trap - EXIT INT TERM; kill 0; wait' EXIT INT TERM
    CHARTWRIGHT__DEVORIGIN=http://127.0.0.1:5090 dotnet watch --project "$root/backend/src/Chartwright.Server" --non-interactive -- \
        serve --port 5080 "${arguments[@]}" &
    (cd "$root/frontend" && npm run dev) &
    say "open http://127.0.0.1:5090"
    wait
else
    build_frontend
    build_backend
    exec env CHARTWRIGHT__WEBROOT="$root/frontend/out" CHARTWRIGHT__SAMPLES="$root/samples" dotnet "$server_dll" serve "${arguments[@]}"
fi
