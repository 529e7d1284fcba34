// expects: Overview | Details | EU
// data: sales
import { useState } from "react"
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Input } from "@/components/ui/input"
import { Label } from "@/components/ui/label"
import { Progress } from "@/components/ui/progress"
import { ScrollArea } from "@/components/ui/scroll-area"
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { Separator } from "@/components/ui/separator"
import { Skeleton } from "@/components/ui/skeleton"
import { Slider } from "@/components/ui/slider"
import { Switch } from "@/components/ui/switch"
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group"
import { Tooltip, TooltipContent, TooltipProvider, TooltipTrigger } from "@/components/ui/tooltip"

export default function Viz({ data }) {
  const [filter, setFilter] = useState("")
  return (
    <TooltipProvider>
      <Alert>
        <AlertTitle>Note</AlertTitle>
        <AlertDescription>for information</AlertDescription>
      </Alert>
      <Tabs defaultValue="a">
        <TabsList>
          <TabsTrigger value="a">Overview</TabsTrigger>
          <TabsTrigger value="b">Details</TabsTrigger>
        </TabsList>
        <TabsContent value="a">
          <Label htmlFor="f">Filter</Label>
          <Input id="f" value={filter} onChange={(event) => setFilter(event.target.value)} />
          <ScrollArea className="h-40">
            <Table>
              <TableHeader>
                <TableRow>
                  <TableHead>Region</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {data
                  .filter((row) => row.region.includes(filter))
                  .map((row, index) => (
                    <TableRow key={index}>
                      <TableCell>{row.region}</TableCell>
                    </TableRow>
                  ))}
              </TableBody>
            </Table>
          </ScrollArea>
        </TabsContent>
        <TabsContent value="b">more</TabsContent>
      </Tabs>
      <Separator />
      <Progress value={40} />
      <Slider defaultValue={[3]} max={10} aria-label="n" />
      <Switch aria-label="on" />
      <Checkbox aria-label="c" />
      <Skeleton className="h-4 w-full" />
      <Select defaultValue="x">
        <SelectTrigger>
          <SelectValue placeholder="pick" />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value="x">x</SelectItem>
        </SelectContent>
      </Select>
      <ToggleGroup type="single" defaultValue="1">
        <ToggleGroupItem value="1">one</ToggleGroupItem>
      </ToggleGroup>
      <Tooltip>
        <TooltipTrigger asChild>
          <Button variant="outline">hover</Button>
        </TooltipTrigger>
        <TooltipContent>tip</TooltipContent>
      </Tooltip>
    </TooltipProvider>
  )
}
