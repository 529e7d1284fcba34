import type { Attack } from "./attack"

const refused = (name: string, source: string, ...codes: string[]): Attack => ({ name, source, evidence: "refusal", codes })
const viz = (body: string, head = "") => `${head}\nexport default function Viz({ data, params }) { ${body} }\n`

/** What is not an artifact. */
export const contract: Attack[] = [
  refused("no default export", "export const a = 1", "contract_default_export"),
  refused("another name", "export default function Chart({ data }) { return null }", "contract_default_export"),
  refused("an arrow", "export default ({ data }) => null", "contract_default_export"),
  refused("a class", "export default class Viz {}", "contract_default_export"),
  refused("async", "export default async function Viz({ data }) { return null }", "contract_default_export"),
  refused("a generator", "export default function* Viz({ data }) { yield null }", "contract_default_export"),
  refused("two defaults", "export default function Viz() { return null }\nexport default 1", "contract_default_export"),
  refused("memo", 'import { memo } from "react"\nexport default memo(function Viz() { return null })', "contract_default_export"),
  refused("two parameters", "export default function Viz(data, params) { return null }", "contract_parameters"),
  refused("unknown prop", "export default function Viz({ rows }) { return null }", "contract_parameters"),
  refused("node module", viz("return null", 'import fs from "fs"'), "unknown_module"),
  refused("react-dom", viz("return null", 'import { createPortal } from "react-dom"'), "unknown_module"),
  refused("a URL", viz("return null", 'import x from "https://cdn.example/x.js"'), "unknown_module"),
  refused("a deep path", viz("return null", 'import { Bar } from "recharts/es6/cartesian/Bar"'), "unknown_module"),
  refused("a traversal", viz("return null", 'import { x } from "@/components/ui/../../lib/utils"'), "unknown_module"),
  refused("an unknown icon", viz("return <Unicorn />", 'import { Unicorn } from "lucide-react"'), "unknown_import"),
  refused("React's internals", viz("return null", 'import { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE as I } from "react"'), "unknown_import"),
  refused("re-export", viz("return null", 'export * from "react"'), "forbidden_export"),
  refused("import()", viz('import("react"); return null'), "forbidden_syntax"),
  refused("require", viz('require("fs"); return null'), "forbidden_global"),
  refused("computed params", viz("return null", 'export const params = { a: { type: "number", default: Date.now() } }'), "invalid_params"),
  refused("namespace", viz("return null", "namespace A { export const x = 1 }"), "forbidden_syntax"),
  refused("a script comment", viz("const a = 1; a <!--a\n; return null"), "forbidden_characters"),
  refused("text direction", viz("const a = '\u202e'; return null"), "forbidden_characters"),
  refused("100 KB", viz(`return "${"x".repeat(120_000)}"`), "source_too_large"),
  refused("nesting", viz(`return ${"[".repeat(5000)}${"]".repeat(5000)}`), "too_deep"),
  refused("nested elements", viz(`return ${"<a>".repeat(4000)}${"</a>".repeat(4000)}`), "too_deep"),
  refused("not code", "Here is your chart!", "syntax_error"),
  refused("half a component", "export default function Viz({ data }) { return <p>", "syntax_error"),
]
