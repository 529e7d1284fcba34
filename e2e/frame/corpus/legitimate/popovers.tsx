// expects: Open
// data: sales
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover"
import { Dialog, DialogContent, DialogTitle, DialogTrigger } from "@/components/ui/dialog"
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from "@/components/ui/collapsible"
import { Textarea } from "@/components/ui/textarea"

export default function Viz() {
  return (
    <div>
      <Popover>
        <PopoverTrigger>Open</PopoverTrigger>
        <PopoverContent>in</PopoverContent>
      </Popover>
      <Dialog>
        <DialogTrigger>More</DialogTrigger>
        <DialogContent>
          <DialogTitle>t</DialogTitle>
        </DialogContent>
      </Dialog>
      <Collapsible>
        <CollapsibleTrigger>c</CollapsibleTrigger>
        <CollapsibleContent>x</CollapsibleContent>
      </Collapsible>
      <Textarea aria-label="notes" />
    </div>
  )
}
