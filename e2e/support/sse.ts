export type StreamEvent = Readonly<{ id: number; event: string; data: Readonly<Record<string, unknown>> & Readonly<{ type: string }> }>

/** Events of a whole event stream, strictly: every block must have an id, a name and one line of JSON. */
export function parseStream(text: string): readonly StreamEvent[] {
  return text
    .split("\n\n")
    .filter((block) => block.trim() !== "" && !block.startsWith(":"))
    .map((block) => {
      const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]))
      if (fields.id === undefined || fields.event === undefined || fields.data === undefined) throw new Error(`Not an event of this stream: ${block}`)
      return { id: Number(fields.id), event: fields.event, data: JSON.parse(fields.data) as StreamEvent["data"] }
    })
}
