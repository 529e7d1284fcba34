import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { cpuSeconds } from "../http/processes.mjs"
import { inTurns, line } from "../http/report.mjs"

const folder = mkdtempSync(path.join(tmpdir(), "chartwright-import-"))
const csv = path.join(folder, "rows.csv")
const statements = path.join(import.meta.dirname, "statements.mjs")

// eight mixed columns, as in the engine's section
const columns = "id INTEGER, sold_at TIMESTAMP, day DATE, product VARCHAR, region VARCHAR, price DECIMAL(12,2), score DOUBLE, is_returned BOOLEAN"
const rows = `SELECT i::INT AS id, TIMESTAMP '2015-01-01' + to_seconds(i * 37) AS sold_at, DATE '2015-01-01' + (i % 1096)::INT AS day, 'product ' || (i % 977) AS product,
  ['north', 'south', 'east', 'west'][i % 4 + 1] AS region, (i * 7919 % 1000000 / 100)::DECIMAL(12,2) AS price, CASE WHEN i % 11 <> 0 THEN round((i % 10007) * 0.37, 2) END::DOUBLE AS score,
  i % 3 = 0 AS is_returned FROM range(13500000) t(i)`

const memoryPeakMb = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

/** One program from start to end: seconds by the clock and of the processor, and the most memory it had. */
function run(command, ...args) {
  const began = performance.now()
  const child = spawn(command, args, { env: { ...process.env, CHARTWRIGHT__SAMPLES: folder }, stdio: ["ignore", "ignore", "inherit"] })
  const seen = { cpu: 0, peakMb: 0 }
  const look = setInterval(() => {
    try {
      Object.assign(seen, { cpu: cpuSeconds(child.pid), peakMb: memoryPeakMb(child.pid) || seen.peakMb })
    } catch { /* it has ended */ }
  }, 20)
  return new Promise((resolve, reject) => child.once("exit", (code) => {
    clearInterval(look)
    if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, ...seen })
    else reject(new Error(`${command} ended with ${code}`))
  }))
}

async function ours(round) {
  return run("dotnet", process.env.CHARTWRIGHT_DLL, "import", csv, "--data", path.join(folder, `data-${round}`))
}

const peer = (sqlOf) => (round) => run("node", statements, sqlOf(path.join(folder, `peer-${round}`)), folder)

const copyFrom = (base) => `ATTACH '${base}.duckdb' AS file; CREATE TABLE file.t (${columns}); COPY file.t FROM '${csv}'`
const toParquet = (base) => `COPY (FROM read_csv('${csv}', sample_size = -1)) TO '${base}.parquet' (FORMAT parquet, COMPRESSION zstd); SUMMARIZE FROM '${base}.parquet'`

function report(label, pairs) {
  line(`${label}, by the clock`, "s", pairs.map(([a, b]) => [a.seconds, b.seconds]), "–")
  line(`${label}, processor`, "s", pairs.map(([a, b]) => [a.cpu, b.cpu]), "–")
  line(`${label}, most memory`, "MB", pairs.map(([a, b]) => [a.peakMb, b.peakMb]), "bounded")
}

try {
  await run("node", statements, `COPY (${rows}) TO '${csv}'`, folder)
  const size = `CSV of ${(statSync(csv).size / 1e9).toFixed(2)} GB`
  report(`${size} / DuckDB COPY FROM, types given`, await inTurns(2, ours, peer(copyFrom)))
  rmSync(path.join(folder, "data-0"), { recursive: true })
  report(`${size} / DuckDB: types by all rows, Parquet, SUMMARIZE`, await inTurns(2, (round) => ours(round + 3), peer(toParquet)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
