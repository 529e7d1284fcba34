// expects: Overview | Is it open? | Yes it is | AB | Bold | Weekly | 16:9 | Delete rows | Home
// data: sales
import { Accordion, AccordionContent, AccordionItem, AccordionTrigger } from "@/components/ui/accordion"
import { AlertDialog, AlertDialogAction, AlertDialogCancel, AlertDialogContent, AlertDialogDescription, AlertDialogFooter, AlertDialogHeader, AlertDialogTitle, AlertDialogTrigger } from "@/components/ui/alert-dialog"
import { AspectRatio } from "@/components/ui/aspect-ratio"
import { Avatar, AvatarFallback, AvatarImage } from "@/components/ui/avatar"
import { Breadcrumb, BreadcrumbEllipsis, BreadcrumbItem, BreadcrumbLink, BreadcrumbList, BreadcrumbPage, BreadcrumbSeparator } from "@/components/ui/breadcrumb"
import { Button } from "@/components/ui/button"
import { HoverCard, HoverCardContent, HoverCardTrigger } from "@/components/ui/hover-card"
import { Label } from "@/components/ui/label"
import { Pagination, PaginationContent, PaginationEllipsis, PaginationItem, PaginationLink, PaginationNext, PaginationPrevious } from "@/components/ui/pagination"
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group"
import { Toggle } from "@/components/ui/toggle"
import { useState } from "react"

export default function Viz({ data }) {
  const [page, setPage] = useState(1)
  return (
    <div className="space-y-4">
      <Breadcrumb>
        <BreadcrumbList>
          <BreadcrumbItem><BreadcrumbLink href="#home">Home</BreadcrumbLink></BreadcrumbItem>
          <BreadcrumbSeparator />
          <BreadcrumbEllipsis />
          <BreadcrumbItem><BreadcrumbPage>Overview</BreadcrumbPage></BreadcrumbItem>
        </BreadcrumbList>
      </Breadcrumb>
      <Accordion type="single" collapsible defaultValue="a">
        <AccordionItem value="a"><AccordionTrigger>Is it open?</AccordionTrigger><AccordionContent>Yes it is</AccordionContent></AccordionItem>
      </Accordion>
      <Avatar><AvatarImage src={undefined} alt="" /><AvatarFallback>AB</AvatarFallback></Avatar>
      <Toggle aria-label="Bold" defaultPressed variant="outline">Bold</Toggle>
      <RadioGroup defaultValue="weekly" onValueChange={() => setPage(1)}>
        <div className="flex items-center gap-2"><RadioGroupItem value="weekly" id="w" /><Label htmlFor="w">Weekly</Label></div>
      </RadioGroup>
      <div className="w-40"><AspectRatio ratio={16 / 9}>16:9</AspectRatio></div>
      <HoverCard><HoverCardTrigger asChild><Button variant="link">Hover</Button></HoverCardTrigger><HoverCardContent>Details</HoverCardContent></HoverCard>
      <AlertDialog>
        <AlertDialogTrigger asChild><Button variant="outline">Delete rows</Button></AlertDialogTrigger>
        <AlertDialogContent>
          <AlertDialogHeader><AlertDialogTitle>Sure?</AlertDialogTitle><AlertDialogDescription>{data.length} rows</AlertDialogDescription></AlertDialogHeader>
          <AlertDialogFooter><AlertDialogCancel>No</AlertDialogCancel><AlertDialogAction>Yes</AlertDialogAction></AlertDialogFooter>
        </AlertDialogContent>
      </AlertDialog>
      <Pagination>
        <PaginationContent>
          <PaginationItem><PaginationPrevious href="#" onClick={() => setPage(page - 1)} /></PaginationItem>
          <PaginationItem><PaginationLink href="#" isActive>{page}</PaginationLink></PaginationItem>
          <PaginationItem><PaginationEllipsis /></PaginationItem>
          <PaginationItem><PaginationNext href="#" onClick={() => setPage(page + 1)} /></PaginationItem>
        </PaginationContent>
      </Pagination>
    </div>
  )
}
