// expects: Menus | Open details | Columns
// data: sales
import { useState } from "react"
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger, DialogFooter, DialogClose } from "@/components/ui/dialog"
import { DropdownMenu, DropdownMenuCheckboxItem, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu"
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover"
import { Sheet, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet"
import { Button } from "@/components/ui/button"
import { MoreHorizontal, Settings2, X } from "lucide-react"

export default function Viz({ data }) {
  const [open, setOpen] = useState(false)
  const [columns, setColumns] = useState({ total: true, orders: false })
  const toggle = (name) => (checked) => setColumns((current) => ({ ...current, [name]: !!checked }))
  const close = () => setOpen(false)
  return (
    <div className="space-x-2">
      <h2>Menus</h2>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild><Button>Open details</Button></DialogTrigger>
        <DialogContent><DialogHeader><DialogTitle>Details</DialogTitle><DialogDescription>{data.length} rows</DialogDescription></DialogHeader><DialogFooter><Button onClick={close}><X />Close</Button></DialogFooter></DialogContent>
      </Dialog>
      <DropdownMenu>
        <DropdownMenuTrigger asChild><Button variant="ghost"><Settings2 />Columns</Button></DropdownMenuTrigger>
        <DropdownMenuContent align="end"><DropdownMenuLabel>Show</DropdownMenuLabel><DropdownMenuSeparator />{Object.keys(columns).map((name) => <DropdownMenuCheckboxItem key={name} checked={columns[name]} onCheckedChange={toggle(name)}>{name}</DropdownMenuCheckboxItem>)}</DropdownMenuContent>
      </DropdownMenu>
      <Popover><PopoverTrigger asChild><Button size="icon" aria-label="More"><MoreHorizontal /></Button></PopoverTrigger><PopoverContent className="w-80">Text</PopoverContent></Popover>
      <Sheet><SheetTrigger>Side</SheetTrigger><SheetContent side="right"><SheetHeader><SheetTitle>Side</SheetTitle></SheetHeader></SheetContent></Sheet>
    </div>
  )
}
