import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

const ROOT = path.join(__dirname, "../..")
const START_LIMIT_MS = 60_000

export type RunningServer = Readonly<{
  /** Origin, without a slash at the end. */
  url: string
  /** Ends the process as a service manager does and answers its exit code. */
  stop: () => Promise<number | null>
}>

/** The program under test: `CHARTWRIGHT_DLL`, or what the last build left. */
function findProgram(): string {
  const built = ["app/chartwright.dll", "bin/Chartwright.Server/release/chartwright.dll", "bin/Chartwright.Server/debug/chartwright.dll"]
  const candidates = [process.env.CHARTWRIGHT_DLL, ...built.map((each) => path.join(ROOT, "backend/artifacts", each))]
  const found = candidates.find((candidate) => candidate && existsSync(candidate))
  if (!found) throw new Error("The server is not built. Run ./run.sh once, or set CHARTWRIGHT_DLL to chartwright.dll.")
  return found
}

/**
 * Starts the built server on a free port with a data folder of its own, which is removed when it stops.
 * @param settings environment variables such as `CHARTWRIGHT__DEFAULTMODEL`
 */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const data = mkdtempSync(path.join(os.tmpdir(), "chartwright-e2e-"))
  const child = spawn("dotnet", [findProgram(), "serve", "--port", "0", "--data", data], {
    cwd: data,
    env: { ...process.env, CHARTWRIGHT__WEBROOT: path.join(ROOT, "frontend/out"), CHARTWRIGHT__SAMPLES: path.join(ROOT, "samples"), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const stop = async () => {
    child.kill("SIGTERM")
    const code = await ended
    rmSync(data, { recursive: true, force: true })
    return code
  }
  try {
    return { url: await readAddress(child, ended), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The address the server prints when it is ready. */
function readAddress(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ""
    const timer = setTimeout(() => reject(new Error(`The server did not become ready in ${String(START_LIMIT_MS / 1000)} s:\n${printed.slice(-1000)}`)), START_LIMIT_MS)
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /Chartwright is ready: (http:\/\/\S+)/.exec(printed)?.[1]
      if (!address) return
      clearTimeout(timer)
      resolve(address.replace(/\/$/, ""))
    }
    child.stdout?.on("data", read)
    child.stderr?.on("data", read)
    void ended.then((code) => {
      clearTimeout(timer)
      reject(new Error(`The server ended with ${String(code)}:\n${printed.slice(-1000)}`))
    })
  })
}
