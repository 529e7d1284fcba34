"use client"

import { Suspense, useEffect, useMemo } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Skeleton } from "@/components/ui/skeleton"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import { DataGrid } from "@/features/artifact"
import { countOf } from "@/lib/format"
import type { CatalogTable } from "../state/catalog-types"
import type { DataState } from "../state/data-store"
import { questionsFor } from "../state/questions"
import { ColumnList } from "./column-list"
import { DeleteTable } from "./delete-table"
import { DescribeDialog } from "./describe-dialog"

type TableDetailProps = Readonly<{
  table: CatalogTable
  sample: DataState["samples"][string] | undefined
  onLoadSample: (name: string) => void
  dependentsOf: DataState["dependentsOf"]
  onDelete: (name: string) => void
  onAsk: (question: string) => void
  onDescribe: DataState["describe"]
}>

/** One table: where it came from, its columns, its first rows, what to ask of it. */
export function TableDetail({ table, sample, onLoadSample, dependentsOf, onDelete, onAsk, onDescribe }: TableDetailProps) {
  const questions = questionsFor(table)
  return (
    <article aria-label={table.name} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 sm:p-6">
      <header className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 truncate text-base font-semibold">{table.name}</h2>
          {table.isSample && <Badge variant="outline">Sample</Badge>}
          <DescribeDialog
            name={table.name}
            words={{ description: table.description ?? "", unit: "", synonyms: table.synonyms }}
            hasUnit={false}
            onSave={(words) => onDescribe(table.name, null, words)}
          />
          <div className="ml-auto">{!table.isSample && <DeleteTable name={table.name} dependentsOf={dependentsOf} onDelete={onDelete} />}</div>
        </div>
        <p className="text-muted-foreground tabular-nums">
          {countOf(table.rowCount, "row")} · {countOf(table.columns.length, "column")}
        </p>
        {table.description && <p className="max-w-prose">{table.description}</p>}
        {table.synonyms.length > 0 && <p className="max-w-prose text-[13px] text-muted-foreground">Also called {table.synonyms.join(", ")}</p>}
        {table.source && <p className="max-w-prose text-[13px] text-muted-foreground">{table.source}</p>}
      </header>
      <section aria-label="Questions" className="flex flex-wrap gap-2">
        {questions.map((question) => (
          <Button key={question} variant="outline" size="sm" className="h-auto min-h-8 max-w-full py-1 text-left font-normal whitespace-normal" onClick={() => onAsk(question)}>
            {question}
          </Button>
        ))}
      </section>
      <Tabs defaultValue="columns" className="shrink-0" onValueChange={(tab) => tab === "rows" && onLoadSample(table.name)}>
        <TabsList>
          <TabsTrigger value="columns">Columns</TabsTrigger>
          <TabsTrigger value="rows">First rows</TabsTrigger>
        </TabsList>
        <TabsContent value="columns">
          <ColumnList key={table.name} table={table} onDescribe={(column, words) => onDescribe(table.name, column, words)} />
        </TabsContent>
        <TabsContent value="rows">
          <SampleRows table={table} sample={sample} onLoad={onLoadSample} />
        </TabsContent>
      </Tabs>
    </article>
  )
}

type SampleRowsProps = Readonly<{ table: CatalogTable; sample: DataState["samples"][string] | undefined; onLoad: (name: string) => void }>

function SampleRows({ table, sample, onLoad }: SampleRowsProps) {
  const positions = useMemo(() => (sample && "rows" in sample ? sample.rows.map((_, index) => index) : []), [sample])
  useEffect(() => {
    if (sample === undefined) onLoad(table.name) // a table that was replaced while it is shown
  }, [sample, table.name, onLoad])
  if (!sample) return <Skeleton role="status" aria-label="Loading rows" className="h-60 rounded-lg" />
  if ("problem" in sample) return <p role="alert">{sample.problem}</p>
  return (
    <div className="flex max-h-[28rem] flex-col overflow-hidden rounded-lg border">
      <Suspense>
        <DataGrid label={`First rows of ${table.name}`} result={sample} positions={positions} />
      </Suspense>
    </div>
  )
}
