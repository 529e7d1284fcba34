import { spawn } from "node:child_process"
import { readFileSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"

const ticksPerSecond = 100 // USER_HZ of Linux

export const root = path.join(import.meta.dirname, "../..")

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Processor seconds (user and system) a process has used. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Resident memory in MB. */
export const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024

/** Starts a server and waits until `ready` answers 200. `startMs` is from exec to that answer. */
export async function start(command, args, env, ready) {
  const began = performance.now()
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`)
    const isUp = await fetch(ready).then((answer) => answer.ok, () => false)
    if (isUp) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const startMs = performance.now() - began
  const stop = () => new Promise((resolve) => {
    child.once("exit", resolve)
    child.kill("SIGTERM")
  })
  return { pid: child.pid, startMs, stop }
}

/** Chartwright on a free port with an empty data folder; `env` adds configuration. */
export async function startChartwright(env = {}, readyPath = "/healthz") {
  const dll = process.env.CHARTWRIGHT_DLL
  if (!dll) throw new Error("CHARTWRIGHT_DLL names the built server")
  const [port, data] = [await freePort(), mkdtempSync(path.join(tmpdir(), "chartwright-bench-"))]
  const url = `http://127.0.0.1:${port}`
  const server = await start("dotnet", [dll, "serve", "--port", String(port), "--data", data], {
    CHARTWRIGHT__WEBROOT: path.join(root, "frontend/out"),
    CHARTWRIGHT__SAMPLES: path.join(root, "samples"),
    Logging__LogLevel__Default: "Warning",
    ...env,
  }, url + readyPath)
  return { ...server, url, stop: async () => { await server.stop(); rmSync(data, { recursive: true, force: true }) } }
}

/** The peer of bench/http/peer.py, or null when PEER_PYTHON names no Python that has its packages. */
export async function startPeer(modelUrl = "http://127.0.0.1:1") {
  const python = process.env.PEER_PYTHON
  if (!python) return null
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = await start(python, ["-m", "uvicorn", "peer:app", "--app-dir", import.meta.dirname, "--port", String(port),
    "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"],
    { MODEL_URL: modelUrl, SAMPLES: path.join(root, "samples") }, `${url}/healthz`)
  return { ...server, url, isPeer: true }
}
