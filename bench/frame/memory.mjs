import { readdirSync, readFileSync } from "node:fs"

const read = (file) => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return "" // the process has ended
  }
}

/** Megabytes of all Chromium renderers of this machine, each page of memory counted once (PSS); so only one browser may run. */
export const rendererMegabytes = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/cmdline`).includes("--type=renderer"))
    .reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024, 0)
