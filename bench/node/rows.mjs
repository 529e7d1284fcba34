// Node's DuckDB client as a peer: reads "command TAB repeats TAB sql" lines, answers each with one number.
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
    return 0
  },
  json: async (sql, repeats) => {
    const started = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) await json(sql)
    return (performance.now() - started) / repeats
  },
  memory: async () => process.resourceUsage().maxRSS / 1000,
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, repeats, sql] = line.split('\t')
  console.log(await commands[command](sql, Number(repeats)))
}
