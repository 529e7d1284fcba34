import { expect, it } from "vitest"

import { stylesFor } from "./styles"

it("makes the classes the code uses: scales, variants, tokens and arbitrary values", async () => {
  const css = await stylesFor('export default () => <div className="md:grid-cols-3 h-[327px] text-blue-500 hover:bg-muted/50 dark:text-red-300 fill-chart-3 not-a-class">bg-nothing</div>')

  for (const expected of ["repeat(3, minmax(0, 1fr))", "height: 327px", "--color-blue-500:", ".hover\\:bg-muted\\/50", ":is(.dark *)", "fill: var(--chart-3)"]) expect(css).toContain(expected)
  expect(css).not.toContain("not-a-class")
})
