// expects: Controls | Top 3 | Show zero
// data: sales
import { useState } from "react"
import { Slider } from "@/components/ui/slider"
import { Switch } from "@/components/ui/switch"
import { Checkbox } from "@/components/ui/checkbox"
import { Label } from "@/components/ui/label"
import { Input } from "@/components/ui/input"
import { Textarea } from "@/components/ui/textarea"
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group"
import { Progress } from "@/components/ui/progress"
import { Separator } from "@/components/ui/separator"
import { ScrollArea } from "@/components/ui/scroll-area"
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert"
import { Skeleton } from "@/components/ui/skeleton"
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible"
import { AlertCircle, Search, Filter } from "lucide-react"

export default function Viz({ data }) {
  const [top, setTop] = useState([3])
  const [search, setSearch] = useState("")
  const [zero, setZero] = useState(true)
  const handleSearch = (event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)
  const handleKeyDown = (e) => { if (e.key === "Enter") { e.preventDefault(); e.currentTarget.blur() } }
  const rows = data.filter((row) => row.region.toLowerCase().includes(search.toLowerCase())).slice(0, top[0])
  if (!data?.length) return <Alert><AlertCircle /><AlertTitle>No data</AlertTitle></Alert>
  return (
    <div className="flex flex-col gap-3">
      <h2><Filter size={16} strokeWidth={1.5} aria-hidden="true" /> Controls</h2>
      <Label htmlFor="q"><Search className="size-4" />Search</Label>
      <Input id="q" value={search} onChange={handleSearch} onKeyDown={handleKeyDown} placeholder="Region…" autoComplete="off" />
      <Slider value={top} onValueChange={setTop} min={1} max={10} step={1} /><span>Top {top[0]}</span>
      <div className="flex items-center space-x-2"><Switch id="z" checked={zero} onCheckedChange={setZero} /><Label htmlFor="z">Show zero</Label></div>
      <Checkbox checked={zero} onCheckedChange={(checked) => setZero(checked === true)} />
      <ToggleGroup type="single" defaultValue="a"><ToggleGroupItem value="a">A</ToggleGroupItem></ToggleGroup>
      <Progress value={(rows.length / data.length) * 100} /><Separator /><Skeleton className="h-4 w-20" /><Textarea rows={2} defaultValue="note" />
      <ScrollArea className="h-24">{rows.map((row, i) => <div key={i}>{row.region} {zero && row.total}</div>)}</ScrollArea>
      <Alert variant="destructive"><AlertTitle>Heads up</AlertTitle><AlertDescription>Only {rows.length}</AlertDescription></Alert>
      <Collapsible defaultOpen><CollapsibleTrigger>More</CollapsibleTrigger><CollapsibleContent>Details</CollapsibleContent></Collapsible>
      <input type="range" min="0" max="10" defaultValue={5} onInput={(e) => setTop([Number(e.target.value)])} />
      <select value={search} onChange={(e) => setSearch(e.target.value)}><option value="">any</option>{data.map((d, i) => <option key={i} value={d.region}>{d.region}</option>)}</select>
    </div>
  )
}
