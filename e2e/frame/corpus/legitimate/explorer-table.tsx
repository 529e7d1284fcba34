// expects: Explorer | rows | region
// data: sales
import { useCallback, useDeferredValue, useEffect, useId, useReducer, useRef, useTransition } from "react"
import { ArrowUpDown, Search as SearchIcon } from "lucide-react"
import { Input } from "@/components/ui/input"
import { Button } from "@/components/ui/button"
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table"

type State = { query: string; key: string | null; dir: 1 | -1; page: number }
type Action = { type: "query"; value: string } | { type: "sort"; key: string } | { type: "page"; page: number }

function reducer(state: State, action: Action): State {
  switch (action.type) {
    case "query": return { ...state, query: action.value, page: 0 }
    case "sort": return { ...state, key: action.key, dir: state.key === action.key ? (state.dir === 1 ? -1 : 1) : 1 }
    case "page": return { ...state, page: action.page }
    default: return state
  }
}

const has = (row: object, key: string) => Object.prototype.hasOwnProperty.call(row, key)
const PAGE_SIZE = 5

export default function Viz({ data, params }) {
  const [state, dispatch] = useReducer(reducer, { query: "", key: null, dir: 1, page: 0 })
  const [isPending, startTransition] = useTransition()
  const query = useDeferredValue(state.query.trim().toLowerCase())
  const inputRef = useRef<HTMLInputElement>(null)
  const id = useId()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => () => { if (timer.current) clearTimeout(timer.current) }, [])
  const onSearch = useCallback((e) => {
    const { value } = e.target
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => startTransition(() => dispatch({ type: "query", value })), 150)
  }, [])
  const columns = Array.from(new Set(data.flatMap((row) => Object.keys(row))))
  const filtered = data.filter((row) => !query || columns.some((c) => has(row, c) && String(row[c] ?? "").toLowerCase().includes(query)))
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })
  const sorted = state.key === null ? filtered : filtered.slice().sort((a, b) => state.dir * collator.compare(String(a[state.key!] ?? ""), String(b[state.key!] ?? "")))
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE))
  const page = Math.min(state.page, pages - 1)
  const visible = sorted.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
  return (
    <section aria-labelledby={id} aria-busy={isPending}>
      <h2 id={id}>Explorer</h2>
      <div className="relative max-w-sm"><SearchIcon className="absolute left-2 top-2.5 size-4" /><Input ref={inputRef} className="pl-8" placeholder="Search…" onChange={onSearch} /></div>
      <Table>
        <TableHeader><TableRow>{columns.map((c) => (
          <TableHead key={c} aria-sort={state.key === c ? (state.dir === 1 ? "ascending" : "descending") : "none"}>
            <Button variant="ghost" size="sm" onClick={() => dispatch({ type: "sort", key: c })}>{c}<ArrowUpDown className="ml-1 size-3" /></Button>
          </TableHead>))}</TableRow></TableHeader>
        <TableBody>{visible.map((row, i) => <TableRow key={i}>{columns.map((c) => <TableCell key={c} className="tabular-nums">{typeof row[c] === "number" ? row[c].toLocaleString(undefined, { maximumFractionDigits: 2 }) : String(row[c] ?? "(none)")}</TableCell>)}</TableRow>)}</TableBody>
      </Table>
      <footer className="flex items-center justify-between py-2 text-sm text-muted-foreground">
        <span>{`${filtered.length} of ${data.length} rows`}</span>
        <span className="space-x-2">
          <Button variant="outline" size="sm" disabled={page === 0} onClick={() => dispatch({ type: "page", page: page - 1 })}>Previous</Button>
          <Button variant="outline" size="sm" disabled={page >= pages - 1} onClick={() => dispatch({ type: "page", page: page + 1 })}>Next</Button>
        </span>
      </footer>
    </section>
  )
}
