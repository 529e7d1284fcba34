import { createServer } from "node:http"

/** A model that streams `tokens` pieces of text, one each `paceMs`; speaks OpenAI's streamed chat completions. */
export async function startPacedModel(tokens, paceMs) {
  const chunk = (delta, finish = null) =>
    `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "scripted", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
  const piece = chunk({ content: "word " })
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "text/event-stream" })
      response.socket.setNoDelay(true)
      let sent = 0
      const timer = setInterval(() => {
        if (sent++ < tokens) return void response.write(piece)
        clearInterval(timer)
        response.end(chunk({}, "stop") + "data: [DONE]\n\n")
      }, paceMs)
      response.on("close", () => clearInterval(timer))
    })
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { url: `http://127.0.0.1:${server.address().port}/v1`, stop: () => { server.closeAllConnections(); server.close() } }
}
