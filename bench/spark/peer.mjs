import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { createInterface } from "node:readline"

const opened = ["java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util", "java.util.concurrent", "java.util.concurrent.atomic", "jdk.internal.ref", "sun.nio.ch", "sun.nio.cs", "sun.security.action", "sun.util.calendar"]

/** Spark without a server in between: the same statements, in a process of Spark's own. */
export async function startSpark(home) {
  const folder = mkdtempSync(path.join(tmpdir(), "chartwright-spark-peer-"))
  const child = spawn("java", [...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`), "-Xmx1g", `-Djava.io.tmpdir=${folder}`, `-Dspark.local.dir=${folder}`, "-cp", `${home}/conf:${home}/jars/*`, path.join(import.meta.dirname, "SparkWrite.java")], { stdio: ["pipe", "pipe", "ignore"] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const read = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error("Spark ended")
    return value
  }
  while ((await read()) !== "ready");
  let written = 0
  return {
    /** Milliseconds of one write. */
    write: async (sql) => {
      const target = path.join(folder, `w${written++}`)
      child.stdin.write(`${target}\t${sql}\n`)
      const ms = Number(await read())
      rmSync(target, { recursive: true, force: true })
      return ms
    },
    stop: () => new Promise((resolve) => {
      child.once("exit", () => { rmSync(folder, { recursive: true, force: true }); resolve() })
      child.stdin.end()
    }),
  }
}
