import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createChatArchive } from "./chat-archive"
import { type ChatMessage } from "./chat-types"
import { throttleArchive } from "./throttled-archive"

const question = (content: string): ChatMessage => ({ id: content, role: "user", content, timestamp: "2026-01-02T03:04:05Z" })

function create() {
  const area = createMemoryArea()
  const writes: number[] = []
  const counted = { ...area, setItem: (key: string, text: string) => void (writes.push(text.length), area.setItem(key, text)) }
  const timers: (() => void)[] = []
  return { archive: throttleArchive(createChatArchive(counted), (write) => void timers.push(write)), writes, timers }
}

it("writes the newest state once however often it changes", () => {
  const { archive, writes, timers } = create()
  for (const text of ["a", "b", "c"]) archive.write("1", [question(text)])
  expect(writes).toHaveLength(0)
  expect(timers).toHaveLength(1)
  timers[0]?.()
  expect(writes).toHaveLength(1)
  expect(archive.read("1")).toEqual([question("c")])
})

it("loses nothing when another conversation is written meanwhile", () => {
  const { archive } = create()
  archive.write("1", [question("a")])
  archive.write("2", [question("b")])
  expect(archive.read("1")).toEqual([question("a")])
  expect(archive.read("2")).toEqual([question("b")])
  expect(archive.lastOpen()).toBe("2")
})

it("forgets what waits when everything is cleared", () => {
  const { archive, timers } = create()
  archive.write("1", [question("a")])
  archive.clear()
  timers[0]?.()
  expect(archive.read("1")).toBeNull()
})
