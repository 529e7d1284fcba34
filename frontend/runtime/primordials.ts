// Taken before any artifact runs: whatever it does to prototypes and globals later, the program keeps the originals.
const bind = <This, Args extends unknown[], Result>(method: (this: This, ...args: Args) => Result) => {
  const call = Function.prototype.call.bind(method) as (self: This, ...args: Args) => Result
  return call
}

export const postToPort = bind(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void)
export const now = performance.now.bind(performance)
export const later = setTimeout.bind(window) as (task: () => void, ms: number) => number
export const nextFrame = requestAnimationFrame.bind(window) as (task: () => void) => number
export const stringSlice = bind(String.prototype.slice)
export const matchText = bind(RegExp.prototype.exec)
export const isHidden = (() => {
  const read = bind(Object.getOwnPropertyDescriptor(Document.prototype, "hidden")?.get as (this: Document) => boolean)
  return () => read(document)
})()
