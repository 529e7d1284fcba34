// Writes lib/contracts/*.gen.ts from ../contracts. `--check` writes nothing and fails when a file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { compile } from "json-schema-to-typescript"
import openapiTS, { astToString } from "openapi-typescript"

const root = path.join(import.meta.dirname, "..")
const contract = (name) => JSON.parse(readFileSync(path.join(root, "../contracts", name), "utf8"))
const banner = (source) => `/* Generated from contracts/${source} by \`npm run contracts\`. Do not edit. */\n`

/** The stream's union: one type per event, narrowed by `type`. */
async function events() {
  const schema = contract("events.schema.json")
  const code = await compile(schema, schema.title, {
    additionalProperties: false,
    bannerComment: "",
    format: true,
    style: { semi: false, printWidth: 120 },
    unreachableDefinitions: false,
  })
  return banner("events.schema.json") + "\n" + code.trim() + "\n"
}

/** Routes, bodies and answers, in the form openapi-fetch reads. */
async function api() {
  const ast = await openapiTS(contract("openapi.json"), { alphabetize: true, rootTypes: true, rootTypesNoSchemaPrefix: true })
  return banner("openapi.json") + "\n" + astToString(ast).trim() + "\n"
}

const outputs = { "events.gen.ts": events, "api.gen.ts": api }
const isCheck = process.argv.includes("--check")
let stale = 0
for (const [name, generate] of Object.entries(outputs)) {
  const file = path.join(root, "lib/contracts", name)
  const text = await generate()
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue
  if (isCheck) {
    console.error(`${path.relative(root, file)} is out of date: run \`npm run contracts\``)
    stale++
  } else {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path.relative(root, file)}`)
  }
}
process.exitCode = stale > 0 ? 1 : 0
