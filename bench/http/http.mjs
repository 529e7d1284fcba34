import { cpuSeconds, startChartwright, startPeer } from "./processes.mjs"
import { inTurns, line, median } from "./report.mjs"

const post = (url, body) => fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })

/** Median time of `count` queries, each a statement of its own so that no cache answers, or one again and again. */
async function queryMs(server, path, limit, count, salt, isRepeated = false) {
  const times = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    const answer = await post(server.url + path, { sql: `SELECT *, ${salt * 1000 + (isRepeated ? 0 : i)} AS run FROM order_items`, limit })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.arrayBuffer()
    times.push(performance.now() - began)
  }
  return median(times)
}

/** Our answer in turns with a peer's. */
async function compareQueries(label, peerPath, limit, count, goal, isRepeated = false) {
  const salt = ++statements * 10
  const rows = Math.min(limit, 49_658).toLocaleString("en")
  line(`POST /api/query, ${rows} rows x 10, ${isRepeated ? "asked again and again" : "uncached"} / ${label}`, "ms",
    await inTurns(5, (round) => queryMs(ours, "/api/query", limit, count, salt + round, isRepeated), peer && ((round) => queryMs(peer, peerPath, limit, count, salt + round, isRepeated))), goal)
}

const millionRows = (salt) => `SELECT i, i % 97 AS part, i * 0.25 AS share, 'name ' || (i % 1000) AS name, ${salt} AS run FROM range(1000000) t(i)`

/** From asking for a million rows as Parquet to their last byte; the statement runs within. */
async function exportMs(server, salt) {
  const key = server.isPeer ? null : (await (await post(`${server.url}/api/query`, { sql: millionRows(salt), limit: 1 })).json()).cacheKey
  const began = performance.now()
  const answer = await fetch(server.isPeer ? `${server.url}/api/parquet?${new URLSearchParams({ sql: millionRows(salt) })}` : `${server.url}/api/results/${key}?format=parquet`)
  if (!answer.ok) throw new Error(await answer.text())
  await answer.arrayBuffer()
  return performance.now() - began
}

/** From a client's leaving in the middle of an endless statement to the server's processor time standing still; at most 5 s. */
async function stopMs(server, salt) {
  const leave = new AbortController()
  const sql = `SELECT count(*) FROM range(20000000) a, range(20000000) b WHERE a.range + b.range < ${-salt}`
  const running = fetch(`${server.url}/api/query`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ sql }), signal: leave.signal }).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, 500))
  leave.abort()
  await running
  const began = performance.now()
  for (let [still, last, since] = [0, cpuSeconds(server.pid), began]; performance.now() - began < 5000; ) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    const now = cpuSeconds(server.pid)
    if (now !== last) [still, last, since] = [0, now, performance.now()]
    else if (++still === 10) return since - began
  }
  return 5000
}

/** From sending a question to the first byte and to the end of the stream. */
async function chat(server, message) {
  const began = performance.now()
  const answer = await post(`${server.url}/api/chat`, { message })
  const reader = answer.body.getReader()
  await reader.read()
  const firstMs = performance.now() - began
  while (!(await reader.read()).done);
  return { firstMs, doneMs: performance.now() - began }
}

const ours = await startChartwright({}, "/readyz")
const peer = await startPeer()
const warmUp = 600 // statements: the runtime compiles its hot methods again after some calls
let statements = 0
try {
  for (const server of [ours, peer].filter(Boolean)) await queryMs(server, "/api/query", 1000, warmUp, 0)
  await compareQueries("FastAPI, the rows returned", "/api/query/plain", 1000, 20, ">= 20x")
  await compareQueries("FastAPI + json.dumps", "/api/query/json", 1000, 20, ">= 8x")
  await compareQueries("FastAPI + orjson", "/api/query", 1000, 20, "–")
  await compareQueries("FastAPI + orjson", "/api/query", 1000, 100, "–", true)
  await compareQueries("FastAPI + orjson", "/api/query", 100_000, 2, ">= 10x")
  line("1,000,000 rows as Parquet, to the last byte / COPY and FileResponse", "ms", await inTurns(5, (round) => exportMs(ours, round), peer && ((round) => exportMs(peer, round))), ">= 0.95x")
  // the peer's statement would run on and take the processor from what is measured next
  line("client leaves in mid-statement, the engine stands still", "ms", await inTurns(5, (round) => stopMs(ours, round), null), "< 50")
  const chats = (await inTurns(15, () => chat(ours, "total sales by region"), null)).map(([run]) => run)
  line("question to first byte, built-in analyst", "ms", chats.map((run) => [run.firstMs, null]), "< 30")
  line("question to the last event, built-in analyst", "ms", chats.map((run) => [run.doneMs, null]), "< 300")
} finally {
  await peer?.stop()
  await ours.stop()
}
