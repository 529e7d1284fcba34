import { residentMb, startChartwright } from "../http/processes.mjs"
import { inTurns, line } from "../http/report.mjs"
import { startSpark } from "./peer.mjs"

const server = await startChartwright({ CHARTWRIGHT__SPARK__REMOTE: process.env.SPARK_REMOTE, CHARTWRIGHT__JOBS__MAXRUNNINGSPARK: "4" }, "/readyz")
const peer = await startSpark(process.env.SPARK_HOME)

async function call(method, route, body) {
  const answer = await fetch(server.url + route, { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${route}: ${await answer.text()}`)
  return answer
}

const submit = async (query) => (await call("POST", "/api/jobs", { query, engine: "spark" })).json()

/** Follows a job to its end; `seen` is called with every event. */
async function follow(job, seen = () => {}) {
  const answer = await call("GET", `/api/jobs/${job.id}/events`)
  let [text, last] = ["", job]
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))
      if (data) seen((last = JSON.parse(data[1])))
    }
  }
  if (last.state !== "done") throw new Error(`The job ended as ${last.state}: ${last.failure?.message}`)
  return last
}

/** Milliseconds from the submit to the published result, which is removed. */
async function jobMs(query) {
  const began = performance.now()
  const job = await submit(query)
  await follow(job)
  const ms = performance.now() - began
  await call("DELETE", `/api/jobs/${job.id}`)
  return ms
}

/** Milliseconds from the submit to the first progress that shows a task. */
async function progressMs(query) {
  const began = performance.now()
  const job = await submit(query)
  let first
  await follow(job, (event) => { if (event.progress?.tasksTotal > 0) first ??= performance.now() - began })
  await call("DELETE", `/api/jobs/${job.id}`)
  return first
}

// a statement of its own each time
const small = (round) => `SELECT id % 7 AS k, count(*) AS n, ${round} AS run FROM range(100000) GROUP BY 1`
const large = (round) => `SELECT id % 1000 AS k, sum(hash(id)) AS s, avg(id) AS a, count(DISTINCT id % 97) AS d, ${round} AS run FROM range(10000000) GROUP BY 1`
const long = (round) => `SELECT sum(hash(id, id + ${round})) AS s FROM range(0, 300000000, 1, 20)`

await jobMs(small(0))
line("submit to first progress", "ms", await inTurns(5, (round) => progressMs(long(round))), "")
line("small statement, submit to result / Spark itself", "ms", await inTurns(7, (round) => jobMs(small(round)), (round) => peer.write(small(round))), "")
line("10,000,000 rows grouped, submit to result / Spark itself", "ms", await inTurns(3, (round) => jobMs(large(round)), (round) => peer.write(large(round))), "")

const began = performance.now()
const many = await Promise.all(Array.from({ length: 50 }, (_, number) => submit(small(1000 + number))))
const ended = await Promise.all(many.map((job) => follow(job)))
line("50 jobs submitted at once, until all are done", "s", [[(performance.now() - began) / 1000, null]], "")
// jobs that ran when one began
const overlap = ended.map((job) => ended.filter((other) => other.startedAt <= job.startedAt && job.startedAt < other.finishedAt).length)
line("of these, running at once (4 are allowed)", "jobs", [[Math.max(...overlap), null]], "≤ 4")

const before = residentMb(server.pid)
let peak = before
const watching = setInterval(() => { peak = Math.max(peak, residentMb(server.pid)) }, 50)
const wide = await submit("SELECT id, uuid() AS a, uuid() AS b, uuid() AS c FROM range(0, 20000000, 1, 16)")
const done = await follow(wide)
clearInterval(watching)
line(`our memory while a job writes ${(done.result.bytes / 1e9).toFixed(2)} GB, beyond what it was`, "MB", [[peak - before, null]], "flat")

await Promise.all([server.stop(), peer.stop()])
