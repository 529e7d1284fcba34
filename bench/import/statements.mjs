// Runs the SQL of its argument in a DuckDB of its own, with the memory and the threads that our engine has.
import { DuckDBInstance } from "../node/node_modules/@duckdb/node-api/lib/index.js"

const [sql, folder] = process.argv.slice(2)
const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB", temp_directory: folder })
const connection = await instance.connect()
await connection.run(sql)
connection.closeSync()
