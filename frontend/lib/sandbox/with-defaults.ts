import type { ParamDeclarations } from "../security/params"

/** Values of the params as a component gets them: the declared defaults under those that were set. */
export const withDefaults = (declared: ParamDeclarations, values: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(declared).map(([name, { default: value }]) => [name, value])),
  ...values,
})
