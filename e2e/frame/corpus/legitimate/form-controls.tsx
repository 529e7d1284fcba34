// data: sales
// expects: Controls | Volume 50 | Notify me | Frequently asked
import { useState } from "react"
import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion"
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert"
import { AlertDialog, AlertDialogAction, AlertDialogCancel, AlertDialogContent, AlertDialogDescription, AlertDialogFooter, AlertDialogHeader, AlertDialogTitle, AlertDialogTrigger } from "@/components/ui/alert-dialog"
import { Avatar, AvatarFallback, AvatarImage } from "@/components/ui/avatar"
import { Checkbox } from "@/components/ui/checkbox"
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible"
import { Label } from "@/components/ui/label"
import { Progress } from "@/components/ui/progress"
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group"
import { Slider } from "@/components/ui/slider"
import { Switch } from "@/components/ui/switch"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import { Textarea } from "@/components/ui/textarea"
import { Toggle } from "@/components/ui/toggle"
import { Skeleton } from "@/components/ui/skeleton"
import { AspectRatio } from "@/components/ui/aspect-ratio"
import { Pagination, PaginationContent, PaginationEllipsis, PaginationItem, PaginationLink, PaginationNext, PaginationPrevious } from "@/components/ui/pagination"
import { Breadcrumb, BreadcrumbItem, BreadcrumbLink, BreadcrumbList, BreadcrumbPage, BreadcrumbSeparator, BreadcrumbEllipsis } from "@/components/ui/breadcrumb"
import { Popover, PopoverAnchor, PopoverContent, PopoverTrigger } from "@/components/ui/popover"
import { Sheet, SheetClose, SheetContent, SheetDescription, SheetFooter, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet"
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import { Bold, Italic, Terminal, Underline } from "lucide-react"
export default function Viz({ data }) {
  const [volume, setVolume] = useState([50])
  const [checked, setChecked] = useState<boolean | "indeterminate">("indeterminate")
  const [form, setForm] = useState({ name: "", notify: true, plan: "pro" })
  const set = (key: keyof typeof form) => (value: any) => setForm((f) => ({ ...f, [key]: value?.target ? value.target.value : value }))
  return (
    <Tabs defaultValue="a" orientation="vertical">
      <TabsList><TabsTrigger value="a">Controls</TabsTrigger><TabsTrigger value="b" disabled>Other</TabsTrigger></TabsList>
      <TabsContent value="a" className="space-y-4">
        <Breadcrumb><BreadcrumbList><BreadcrumbItem><BreadcrumbLink href="#">Home</BreadcrumbLink></BreadcrumbItem><BreadcrumbSeparator /><BreadcrumbItem><BreadcrumbEllipsis /></BreadcrumbItem><BreadcrumbItem><BreadcrumbPage>Now</BreadcrumbPage></BreadcrumbItem></BreadcrumbList></Breadcrumb>
        <Alert variant="destructive"><Terminal /><AlertTitle>Heads up!</AlertTitle><AlertDescription>Read it.</AlertDescription></Alert>
        <Avatar><AvatarImage src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="@x" /><AvatarFallback>CN</AvatarFallback></Avatar>
        <Label htmlFor="v">Volume {volume[0]}</Label><Slider id="v" min={0} max={100} step={5} value={volume} onValueChange={setVolume} />
        <Progress value={volume[0]} /><Textarea rows={2} value={form.name} onChange={set("name")} />
        <div><Checkbox id="c" checked={checked} onCheckedChange={setChecked} /><Switch checked={form.notify} onCheckedChange={set("notify")} /> Notify me</div>
        <RadioGroup value={form.plan} onValueChange={set("plan")}>{["free", "pro"].map((p) => <div key={p}><RadioGroupItem value={p} id={p} /><Label htmlFor={p}>{p}</Label></div>)}</RadioGroup>
        <Toggle aria-label="b" pressed={false}><Bold /></Toggle><Toggle variant="outline" size="sm"><Italic /></Toggle><Toggle><Underline /></Toggle>
        <Accordion type="single" collapsible><AccordionItem value="q"><AccordionTrigger>Frequently asked</AccordionTrigger><AccordionContent>Yes.</AccordionContent></AccordionItem></Accordion>
        <Collapsible><CollapsibleTrigger>more</CollapsibleTrigger><CollapsibleContent>here</CollapsibleContent></Collapsible>
        <AspectRatio ratio={16 / 9}><Skeleton className="h-4 w-full" /></AspectRatio>
        <Pagination><PaginationContent><PaginationItem><PaginationPrevious href="#" onClick={(e) => e.preventDefault()} /></PaginationItem><PaginationItem><PaginationLink href="#" isActive>1</PaginationLink></PaginationItem><PaginationItem><PaginationEllipsis /></PaginationItem><PaginationItem><PaginationNext href="#" /></PaginationItem></PaginationContent></Pagination>
        <Popover><PopoverTrigger asChild><button>Open</button></PopoverTrigger><PopoverContent>inside</PopoverContent></Popover>
        <Sheet><SheetTrigger>Sheet</SheetTrigger><SheetContent side="right"><SheetHeader><SheetTitle>T</SheetTitle><SheetDescription>D</SheetDescription></SheetHeader><SheetFooter><SheetClose>x</SheetClose></SheetFooter></SheetContent></Sheet>
        <AlertDialog><AlertDialogTrigger>Ask</AlertDialogTrigger><AlertDialogContent><AlertDialogHeader><AlertDialogTitle>T</AlertDialogTitle><AlertDialogDescription>D</AlertDialogDescription></AlertDialogHeader><AlertDialogFooter><AlertDialogCancel>No</AlertDialogCancel><AlertDialogAction>Yes</AlertDialogAction></AlertDialogFooter></AlertDialogContent></AlertDialog>
        <Dialog><DialogTrigger asChild><button>Details</button></DialogTrigger><DialogContent><DialogHeader><DialogTitle>T</DialogTitle><DialogDescription>D</DialogDescription></DialogHeader><DialogFooter><DialogClose asChild><button>ok</button></DialogClose></DialogFooter></DialogContent></Dialog>
        <fieldset><legend>Native</legend><select multiple defaultValue={["a"]}><optgroup label="g"><option value="a">A</option></optgroup></select><input type="range" list="l" /><datalist id="l"><option value="1" /></datalist><input type="color" defaultValue="#ff0000" /><input type="date" /><input type="number" step="any" inputMode="decimal" /><input type="checkbox" readOnly checked /><output>1</output></fieldset>
        <details open><summary>More</summary><blockquote cite="#x"><q>hi</q></blockquote><kbd>⌘K</kbd><abbr title="x">X</abbr></details>
      </TabsContent>
    </Tabs>
  )
}
