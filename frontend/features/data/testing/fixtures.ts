import type { CatalogColumn, CatalogTable, DatasetPreview } from "../state/catalog-types"

export const columnOf = (name: string, type: string, fields: Partial<CatalogColumn> = {}): CatalogColumn => ({
  name, type, role: "unknown", description: null, unit: null, synonyms: [],
  profile: { min: null, max: null, distinctCount: 0, nullCount: 0, topValues: [] },
  ...fields,
})

export const tableOf = (name: string, fields: Partial<CatalogTable> = {}): CatalogTable => ({
  name, description: null, synonyms: [], rowCount: 3, bytes: null, columns: [], primaryKey: [], foreignKeys: [], source: null, isSample: false,
  ...fields,
})

/** A preview of tables with two columns and two rows. */
export const previewOf = (id: string, names: readonly string[]): DatasetPreview => ({
  id,
  expiresAt: "2024-05-01T12:30:00Z",
  tables: names.map((name, table) => ({
    table, name, origin: `${name}.csv`, isTaken: false, freeName: name, rowCount: 2,
    columns: [
      { name: "zip", header: "ZIP", type: "BIGINT", types: ["BIGINT", "VARCHAR"] },
      { name: "sold_on", header: "Sold on", type: "DATE", types: ["DATE", "VARCHAR"] },
    ],
    rows: [[123, "2024-01-31"], [7, null]],
  })),
})
