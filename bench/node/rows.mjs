// Node's DuckDB client as a peer: reads "command TAB repeats TAB sql" lines, answers each with numbers.
import { DuckDBInstance } from '@duckdb/node-api'
import { createInterface } from 'node:readline'

const connection = await (await DuckDBInstance.create(':memory:')).connect()

/** SQL to the JSON text of all rows, as arrays: the same shape as the product's. */
async function json(sql) {
  const reader = await connection.runAndReadAll(sql)
  return JSON.stringify(reader.getRowsJson()).length
}

const commands = {
  execute: async (sql) => {
    await connection.run(sql)
    return [0]
  },
  /** Elapsed and processor milliseconds of one run. */
  json: async (sql, repeats) => {
    const cpu = process.cpuUsage()
    const started = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) await json(sql)
    const wall = performance.now() - started
    const used = process.cpuUsage(cpu)
    return [wall / repeats, (used.user + used.system) / 1000 / repeats]
  },
  memory: async () => [process.resourceUsage().maxRSS / 1000],
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, repeats, sql] = line.split('\t')
  console.log((await commands[command](sql, Number(repeats))).join(' '))
}
