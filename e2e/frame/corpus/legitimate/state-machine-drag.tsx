// data: none
// expects: Backlog | Doing | Write tests
import { useState, useCallback, useEffect } from "react"
import { GripVertical, Plus, Trash2, CheckCircle2, Circle, Loader2, AlertTriangle, MoreHorizontal, BarChart3, LineChart as LineChartIcon, PieChart as PieIcon, Home, Filter, HelpCircle, XCircle, Edit2, Settings2, Sparkles } from "lucide-react"
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger, DropdownMenuCheckboxItem, DropdownMenuSub, DropdownMenuSubContent, DropdownMenuSubTrigger, DropdownMenuRadioGroup, DropdownMenuRadioItem, DropdownMenuShortcut, DropdownMenuGroup } from "@/components/ui/dropdown-menu"
import { Button, buttonVariants } from "@/components/ui/button"
import { badgeVariants } from "@/components/ui/badge"
import { ScrollArea, ScrollBar } from "@/components/ui/scroll-area"
import { Separator } from "@/components/ui/separator"
import { HoverCard, HoverCardContent, HoverCardTrigger } from "@/components/ui/hover-card"
const STATUS = { todo: { title: "Backlog", icon: Circle }, doing: { title: "Doing", icon: Loader2 }, done: { title: "Done", icon: CheckCircle2 } } as const
type Status = keyof typeof STATUS
let nextId = 3
export default function Viz() {
  const [tasks, setTasks] = useState<{ id: number; text: string; status: Status }[]>([{ id: 1, text: "Write tests", status: "todo" }, { id: 2, text: "Fix it", status: "doing" }])
  const [dragged, setDragged] = useState<number | null>(null)
  const move = useCallback((id: number, status: Status) => setTasks((prev) => prev.map((t) => (t.id === id ? { ...t, status } : t))), [])
  const onKey = (e: React.KeyboardEvent<HTMLDivElement>, id: number) => { switch (e.key) { case "ArrowRight": move(id, "done"); break; case "Delete": setTasks((p) => p.filter((t) => t.id !== id)); break; default: } }
  const Icons = { BarChart3, LineChartIcon, PieIcon, Home, Filter, HelpCircle, XCircle, Edit2, Settings2, Sparkles, AlertTriangle }
  return (
    <ScrollArea className="h-72 w-full rounded-md border">
      <div className="flex gap-4 p-4">
        {(Object.keys(STATUS) as Status[]).map((status) => {
          const { title, icon: Icon } = STATUS[status]
          return (
            <div key={status} className="w-48 rounded bg-muted/40 p-2" onDragOver={(e) => e.preventDefault()} onDrop={(e) => { e.stopPropagation(); if (dragged) move(dragged, status) }}>
              <h4 className="flex items-center gap-1"><Icon className={status === "doing" ? "animate-spin size-4" : "size-4"} /> {title}</h4>
              {tasks.filter((t) => t.status === status).map((t) => (
                <div key={t.id} draggable tabIndex={0} onKeyDown={(e) => onKey(e, t.id)} onDragStart={(e) => { setDragged(t.id); e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/plain", String(t.id)) }} onDragEnd={() => setDragged(null)} className="group flex items-center justify-between">
                  <GripVertical className="size-3 opacity-50" />{t.text}
                  <DropdownMenu>
                    <DropdownMenuTrigger className={buttonVariants({ variant: "ghost", size: "icon" })}><MoreHorizontal /></DropdownMenuTrigger>
                    <DropdownMenuContent align="end"><DropdownMenuLabel>Actions</DropdownMenuLabel><DropdownMenuSeparator /><DropdownMenuItem onSelect={() => move(t.id, "done")}>Finish<DropdownMenuShortcut>⌘D</DropdownMenuShortcut></DropdownMenuItem><DropdownMenuItem variant="destructive"><Trash2 /> Remove</DropdownMenuItem></DropdownMenuContent>
                  </DropdownMenu>
                </div>
              ))}
              {status === "todo" && <Button size="sm" onClick={() => setTasks((p) => [...p, { id: nextId++, text: `Task ${nextId}`, status }])}><Plus /> Add</Button>}
            </div>
          )
        })}
      </div>
      <Separator />
      <div className="flex">{Object.entries(Icons).map(([name, I]) => <HoverCard key={name}><HoverCardTrigger asChild><span className={badgeVariants({ variant: "outline" })}><I size={16} strokeWidth={1.5} color="currentColor" /></span></HoverCardTrigger><HoverCardContent>{name}</HoverCardContent></HoverCard>)}</div>
      <ScrollBar orientation="horizontal" />
    </ScrollArea>
  )
}
