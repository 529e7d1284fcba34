import { compileSource } from "./compile"
import type { CompileReply, CompileRequest } from "./protocol"

// The first run of the parser and printer costs ten times a warm one: pay it before anybody waits.
compileSource("export const params = { a: { type: 'number', default: 1 } }\nexport default function Viz({ data }: { data: number[] }) { return <p title='x'>{data.map((n) => <b key={n}>{n}</b>)}</p> }")

addEventListener("message", ({ data: { id, source } }: MessageEvent<CompileRequest>) => {
  postMessage({ id, result: compileSource(source) } satisfies CompileReply)
})
