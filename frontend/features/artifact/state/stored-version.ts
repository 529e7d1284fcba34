import { fitValue, isParamValue, normaliseParams, readUrlParams, type ParamDefinitions, type ParamValue, type ParamValues } from "@/features/params"
import { emptyView, resultOfQuery, type ArtifactView } from "./artifact-view"
import { bindValues } from "./bound-values"
import type { WireArtifact, WireVersion } from "./wire"

/**
 * A stored version as the pane shows it, its results still to be loaded.
 * @param search query string whose `p.name` values win over all others
 * @param set values the user has set, which win over the stored ones
 */
export function viewOfVersion(artifact: WireArtifact, version: WireVersion, search = "", set: ParamValues = {}): ArtifactView {
  const params = normaliseParams(version.params)
  const results = Object.fromEntries(version.queries.map((query) => [query.name, resultOfQuery(query)]))
  return emptyView({
    id: artifact.id,
    version: version.number,
    versionCount: artifact.versionCount,
    title: artifact.title,
    question: version.prompt ?? null,
    understanding: version.understanding ?? null,
    code: version.code,
    params,
    paramValues: { ...fittingValues(params, { ...version.paramValues, ...set }), ...readUrlParams(search, params) },
    results,
    status: "loading",
  })
}

function fittingValues(params: ParamDefinitions, values: Readonly<Record<string, unknown>>): ParamValues {
  const kept: Record<string, ParamValue> = {}
  for (const [name, definition] of Object.entries(params)) {
    const value = values[name]
    const fitted = isParamValue(value) ? fitValue(definition, value) : undefined
    if (fitted !== undefined) kept[name] = fitted
  }
  return kept
}

/** True when a result was run with the values the view has now, so that its cached rows can be shown. */
export function isBoundAsNow(view: ArtifactView, name: string): boolean {
  const result = view.results[name]
  if (!result?.sql) return true
  const now = bindValues(result.sql, view.params, view.paramValues, result.params)
  return Object.entries(now).every(([placeholder, value]) => JSON.stringify(value) === JSON.stringify(result.params[placeholder]))
}
