# Shared by run.sh, test.sh and bench.sh: prerequisites, and builds that are skipped when their inputs did not change.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/.tools
server_dll=$root/backend/artifacts/app/chartwright.dll
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NEXT_TELEMETRY_DISABLED=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 # no build process outlives its build
mkdir -p "$tools"

say() { printf '\033[2m[%s]\033[0m %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf '\033[31merror:\033[0m %s\n' "$*" >&2; exit 1; }

need_dotnet() {
    command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing. Install it: https://dot.net/download or, on Debian with Microsoft's feed, apt-get install dotnet-sdk-10.0"
    dotnet --list-sdks | grep -q '^10\.' || fail "a .NET 10 SDK is needed, found: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '). Install it: https://dot.net/download"
}

need_node() {
    command -v node >/dev/null || fail "Node 20.9 or newer is missing (to build, not to serve). Install it: https://nodejs.org/download or apt-get install nodejs npm"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 9) ? 0 : 1)' ||
        fail "Node 20.9 or newer is needed, found $(node --version). Install it: https://nodejs.org/download"
    command -v npm >/dev/null || fail "npm is missing. Install it: apt-get install npm"
}

# fingerprint PATH... : one hash over names and contents, build output left out
fingerprint() {
    (cd "$root" && find "$@" \( -name node_modules -o -name .next -o -name out -o -name artifacts -o -name bin -o -name obj -o -path frontend/public/frame -o -path frontend/public/export-frame.json \) -prune \
        -o -type f ! -name '*.tsbuildinfo' ! -name next-env.d.ts -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# once NAME OUTPUT INPUTS... -- COMMAND... : runs COMMAND unless OUTPUT exists and INPUTS are as they were at the last success
once() {
    local name=$1 output=$2 inputs=() stamp hash began
    shift 2
    while [ "$1" != -- ]; do inputs+=("$1"); shift; done
    shift
    stamp=$tools/$name.stamp
    hash=$(fingerprint "${inputs[@]}")
    if [ -e "$output" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ]; then return 0; fi
    began=$SECONDS
    say "$name …"
    "$@" >"$tools/$name.log" 2>&1 || { tail -n 40 "$tools/$name.log" >&2; fail "$name failed; the whole log is .tools/$name.log"; }
    printf '%s' "$hash" >"$stamp"
    say "$name done in $((SECONDS - began)) s"
}

npm_ci() { (cd "$root/$1" && npm ci --no-audit --no-fund); }
build_export() { (cd "$root/frontend" && npm run build); }
# on 64-bit Linux compiled ahead of time: it starts in a fraction of the CPU time
publish_server() {
    local ahead=()
    [ "$(uname -sm)" != "Linux x86_64" ] || ahead=(-r linux-x64 --self-contained false -p:PublishReadyToRun=true)
    dotnet publish "$root/backend/src/Chartwright.Server" -c Release "${ahead[@]}" -o "$root/backend/artifacts/app"
}

install_frontend() { once frontend-packages "$root/frontend/node_modules" frontend/package.json frontend/package-lock.json -- npm_ci frontend; }
build_frontend() {
    install_frontend
    once frontend-build "$root/frontend/out/index.html" frontend contracts -- build_export
}
build_backend() { once backend-build "$server_dll" backend/src backend/Directory.Build.props backend/Directory.Build.targets backend/Directory.Packages.props -- publish_server; }
