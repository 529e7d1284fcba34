import { compileArtifact } from "./compile"
import type { CompileReply, CompileRequest, CompilerReady } from "./protocol"

const warmUp = "export const params = { a: { type: 'number', default: 1 } }\nexport default function Viz({ data }: { data: number[] }) { return <p title='x' className='p-4'>{data.map((n) => <b key={n}>{n}</b>)}</p> }"

// The first run of parser, printer and Tailwind costs ten times a warm one: pay it before anybody waits.
let queue: Promise<unknown> = compileArtifact(warmUp).then(() => postMessage({ isReady: true } satisfies CompilerReady))

addEventListener("message", ({ data: { id, source } }: MessageEvent<CompileRequest>) => {
  queue = queue.then(async () => postMessage({ id, result: await compileArtifact(source) } satisfies CompileReply))
})
