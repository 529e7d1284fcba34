/** A fresh id for one frame: 20 hexadecimal digits, never used twice. */
export function newFrameId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

/**
 * The address of a frame's document. `template` comes from the server (`http://r-{id}.localhost:5080`); every id gives a host
 * name, and so a process, of its own. A template without `{id}` (one origin only) is used as it is.
 */
export const frameUrl = (template: string, id: string): string => `${template.replace("{id}", id).replace(/\/$/, "")}/frame/sandbox.html`
