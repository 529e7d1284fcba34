# SQL to JSON in process, no HTTP: against DuckDB's own JSON writer and Node's client
[ -d "$bench/node/node_modules" ] || npm --prefix "$bench/node" ci --no-fund --no-audit >&2
dotnet build "$bench/Chartwright.Bench" -c Release -v quiet --nologo >&2
dotnet "$root/backend/artifacts/bin/Chartwright.Bench/release/Chartwright.Bench.dll" engine "$bench/node/rows.mjs"
