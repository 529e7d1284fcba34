import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/** One answer of the scripted model: text, tool calls, or a refusal. */
export type Reply =
  | Readonly<{ text: string; toolCalls?: readonly ToolCall[] }>
  | Readonly<{ toolCalls: readonly ToolCall[]; text?: string }>
  | Readonly<{ status: number; message: string }>
  /** Streams the text and then says nothing more until the client goes away. */
  | Readonly<{ text: string; isHanging: true }>

export type ToolCall = Readonly<{ name: string; arguments: unknown }>

export type ModelRequest = Readonly<{ messages: readonly { role: string; content?: unknown; tool_call_id?: string }[]; tools?: readonly { function: { name: string } }[] }>

export type OpenAiServer = Awaited<ReturnType<typeof startOpenAiServer>>

/** A model whose answers are written beforehand. Speaks OpenAI's streamed chat completions. */
export async function startOpenAiServer() {
  let script: Reply[] = []
  const requests: ModelRequest[] = []
  let dropped = 0

  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString()))
    request.on("end", () => {
      requests.push(JSON.parse(body) as ModelRequest)
      const reply = script.shift() ?? { status: 500, message: "The script has no further answer." }
      if ("status" in reply) {
        response.writeHead(reply.status, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: reply.message, type: "server_error" } }))
        return
      }
      response.writeHead(200, { "content-type": "text/event-stream" })
      response.on("close", () => {
        if (!response.writableEnded) dropped++
      })
      for (const chunk of chunksOf(reply)) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
      if (!("isHanging" in reply)) response.end("data: [DONE]\n\n")
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

  return {
    /** Base URL as clients of the protocol want it. */
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
    requests,
    /** Answers that the client did not wait for. */
    droppedCount: () => dropped,
    /** Answers to give from now on, in order. */
    play: (...replies: readonly Reply[]) => {
      script = [...replies]
      requests.length = 0
      dropped = 0
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function* chunksOf(reply: Exclude<Reply, { status: number }>) {
  const chunk = (delta: unknown, finish: string | null = null) => ({
    id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "scripted", choices: [{ index: 0, delta, finish_reason: finish }],
  })
  yield chunk({ role: "assistant", content: "" })
  for (const piece of (reply.text ?? "").match(/[\s\S]{1,24}/g) ?? []) yield chunk({ content: piece })
  if ("isHanging" in reply) return
  for (const [index, call] of (reply.toolCalls ?? []).entries()) {
    yield chunk({ tool_calls: [{ index, id: `call_${String(index)}_${call.name}`, type: "function", function: { name: call.name, arguments: "" } }] })
    for (const piece of JSON.stringify(call.arguments).match(/[\s\S]{1,40}/g) ?? []) yield chunk({ tool_calls: [{ index, function: { arguments: piece } }] })
  }
  yield chunk({}, reply.toolCalls?.length ? "tool_calls" : "stop")
  yield { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "scripted", choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } }
}
