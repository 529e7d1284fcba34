import { startChartwright, startPeer } from "./processes.mjs"
import { inTurns, line, median } from "./report.mjs"

const post = (url, body) => fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })

/** Median time of `count` queries, each a statement of its own so that no cache answers. */
async function queryMs(server, limit, count, salt) {
  const times = []
  for (let i = 0; i < count; i++) {
    const began = performance.now()
    const answer = await post(`${server.url}/api/query`, { sql: `SELECT *, ${salt * 1000 + i} AS run FROM order_items`, limit })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.arrayBuffer()
    times.push(performance.now() - began)
  }
  return median(times)
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
try {
  for (const [rows, count] of [[1000, 20], [100_000, 2]])
    line(`POST /api/query, ${Math.min(rows, 49_658).toLocaleString("en")} rows x 10, uncached / FastAPI + orjson`, "ms",
      await inTurns(5, (round) => queryMs(ours, rows, count, round), peer && ((round) => queryMs(peer, rows, count, round))), rows === 1000 ? ">= 8x" : ">= 10x")
  const chats = (await inTurns(15, () => chat(ours, "total sales by region"), null)).map(([run]) => run)
  line("question to first byte, built-in analyst", "ms", chats.map((run) => [run.firstMs, null]), "< 30")
  line("question to the last event, built-in analyst", "ms", chats.map((run) => [run.doneMs, null]), "< 300")
} finally {
  await peer?.stop()
  await ours.stop()
}
