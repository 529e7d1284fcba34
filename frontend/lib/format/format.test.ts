import { expect, it } from "vitest"
import { countOf, formatAgo, formatBytes, formatDuration, formatElapsed } from "./index"

it.each([
  [0, "under 1 ms"],
  [3.4, "3 ms"],
  [1234, "1.2 s"],
  [59_999, "1 min 0 s"],
  [125_000, "2 min 5 s"],
])("says %d ms as %s", (ms, text) => expect(formatDuration(ms)).toBe(text))

it.each([
  [-5, "0 s"],
  [1999, "1 s"],
  [59_999, "59 s"],
  [125_000, "2 min 5 s"],
])("says %d ms of something that goes on as %s", (ms, text) => expect(formatElapsed(ms)).toBe(text))

it.each([
  [0, "0 rows"],
  [1, "1 row"],
  [12_345, "12,345 rows"],
])("counts %d as %s", (count, text) => expect(countOf(count, "row")).toBe(text))

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [4_200_000, "4.2 MB"],
  [250_000_000, "250 MB"],
])("says %d bytes as %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text))

const NOW = Date.UTC(2026, 0, 10, 12)
it.each([
  [10_000, "just now"],
  [5 * 60_000, "5 min ago"],
  [3 * 3_600_000, "3 h ago"],
  [30 * 3_600_000, "yesterday"],
  [3 * 86_400_000, "3 days ago"],
  [10 * 86_400_000, "31 Dec 2025"],
])("says %d ms ago as %s", (ago, text) => expect(formatAgo(NOW - ago, NOW)).toBe(text))
