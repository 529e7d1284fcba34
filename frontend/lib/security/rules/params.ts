import type { RuleContext } from "../context"
import { type ParamDeclarations, ParamsError, readParams } from "../params"

/** Reads `export const params = { … }`; undefined when there is none or it is not usable (then reported). */
export function extractParams(context: RuleContext): ParamDeclarations | undefined {
  for (const named of context.nodes.of("ExportNamedDeclaration")) {
    const { declaration } = named
    if (declaration?.type !== "VariableDeclaration") continue
    for (const declarator of declaration.declarations) {
      if (declarator.id.type !== "Identifier" || declarator.id.name !== "params") continue
      if (declaration.kind !== "const" || !declarator.init) {
        context.report("invalid_params", "params must be a constant.", declarator, "Write export const params = { … }.")
        return undefined
      }
      try {
        return readParams(declarator.init)
      } catch (error) {
        if (!(error instanceof ParamsError)) throw error
        context.report("invalid_params", error.message, error.node, 'Write export const params = { name: { type: "number", label: "Name", default: 10 } }.')
        return undefined
      }
    }
  }
  return undefined
}
