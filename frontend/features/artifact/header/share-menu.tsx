"use client"

import { CheckIcon, CodeXmlIcon, DatabaseIcon, FileChartColumnIcon, FileSpreadsheetIcon, ImageIcon, LinkIcon, PackageIcon, ShareIcon, TableIcon, TriangleAlertIcon } from "lucide-react"
import { type RefObject, useState } from "react"
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu"
import { Spinner } from "@/components/ui/spinner"
import { writeUrlParams } from "@/features/params"
import { type PreviewHandle, standaloneOf } from "@/features/preview"
import { oldestFetch, orderedResults, primaryResult, type ArtifactView, type NamedResult } from "../state/artifact-view"
import { download, downloadFrom, fileNameOf, fileUrl, toCsv } from "../view/exports"
import { formatRows } from "../view/format"
import { rowObjects } from "../view/row-objects"
import { ToolButton } from "../view/tool-button"
import { truthOf } from "../view/truth-line"

/** What became of the last way that was taken. */
type Said = { text: string; icon: React.ReactNode }

const failed = (text: string): Said => ({ text, icon: <TriangleAlertIcon className="text-destructive" /> })

/** Ways to take a chart elsewhere. Excel, Parquet and what is more than the rows at hand come from the server. */
export function ShareMenu({ view, previewRef }: Readonly<{ view: ArtifactView; previewRef: RefObject<PreviewHandle | null> }>) {
  const [said, setSaid] = useState<Said | null>(null)
  const results = orderedResults(view)
  const name = fileNameOf(view.title)
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid({ text: done, icon: <CheckIcon /> })
    } catch {
      setSaid(failed("The browser did not allow it"))
    }
  }
  const main = primaryResult(view)
  const save = async (what: string, make: () => Promise<void>) => {
    setSaid({ text: "Making the file", icon: <Spinner /> })
    try {
      await make()
      setSaid({ text: `${what} saved`, icon: <CheckIcon /> })
    } catch (error) {
      setSaid(failed(error instanceof Error ? error.message : "The export could not be made"))
    }
  }
  const savePicture = async () => {
    const picture = await previewRef.current?.takePicture()
    if (!picture) throw new Error("No view is shown of which to take a picture.")
    download(`${name}.png`, picture, "image/png")
  }
  const saveHtml = async () => {
    if (!main) return
    const named = Object.fromEntries(results.map((result) => [result.name, rowObjects(result)]))
    const { facts, part } = truthOf(view)
    const fetchedAt = oldestFetch(view)
    const all = [...facts, ...(part ? [part.text] : []), ...(fetchedAt === null ? [] : [`data fetched at ${fetchedAt.slice(0, 19).replace("T", " ")} UTC`])]
    const html = await standaloneOf({ title: view.title || "Chart", code: view.code, rows: rowObjects(main), results: named, paramValues: view.paramValues, facts: all })
    download(`${name}.html`, html, "text/html;charset=utf-8")
  }
  const statements = results.flatMap((result) => (result.sql === null ? [] : [results.length > 1 ? `-- ${result.name}\n${result.sql}` : result.sql]))
  return (
    <>
      <DropdownMenu onOpenChange={(isOpen) => isOpen && setSaid(null)}>
        <DropdownMenuTrigger asChild>
          <ToolButton label={said?.text ?? "Share"} icon={said?.icon ?? <ShareIcon />} isLabelShown />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-60">
          <DropdownMenuItem disabled={view.id === null} onSelect={() => void copy(linkTo(view), "Link copied")}>
            <LinkIcon /> Copy link
          </DropdownMenuItem>
          <DropdownMenuItem disabled={statements.length === 0} onSelect={() => void copy(statements.join("\n\n"), "SQL copied")}>
            <DatabaseIcon /> Copy SQL
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem disabled={view.code === "" || main === undefined} onSelect={() => void save("Picture", savePicture)}>
            <ImageIcon /> Download PNG
          </DropdownMenuItem>
          {results.map((result) => (
            <Downloads key={result.name} result={result} name={results.length > 1 ? `${name}-${result.name}` : name} of={results.length > 1 ? `${result.name} as ` : ""} />
          ))}
          <DropdownMenuItem disabled={view.code === "" || main === undefined} onSelect={() => void save("HTML", saveHtml)}>
            <FileChartColumnIcon /> Download HTML
          </DropdownMenuItem>
          <DropdownMenuItem disabled={view.code === ""} onSelect={() => download(`${name}.tsx`, view.code, "text/plain;charset=utf-8")}>
            <CodeXmlIcon /> Download TSX
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <span role="status" className="sr-only">
        {said?.text}
      </span>
    </>
  )
}

/** All rows of one result in several formats. */
function Downloads({ result, name, of }: Readonly<{ result: NamedResult; name: string; of: string }>) {
  const { cacheKey, truncated } = result
  const saveCsv = () =>
    truncated && cacheKey !== null ? downloadFrom(fileUrl(cacheKey, "csv", name)) : download(`${name}.csv`, toCsv(result), "text/csv;charset=utf-8")
  return (
    <>
      <DropdownMenuItem onSelect={saveCsv}>
        <TableIcon /> {`Download ${of}CSV`}
        <span className="ml-auto text-xs text-muted-foreground tabular-nums">{formatRows(cacheKey === null ? result.rows.length : result.rowCount)}</span>
      </DropdownMenuItem>
      {cacheKey !== null && (
        <>
          <DropdownMenuItem onSelect={() => downloadFrom(fileUrl(cacheKey, "xlsx", name))}>
            <FileSpreadsheetIcon /> {`Download ${of}Excel`}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => downloadFrom(fileUrl(cacheKey, "parquet", name))}>
            <PackageIcon /> {`Download ${of}Parquet`}
          </DropdownMenuItem>
        </>
      )}
    </>
  )
}

/** Address of the chart with the values its params have now. */
function linkTo(view: ArtifactView): string {
  const query = new URLSearchParams({ id: view.id ?? "", ...(view.version !== null && view.version < view.versionCount && { version: String(view.version) }) })
  return `${window.location.origin}/artifact${writeUrlParams(`?${query.toString()}`, view.params, view.paramValues)}`
}
