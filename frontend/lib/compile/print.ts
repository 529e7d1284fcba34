import generator from "@babel/generator"
import type { Program } from "@babel/types"

// The package is CommonJS: bundlers give the function itself, Node its wrapper.
const generate = ((generator as unknown as { default?: typeof generator }).default ?? generator) as typeof generator

/** `lines[n - 1]` is the line of the source that line n of `code` came from. */
export type Printed = { code: string; lines: number[] }

export function print(program: Program): Printed {
  const result = generate(program, { comments: false, sourceMaps: true, sourceFileName: "viz.tsx", jsescOption: { minimal: true } }) as unknown as {
    code: string
    decodedMap: { mappings: number[][][] }
  }
  const { mappings } = result.decodedMap
  const lines: number[] = []
  for (let index = 0; index < result.code.split("\n").length; index++) {
    const original = mappings[index]?.find((segment) => segment.length >= 4)?.[2]
    lines.push(original === undefined ? (lines.at(-1) ?? 1) : original + 1)
  }
  return { code: result.code, lines }
}
