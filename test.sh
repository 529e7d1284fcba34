#!/usr/bin/env bash
# Runs every test of both halves and ends with one line: N passed, N failed.
#   ./test.sh            all, the fast ones first
#   ./test.sh fast       without browser tests
set -uo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/scripts/lib.sh"

passed=0 failed=0 skipped=0 fast=${1:-}
results=$(mktemp -d)
# the compiler server would outlive the tests
trap 'rm -rf "$results"; dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1' EXIT

count() { passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0})); }

# check NAME COMMAND... : a step that passes or fails as a whole
check() {
    local name=$1 began=$SECONDS
    shift
    if "$@" >"$results/log" 2>&1; then
        count 1 0
        say "ok      $name ($((SECONDS - began)) s)"
    else
        count 0 1
        tail -n 60 "$results/log"
        say "FAILED  $name"
        return 1
    fi
}

# dotnet_tests PROJECT : runs one built test program and adds its counts
dotnet_tests() {
    local name=$1 began=$SECONDS status=0 log=$results/$1.log
    NO_COLOR=1 dotnet "$root/backend/artifacts/bin/$name/release/$name.dll" --no-ansi >"$log" 2>&1 || status=$?
    local total; total=$(sed -n 's/^  succeeded: //p' "$log" | tail -n 1)
    local bad; bad=$(sed -n 's/^  failed: //p' "$log" | tail -n 1)
    local left; left=$(sed -n 's/^  skipped: //p' "$log" | tail -n 1)
    [ "$status" -eq 0 ] || cat "$log"
    # it died, or ran nothing: that is a failure too
    if { [ "$status" -ne 0 ] || [ "${total:-0}" -eq 0 ]; } && [ "${bad:-0}" -eq 0 ]; then bad=1; fi
    [ "${left:-0}" -eq 0 ] || grep -i 'skipped' "$log" | head -n 5
    count "${total:-0}" "${bad:-0}" "${left:-0}"
    say "$name: ${total:-0} passed, ${bad:-0} failed ($((SECONDS - began)) s)"
}

# node_tests NAME DIRECTORY JSON COMMAND... : a runner that writes its report as JSON; `$results` holds it
node_tests() {
    local name=$1 directory=$2 report=$results/$1.json began=$SECONDS counts
    shift 2
    (cd "$root/$directory" && REPORT=$report PLAYWRIGHT_JSON_OUTPUT_FILE=$report "$@") >"$results/$name.log" 2>&1 || tail -n 120 "$results/$name.log"
    counts=$(node -e '
        const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))
        const s = r.stats
        console.log(s ? [s.expected + s.flaky, s.unexpected + r.errors.length, s.skipped].join(" ")
                      : [r.numPassedTests, Math.max(r.numFailedTests, r.numFailedTestSuites ? 1 : 0), r.numPendingTests].join(" "))' "$report" 2>/dev/null) || counts="0 1 0"
    # shellcheck disable=SC2086
    count $counts
    say "$name: ${counts% * *} passed, $(echo "$counts" | cut -d' ' -f2) failed ($((SECONDS - began)) s)"
}

need_chromium() {
    export CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
    [ -n "$CHROMIUM" ] && return 0
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || fail "Chromium is missing. Install it: apt-get install chromium, or set CHROMIUM to its path"
    say "installing Chromium …"
    (apt-get update && apt-get install -y chromium) >"$tools/chromium.log" 2>&1 || { tail -n 20 "$tools/chromium.log"; fail "Chromium could not be installed"; }
    CHROMIUM=$(command -v chromium)
}

need_dotnet
need_node
install_frontend
check "types" npm --prefix "$root/frontend" run typecheck
check "lint" npm --prefix "$root/frontend" run lint
check "contract types" node "$root/frontend/scripts/generate-contracts.mjs" --check
node_tests vitest frontend sh -c 'npx vitest run --reporter=default --reporter=json --outputFile.json="$REPORT"'

if check "backend build" dotnet build "$root/backend/Chartwright.slnx" -c Release; then
    for project in "$root"/backend/tests/*.Tests; do dotnet_tests "$(basename "$project")"; done
fi

if [ "$fast" != fast ]; then
    need_chromium
    build_frontend
    build_backend
    once e2e-packages "$root/e2e/node_modules" e2e/package.json e2e/package-lock.json -- npm_ci e2e
    check "first load within budget" node "$root/frontend/scripts/check-size.mjs"
    CHARTWRIGHT_DLL=$server_dll node_tests frame e2e npx playwright test --project=frame --reporter=list,json
    CHARTWRIGHT_DLL=$server_dll node_tests app e2e npx playwright test --project=app --reporter=list,json
fi

say "$skipped skipped, $SECONDS s in all"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
