import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"

import { bombs } from "../../../e2e/frame/corpus/bombs"
import { channels } from "../../../e2e/frame/corpus/channels"
import { contract } from "../../../e2e/frame/corpus/contract"
import { disguise } from "../../../e2e/frame/corpus/disguise"
import { evaluation, parent, prototypes } from "../../../e2e/frame/corpus/escape"
import { hangs } from "../../../e2e/frame/corpus/hang"
import { network } from "../../../e2e/frame/corpus/network"
import { trickery } from "../../../e2e/frame/corpus/trickery"
import { validateCode } from "./codeValidator"
import { compileSource } from "../compile/compile"

// The corpus is run in Chromium by e2e/frame; here only the validator speaks.
const legitimate = path.join(import.meta.dirname, "../../../e2e/frame/corpus/legitimate")
const files = readdirSync(legitimate)
const attacks = [network, channels, evaluation, disguise, trickery, parent, prototypes, hangs, bombs, contract].flat()

describe("legitimate components", () => {
  it("are many", () => {
    expect(files.length).toBeGreaterThanOrEqual(60)
  })

  it.each(files)("%s is accepted and compiles", (file) => {
    const source = readFileSync(path.join(legitimate, file), "utf8")

    expect(validateCode(source).diagnostics).toEqual([])
    expect(compileSource(source).ok).toBe(true)
  })
})

describe("hostile components", () => {
  it.each(attacks.filter(({ codes }) => codes).map(({ name, source, codes }) => ({ name, source, codes })))("$name is refused", ({ source, codes }) => {
    const found = validateCode(source.replaceAll("SINK", "http://127.0.0.1:9/leak")).diagnostics.map(({ code }) => code)

    expect(found.some((code) => codes?.includes(code)), `[${String(found)}] has one of [${String(codes)}]`).toBe(true)
  })
})
