import type { ImportDeclaration, ImportSpecifier } from "@babel/types"

import type { Rule, RuleContext } from "../context"
import { allowedModules, exportNames, hasExport, isAllowedModule, isTypeName, modulesExporting } from "../modules"
import { didYouMean } from "../nearest"

/** Imports come from the fixed list, by exact name, and name something that exists. */
export const importsRule: Rule = (context) => {
  for (const declaration of context.nodes.of("ImportDeclaration")) {
    const source = declaration.source.value
    if (!isAllowedModule(source)) {
      if (isOnlyTypes(declaration, source, context)) {
        declaration.specifiers = [] // nothing of it is left to load
        continue
      }
      context.report("unknown_module", `The module "${source.slice(0, 80)}" is not available.`, declaration.source, moduleHint(source))
      continue
    }
    if (declaration.attributes?.length || declaration.phase || declaration.module) {
      context.report("forbidden_syntax", "Import attributes are not allowed.", declaration)
    }
    checkSpecifiers(declaration, source, context)
  }
}

/** Types from inside a known package: said to be types, or used as nothing else. */
function isOnlyTypes(declaration: ImportDeclaration, source: string, context: RuleContext): boolean {
  if (!/^(react|recharts|lucide-react)\/[\w/-]+$/.test(source)) return false
  const isType = ({ local }: ImportDeclaration["specifiers"][number]) => context.typeNames.has(local.name) && !context.scopes.topLevel(local.name)?.references.length
  return declaration.importKind === "type" || (declaration.specifiers.length > 0 && declaration.specifiers.every(isType))
}

const moduleHint = (source: string) =>
  source.startsWith("@/components/ui")
    ? didYouMean(source, allowedModules, `There are: ${allowedModules.filter((name) => name.startsWith("@/")).map((name) => name.slice(16)).join(", ")}.`)
    : "Import only from react, recharts, lucide-react and @/components/ui/<name>."

function checkSpecifiers(declaration: ImportDeclaration, source: string, context: RuleContext): void {
  declaration.specifiers = declaration.specifiers.filter((specifier) => {
    if (specifier.type === "ImportNamespaceSpecifier") return true
    if (specifier.type === "ImportDefaultSpecifier") {
      if (source !== "react") context.report("unknown_import", `"${source}" has no default export.`, specifier, `Write import { ${specifier.local.name} } from "${source}".`)
      return true
    }
    return checkNamed(specifier, source, context)
  })
}

/** False for an import that is only a type: it is dropped as TypeScript would. */
function checkNamed(specifier: ImportSpecifier, source: string, context: RuleContext): boolean {
  const name = specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value
  if (hasExport(source, name) || (name === "default" && source === "react")) return true
  const isUsed = (context.scopes.topLevel(specifier.local.name)?.references.length ?? 0) > 0
  if (!isUsed && (context.typeNames.has(specifier.local.name) || isTypeName(source, name))) return false
  const elsewhere = modulesExporting(name, source)
  const hint = elsewhere.length ? `${name} comes from "${elsewhere[0]}".` : didYouMean(name, exportNames(source), `Use a name that "${source}" exports.`)
  context.report("unknown_import", `"${source}" does not export ${name.slice(0, 60)}.`, specifier, hint)
  return true
}
