/** How one knows that an attack worked: in the open page it must, in the locked frame it must not. */
export type Evidence =
  /** A request reached the sink. `SINK` in the source is its address, with the attack's own path. */
  | "sink"
  /** The embedding page was changed: `document.documentElement.dataset.pwned` is set, or its storage holds `pwned`. */
  | "host"
  /** The component shows the text PWNED. */
  | "text"
  /** The realm stops answering. */
  | "hang"
  /** Nothing to see: only the validator's refusal counts, in its own words. */
  | "refusal"

export type Attack = {
  name: string
  source: string
  evidence: Evidence
  /** Codes of the validator, one of which must be given; undefined when it may let the code through. */
  codes?: string[]
  /** The browser of the tests gives no signal even without a lock; only containment is checked. */
  hasNoControl?: string
  /** Statements that can run beside those of other attacks, in one component. */
  statements?: string
}

const component = (head: string, body: string, view: string) => `import React, { useEffect, useState, useRef, useLayoutEffect, useMemo } from "react"
${head}
export default function Viz({ data, params }) {
  const [out, setOut] = useState("attack")
  ${body}
  return ${view}
}
`

/** Runs statements once, after the first paint. */
export const inEffect = (name: string, statements: string, more: Partial<Attack> = {}): Attack => ({
  name,
  source: component("", `useEffect(() => { ${statements} }, [])`, "<p>{out}</p>"),
  statements,
  evidence: "sink",
  codes: ["forbidden_global", "forbidden_property", "forbidden_syntax"],
  ...more,
})

/** Renders JSX that attacks by being there. */
export const asView = (name: string, view: string, more: Partial<Attack> = {}): Attack => ({
  name,
  source: component("", "", view),
  evidence: "sink",
  codes: ["forbidden_element", "forbidden_attribute", "external_url", "forbidden_property"],
  ...more,
})

/** Statements in the body of the component, run while it renders. */
export const inRender = (name: string, statements: string, more: Partial<Attack> = {}): Attack => ({
  name,
  source: component("", statements, "<p>{out}</p>"),
  evidence: "hang",
  ...more,
})

/** One component that makes all these attacks, each whatever becomes of the others. */
export const together = (attacks: Attack[]): Attack => ({
  name: attacks.map(({ name }) => name).join(", "),
  source: component("", attacks.map(({ statements }) => `useEffect(() => { try { (() => { ${statements ?? ""} })() } catch {} }, [])`).join("\n  "), "<p>{out}</p>"),
  evidence: "sink",
})

const leaves = /location|navigat|refresh|click\(|submit\(|\bopen\(|document\.write|postMessage/

/** Groups what can run together by tens; what leaves or floods the page, or is a view, stays alone. */
export function batches(attacks: Attack[]): Attack[] {
  const alone = attacks.filter(({ statements, evidence }) => statements === undefined || evidence === "hang" || leaves.test(statements))
  const others = attacks.filter((attack) => !alone.includes(attack))
  const groups = Array.from({ length: Math.ceil(others.length / 10) }, (_, index) => others.slice(index * 10, index * 10 + 10))
  return [...alone, ...groups.map(together)]
}
