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
  /** Statements, or a view, that can run beside those of other attacks, in one component. */
  statements?: string
  view?: string
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
  view,
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

const boundary = `class Bounds extends React.Component { state = {}; static getDerivedStateFromError() { return { hasFailed: true } } render() { return this.state.hasFailed ? null : this.props.children } }
const Drawn = ({ of }) => of()`

/** One component that makes all these attacks, each whatever becomes of the others. */
const together = (attacks: Attack[]): Attack => {
  const effects = attacks.flatMap(({ statements }) => (statements === undefined ? [] : `useEffect(() => { try { (() => { ${statements} })() } catch {} }, [])`))
  const views = attacks.flatMap(({ view }) => (view === undefined ? [] : `<Bounds><Drawn of={() => ${view}} /></Bounds>`))
  return { name: attacks.map(({ name }) => name).join(", "), source: component(boundary, effects.join("\n  "), `<><p>{out}</p>${views.join("")}</>`), evidence: "sink" }
}

const leaves = /location|navigation|refresh|click\(|submit\(|\bopen\(|document\.write|postMessage|MouseEvent/i

/** Groups what can run together by tens; what leaves or floods the page stays alone. */
export function batches(attacks: Attack[]): Attack[] {
  const alone = attacks.filter(({ statements, view, evidence }) => (statements ?? view) === undefined || evidence === "hang" || leaves.test(statements ?? view ?? ""))
  const others = attacks.filter((attack) => !alone.includes(attack))
  const groups = [...Array(Math.ceil(others.length / 10)).keys()].map((index) => others.slice(index * 10, index * 10 + 10))
  return [...alone, ...groups.map(together)]
}
