import { cpuSeconds, residentMb, startChartwright, startPeer } from "./processes.mjs"
import { inTurns, line } from "./report.mjs"

async function once(begin) {
  const server = await begin()
  if (!server) return null
  const cpu = cpuSeconds(server.pid)
  await new Promise((resolve) => setTimeout(resolve, 3000)) // memory at rest, after the catalog was read
  const memory = residentMb(server.pid)
  await server.stop()
  return { startMs: server.startMs, cpu, memory }
}

const runs = await inTurns(5, () => once(() => startChartwright({}, "/readyz")), process.env.PEER_PYTHON ? () => once(startPeer) : null)
const pick = (key) => runs.map(([ours, peer]) => [ours[key], peer?.[key] ?? null])
line("exec to first 200 (catalog read)", "ms", pick("startMs"), "< 3000")
line("processor time until then", "s", pick("cpu"), "< 3")
line("memory at rest", "MB", pick("memory"), "< 250")
