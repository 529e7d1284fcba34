#!/usr/bin/env bash
# Measures Chartwright against its peers in the same run and prints ratios.
#   ./bench.sh              all sections
#   ./bench.sh engine ...   only these
#
# A section is a script bench/sections/NAME.sh that prints lines of five fields, separated by tabs:
#   measure, ours, peer, ratio, goal
# It is run with $root (the repository) and $bench (bench/) set; whatever else it says goes to stderr.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/scripts/lib.sh"
export root bench=$root/bench

need_dotnet
need_node
sections=("$@")
if [ ${#sections[@]} -eq 0 ]; then
    for file in "$bench"/sections/*.sh; do sections+=("$(basename "$file" .sh)"); done
fi

commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] || commit="$commit with changes"
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
echo "machine: ${processor:-$(uname -m)}, $(nproc 2>/dev/null || echo '?') threads, $(uname -sr)"
echo "commit:  $commit, $(date -u +%Y-%m-%d)"
echo "load:    $(cut -d" " -f1 /proc/loadavg 2>/dev/null || echo unknown) at the start; on a busy machine trust the cpu ratios"
echo "ratio:   peer over ours, median of pairs run in turns; above 1x we are faster"
for section in "${sections[@]}"; do
    [ -f "$bench/sections/$section.sh" ] || fail "there is no section '$section' in bench/sections"
    echo
    { printf '%s\tours\tpeer\tratio\tgoal\n' "$section"; bash -euo pipefail "$bench/sections/$section.sh"; } | column -t -s $'\t'
done
