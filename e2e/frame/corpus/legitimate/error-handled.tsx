// expects: caught: bad
// data: sales
class ParseError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "ParseError"
  }
}

export default function Viz() {
  try {
    throw new ParseError("bad")
  } catch (error) {
    return <p>caught: {error instanceof Error ? error.message : "?"}</p>
  } finally {
    void 0
  }
}
