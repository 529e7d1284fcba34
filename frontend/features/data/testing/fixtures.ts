import type { CatalogColumn, CatalogTable } from "../state/catalog-types"

export const columnOf = (name: string, type: string, fields: Partial<CatalogColumn> = {}): CatalogColumn => ({
  name, type, role: "unknown", description: null, unit: null, synonyms: [],
  profile: { min: null, max: null, distinctCount: 0, nullCount: 0, topValues: [] },
  ...fields,
})

export const tableOf = (name: string, fields: Partial<CatalogTable> = {}): CatalogTable => ({
  name, description: null, synonyms: [], rowCount: 3, columns: [], primaryKey: [], foreignKeys: [], source: null, isSample: false,
  ...fields,
})
