// data: sales
// expects: Page 1 of 2 | Asia | 30 | Rows per page
import React, { useReducer, useMemo, useRef, useEffect, useDeferredValue } from "react"
import { ArrowUpDown, ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Search, X } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { Table, TableBody, TableCaption, TableCell, TableFooter, TableHead, TableHeader, TableRow } from "@/components/ui/table"

type SortDir = "asc" | "desc"
type State = { page: number; size: number; search: string; sort: { key: string; dir: SortDir } | null }
type Action =
  | { type: "page"; page: number }
  | { type: "size"; size: number }
  | { type: "search"; text: string }
  | { type: "sort"; key: string }
  | { type: "reset" }

const initialState: State = { page: 0, size: 2, search: "", sort: { key: "total", dir: "desc" } }

function reducer(state: State, action: Action): State {
  switch (action.type) {
    case "page":
      return { ...state, page: action.page }
    case "size":
      return { ...state, size: action.size, page: 0 }
    case "search":
      return { ...state, search: action.text, page: 0 }
    case "sort": {
      const dir: SortDir = state.sort?.key === action.key && state.sort.dir === "asc" ? "desc" : "asc"
      return { ...state, sort: { key: action.key, dir } }
    }
    case "reset":
      return initialState
    default: {
      const _exhaustive: never = action
      return state
    }
  }
}

function compare(a: unknown, b: unknown): number {
  if (a == null) return b == null ? 0 : 1
  if (b == null) return -1
  if (typeof a === "number" && typeof b === "number") return a - b
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  return String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: "base" })
}

export default function Viz({ data, params, results }) {
  const [state, dispatch] = useReducer(reducer, initialState)
  const deferred = useDeferredValue(state.search)
  const inputRef = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const columns = useMemo(() => Object.keys(data[0] ?? {}), [data])

  const onSearch = (e: React.ChangeEvent<HTMLInputElement>) => {
    const { value } = e.target
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => dispatch({ type: "search", text: value }), 200)
  }
  useEffect(() => () => { if (timer.current !== null) clearTimeout(timer.current) }, [])

  const filtered = useMemo(() => {
    const q = deferred.trim().toLowerCase()
    const hits = q ? data.filter((row) => columns.some((c) => String(row[c] ?? "").toLowerCase().includes(q))) : data.slice()
    const { sort } = state
    return sort ? hits.sort((a, b) => compare(a[sort.key], b[sort.key]) * (sort.dir === "asc" ? 1 : -1)) : hits
  }, [data, columns, deferred, state.sort])

  const pages = Math.max(1, Math.ceil(filtered.length / state.size))
  const visible = filtered.slice(state.page * state.size, (state.page + 1) * state.size)
  return (
    <div className="space-y-3">
      <div className="flex items-center gap-2">
        <div className="relative flex-1">
          <Search className="absolute left-2 top-2.5 h-4 w-4 text-muted-foreground" />
          <Input ref={inputRef} placeholder="Search…" className="pl-8" onChange={onSearch} onKeyDown={(e) => { if (e.key === "Escape") { e.currentTarget.value = ""; dispatch({ type: "reset" }) } }} />
        </div>
        <Button variant="ghost" size="icon" aria-label="Clear" onClick={() => { dispatch({ type: "reset" }); inputRef.current?.focus() }}><X /></Button>
      </div>
      <Table>
        <TableCaption>{filtered.length} rows</TableCaption>
        <TableHeader>
          <TableRow>
            {columns.map((c) => (
              <TableHead key={c} aria-sort={state.sort?.key === c ? (state.sort.dir === "asc" ? "ascending" : "descending") : "none"}>
                <Button variant="ghost" size="sm" onClick={() => dispatch({ type: "sort", key: c })}>{c.replace(/_/g, " ")}<ArrowUpDown className="ml-2 h-3 w-3" /></Button>
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {visible.length === 0 ? (
            <TableRow><TableCell colSpan={columns.length} className="h-24 text-center">No results.</TableCell></TableRow>
          ) : visible.map((row, i) => (
            <TableRow key={row.id ?? i}>{columns.map((c) => <TableCell key={c} className={typeof row[c] === "number" ? "text-right tabular-nums" : undefined}>{typeof row[c] === "number" ? row[c].toLocaleString("en-US") : String(row[c])}</TableCell>)}</TableRow>
          ))}
        </TableBody>
        <TableFooter><TableRow><TableCell colSpan={columns.length}>Total {filtered.reduce((s, r) => s + r.total, 0)}</TableCell></TableRow></TableFooter>
      </Table>
      <div className="flex items-center justify-end gap-1">
        <span>Rows per page</span>
        <Select value={`${state.size}`} onValueChange={(v) => dispatch({ type: "size", size: Number(v) })}>
          <SelectTrigger className="h-8 w-[70px]"><SelectValue /></SelectTrigger>
          <SelectContent>{[2, 5, 10].map((n) => <SelectItem key={n} value={`${n}`}>{n}</SelectItem>)}</SelectContent>
        </Select>
        <span>Page {state.page + 1} of {pages}</span>
        {([["first", ChevronsLeft, 0], ["previous", ChevronLeft, state.page - 1], ["next", ChevronRight, state.page + 1], ["last", ChevronsRight, pages - 1]] as const).map(([name, Icon, to]) => (
          <Button key={name} size="icon" variant="outline" disabled={to < 0 || to >= pages || to === state.page} onClick={() => dispatch({ type: "page", page: to })}><span className="sr-only">{name}</span><Icon className="h-4 w-4" /></Button>
        ))}
      </div>
    </div>
  )
}
