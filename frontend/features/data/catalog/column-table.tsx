import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table"
import type { CatalogColumn, CatalogTable, OwnWords } from "../state/catalog-types"
import { DescribeDialog } from "./describe-dialog"

const ROLES: Readonly<Record<CatalogColumn["role"], string>> = {
  unknown: "", key: "Key", label: "Name", category: "Category", time: "Time", measure: "Measure", flag: "Yes or no", text: "Text",
}

type Describe = (column: string, words: OwnWords) => Promise<string | null>

/** What each of these columns is and holds: type, role and a profile computed over all rows. */
export function ColumnTable({ table, columns, onDescribe }: Readonly<{ table: CatalogTable; columns: readonly CatalogColumn[]; onDescribe: Describe }>) {
  return (
    <Table className="text-[13px]">
      <TableHeader>
        <TableRow>
          <TableHead>Column</TableHead>
          <TableHead>Type</TableHead>
          <TableHead>Role</TableHead>
          <TableHead>Values</TableHead>
          <TableHead className="text-right">Distinct</TableHead>
          <TableHead className="text-right">Empty</TableHead>
          <TableHead>
            <span className="sr-only">Describe</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {columns.map((column) => (
          <ColumnRow key={column.name} table={table} column={column} onDescribe={onDescribe} />
        ))}
      </TableBody>
    </Table>
  )
}

function ColumnRow({ table, column, onDescribe }: Readonly<{ table: CatalogTable; column: CatalogColumn; onDescribe: Describe }>) {
  return (
    <TableRow>
      <TableCell className="font-medium">
        {column.name}
        {column.unit && <span className="ml-1.5 text-xs font-normal text-muted-foreground">{column.unit}</span>}
        {column.description && <p className="max-w-72 text-xs font-normal whitespace-normal text-muted-foreground">{column.description}</p>}
        {column.synonyms.length > 0 && <p className="max-w-72 text-xs font-normal whitespace-normal text-muted-foreground">Also called {column.synonyms.join(", ")}</p>}
      </TableCell>
      <TableCell className="font-mono text-xs text-muted-foreground">{column.type}</TableCell>
      <TableCell>{roleOf(table, column)}</TableCell>
      <TableCell className="max-w-80 truncate tabular-nums">{describeValues(column)}</TableCell>
      <TableCell className="text-right tabular-nums">{column.profile.distinctCount.toLocaleString("en-US")}</TableCell>
      <TableCell className="text-right tabular-nums">{column.profile.nullCount.toLocaleString("en-US")}</TableCell>
      <TableCell className="py-0.5 text-right">
        <DescribeDialog
          name={column.name}
          words={{ description: column.description ?? "", unit: column.unit ?? "", synonyms: column.synonyms }}
          hasUnit
          onSave={(words) => onDescribe(column.name, words)}
        />
      </TableCell>
    </TableRow>
  )
}

function roleOf(table: CatalogTable, column: CatalogColumn): string {
  if (table.primaryKey.includes(column.name)) return "Primary key"
  const reference = table.foreignKeys.find((key) => key.columns.length === 1 && key.columns[0] === column.name)
  return reference ? `→ ${reference.toTable}` : ROLES[column.role]
}

/** Frequent values of what has few, the span of what is ordered. */
function describeValues({ role, profile }: CatalogColumn): string {
  const { min, max, topValues } = profile
  if ((role === "category" || role === "flag" || role === "label" || role === "text") && topValues.length > 0) return topValues.map(({ value }) => value).slice(0, 5).join(", ")
  if (min === null || max === null) return ""
  return min === max ? min : `${min} – ${max}`
}
