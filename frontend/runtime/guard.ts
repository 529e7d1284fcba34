import { later, now, postToPort } from "./primordials"

/** Thrown by a time check of compiled code; `line` is of the artifact's own source. */
export class OverrunError extends RangeError {
  constructor(
    message: string,
    readonly sourceLine: number,
  ) {
    super(message)
  }
}

const firstTurnMs = 3_000
const laterTurnMs = 1_500
const maxElementsPerTurn = 50_000

/**
 * Limits how long artifact code may run in one turn of the event loop. The first check of a turn sets its deadline, and the next
 * macrotask ends the turn; an endless loop, of promises too, never gets there. Once late, every further check throws as well.
 */
export class TurnGuard {
  #checks = 0
  #elements = 0
  #deadline = 0
  #isOver = false
  #budgetMs = firstTurnMs
  readonly #onOverrun: (error: OverrunError) => void
  readonly #turnEnd = new MessageChannel()

  constructor(onOverrun: (error: OverrunError) => void) {
    this.#onOverrun = onOverrun
    this.#turnEnd.port1.onmessage = () => {
      this.#checks = 0
      this.#elements = 0
    }
  }

  /** From now on (the first paint is done) a turn may take less. */
  settle(): void {
    this.#budgetMs = laterTurnMs
  }

  readonly check = (line: number): void => {
    if (this.#isOver) throw new OverrunError("The code runs too long.", line)
    if (this.#checks++ === 0) this.#begin()
    else if ((this.#checks & 63) === 0 && now() > this.#deadline) this.#stop("The code runs too long.", line)
  }

  readonly countElement = (): void => {
    if (++this.#elements > maxElementsPerTurn) this.#stop(`The view has more than ${maxElementsPerTurn.toLocaleString("en")} elements.`, 0)
  }

  #begin(): void {
    this.#deadline = now() + this.#budgetMs
    postToPort(this.#turnEnd.port2, 0)
  }

  #stop(message: string, line: number): never {
    this.#isOver = true
    const error = new OverrunError(message, line)
    later(() => this.#onOverrun(error), 0)
    throw error
  }
}
