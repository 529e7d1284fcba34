import { startPacedModel } from "./model.mjs"
import { cpuSeconds, startChartwright, startPeer } from "./processes.mjs"
import { inTurns, line } from "./report.mjs"

const streams = 64
const tokens = 150
const paceMs = 20 // a model at 50 tokens a second

/** One load of paced streams: text events per second of the server's processor time, and the median wait for the first text. */
async function load(server, model) {
  const cpu = cpuSeconds(server.pid)
  const one = async () => {
    const began = performance.now()
    const answer = await fetch(`${server.url}/api/chat`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ message: "say something", ...(model && { model }) }),
    })
    let [text, firstMs, buffered] = [0, 0, ""]
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      buffered += piece
      const found = buffered.split("event: text").length - 1
      if (found && !firstMs) firstMs = performance.now() - began
      text += found
      buffered = buffered.slice(-11)
      if (buffered.includes("event: text")) buffered = ""
    }
    if (text !== tokens) throw new Error(`${text} of ${tokens} events came`)
    return firstMs
  }
  const firsts = (await Promise.all(Array.from({ length: streams }, one))).sort((a, b) => a - b)
  return { perCpu: (streams * tokens) / (cpuSeconds(server.pid) - cpu), firstMs: firsts[streams >> 1] }
}

const model = await startPacedModel(tokens, paceMs)
const ours = await startChartwright({ CHARTWRIGHT__MODELS__0__NAME: "scripted", CHARTWRIGHT__MODELS__0__BASEURL: model.url }, "/readyz")
const peer = await startPeer(model.url)
try {
  const runs = await inTurns(5, () => load(ours, "scripted"), peer && (() => load(peer)))
  line(`${streams} paced streams / FastAPI + httpx, events per processor second`, "", runs.map(([a, b]) => [a.perCpu, b?.perCpu ?? null]), ">= 6x", true)
  line("the same, median wait for the first text (20 ms are the model's)", "ms", runs.map(([a, b]) => [a.firstMs, b?.firstMs ?? null]), ">= 4x")
} finally {
  await peer?.stop()
  await ours.stop()
  model.stop()
}
