// @vitest-environment happy-dom
import { expect, it } from "vitest"

import { standalonePage } from "./standalone"

const render = { type: "render", code: "exports.default = 1 // </script><!--", styles: "", icons: {}, data: [{ note: "</script><script>alert(1)</script>", big: 12345678901234567890n }], results: {}, params: {}, theme: "light" } as const
const page = (title: string) => standalonePage({ title, note: "3 rows & more", frame: { document: "<b>x</b>", policy: "default-src 'none'" }, render: { ...render, data: [...render.data] } })

it("holds everything, and no cell or title becomes markup", () => {
  const html = page('Sales <img src=x> "2017"')
  const read = new DOMParser().parseFromString(html, "text/html")

  expect(read.title).toBe('Sales <img src=x> "2017"')
  expect(read.querySelectorAll("img, link, [src], [href]")).toHaveLength(0)
  expect(read.querySelectorAll("script")).toHaveLength(2)
  const { document: frame, render: message } = JSON.parse(read.getElementById("artifact")?.textContent ?? "") as { document: string; render: typeof render }
  expect(frame).toBe("<b>x</b>")
  expect(message).toEqual({ ...render, data: [{ ...render.data[0], big: "12345678901234567890" }] })
})

it("states its policy before anything else can load", () => {
  const read = new DOMParser().parseFromString(page("a"), "text/html")
  const [charset, policy] = read.head.children

  expect(charset?.getAttribute("charset")).toBe("utf-8")
  expect(policy?.getAttribute("content")).toBe("default-src 'none'")
})
