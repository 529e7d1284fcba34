import { expect, it } from "vitest"

import { admitFrame, type LiveEntry } from "./live-frames"

it("lets the oldest spare give way first, and never a spare that was put to use before an idle one", () => {
  const given: string[] = []
  const open = (name: string, rank: LiveEntry["rank"]) => {
    const entry: LiveEntry = { rank, give: () => given.push(name) }
    return { entry, release: admitFrame(entry) }
  }
  const all = [open("used", "spare"), open("a", "shown"), open("idle", "spare"), open("b", "shown"), open("c", "shown"), open("d", "shown")]
  const [used] = all
  if (used) used.entry.rank = "shown"

  all.push(open("e", "shown"))
  expect(given).toEqual(["idle"])

  all.push(open("f", "shown"))
  expect(given).toEqual(["idle", "used"])
  for (const { release } of all) release()
})
