import { expect, it } from "vitest"
import { createMemoryArea } from "@/lib/storage"
import { createChatArchive } from "./chat-archive"
import { type ChatMessage, emptyAnswer } from "./chat-types"

const question = (content: string): ChatMessage => ({ id: content, role: "user", content, timestamp: "2026-01-02T03:04:05Z" })

it("keeps conversations apart and knows which was open", () => {
  const archive = createChatArchive(createMemoryArea())
  archive.write("a", [question("1"), emptyAnswer({ id: "2", timestamp: "2026-01-02T03:04:05Z" })])
  archive.write("b", [question("3")])
  expect(archive.read("a")).toEqual([question("1"), emptyAnswer({ id: "2", timestamp: "2026-01-02T03:04:05Z" })])
  expect(archive.lastOpen()).toBe("b")
  archive.write(null, [])
  expect(archive.lastOpen()).toBeNull()
  expect(archive.read("b")).toEqual([question("3")])
  archive.remove("b")
  expect(archive.read("b")).toBeNull()
})

it("forgets the oldest conversations when the room is used up", () => {
  const archive = createChatArchive(createMemoryArea(5000))
  for (const id of ["a", "b", "c"]) archive.write(id, [question(id.repeat(2000))])
  expect(archive.read("a")).toBeNull()
  expect(archive.read("c")).toHaveLength(1)
})

it.each([
  ["no list", { open: "a", conversations: 1 }, null],
  ["a message without a role", { conversations: [{ id: "a", messages: [{ id: "1", content: "x", timestamp: "t" }] }] }, []],
  ["steps that are none", { conversations: [{ id: "a", messages: [{ id: "1", role: "assistant", content: "x", timestamp: "t", timeline: [{ kind: "bomb" }] }] }] }, []],
  ["an error without words", { conversations: [{ id: "a", messages: [{ id: "1", role: "assistant", content: "x", timestamp: "t", error: {} }] }] }, []],
])("drops %s", (_what, value, expected) => {
  const area = createMemoryArea()
  area.setItem("chartwright.chat", JSON.stringify({ version: 1, value }))
  expect(createChatArchive(area).read("a")).toEqual(expected)
})
