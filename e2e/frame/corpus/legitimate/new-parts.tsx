// data: sales
// expects: Type a command | EU | 2017-01 | ⌘K | No rows yet | Units | Quarter
import { useState } from "react"
import { ChevronRight, Inbox, Search } from "lucide-react"
import { Button } from "@/components/ui/button"
import { ButtonGroup, ButtonGroupSeparator, ButtonGroupText } from "@/components/ui/button-group"
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandSeparator, CommandShortcut } from "@/components/ui/command"
import { Empty, EmptyContent, EmptyDescription, EmptyHeader, EmptyMedia, EmptyTitle } from "@/components/ui/empty"
import { Field, FieldDescription, FieldError, FieldGroup, FieldLabel, FieldLegend, FieldSet } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { InputGroup, InputGroupAddon, InputGroupButton, InputGroupInput, InputGroupText } from "@/components/ui/input-group"
import { Item, ItemActions, ItemContent, ItemDescription, ItemGroup, ItemMedia, ItemSeparator, ItemTitle } from "@/components/ui/item"
import { Kbd, KbdGroup } from "@/components/ui/kbd"
import { NativeSelect, NativeSelectOptGroup, NativeSelectOption } from "@/components/ui/native-select"
import { Spinner } from "@/components/ui/spinner"

export default function Viz({ data }) {
  const [picked, setPicked] = useState("")
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Command>
        <CommandInput placeholder="Type a command" />
        <CommandList>
          <CommandEmpty>No results found.</CommandEmpty>
          <CommandGroup heading="Type a command">
            {[...new Set(data.map((row) => row.region))].map((region) => (
              <CommandItem key={region} value={region} onSelect={(value) => setPicked(value)}>
                {region}
                <CommandShortcut>⌘{region[0]}</CommandShortcut>
              </CommandItem>
            ))}
          </CommandGroup>
          <CommandSeparator />
        </CommandList>
      </Command>
      <ItemGroup>
        {data.slice(0, 2).map((row) => (
          <Item key={row.month} variant="outline" size="sm">
            <ItemMedia variant="icon"><Inbox /></ItemMedia>
            <ItemContent>
              <ItemTitle>{row.month}</ItemTitle>
              <ItemDescription>{row.total} in {row.region}</ItemDescription>
            </ItemContent>
            <ItemActions><ChevronRight className="size-4" /></ItemActions>
          </Item>
        ))}
        <ItemSeparator />
      </ItemGroup>
      <Empty>
        <EmptyHeader>
          <EmptyMedia variant="icon"><Spinner /></EmptyMedia>
          <EmptyTitle>No rows yet</EmptyTitle>
          <EmptyDescription>Pick another {picked || "region"}.</EmptyDescription>
        </EmptyHeader>
        <EmptyContent>
          <ButtonGroup>
            <Button variant="outline">Back</Button>
            <ButtonGroupSeparator />
            <Button variant="outline">Next</Button>
            <ButtonGroupText>of 2</ButtonGroupText>
          </ButtonGroup>
        </EmptyContent>
      </Empty>
      <FieldSet>
        <FieldLegend>Filter</FieldLegend>
        <FieldGroup>
          <Field orientation="horizontal">
            <FieldLabel htmlFor="units">Units</FieldLabel>
            <Input id="units" />
            <FieldDescription>Per order</FieldDescription>
            <FieldError errors={[undefined]} />
          </Field>
          <InputGroup>
            <InputGroupInput placeholder="Search" />
            <InputGroupAddon><Search /></InputGroupAddon>
            <InputGroupAddon align="inline-end"><InputGroupText>EUR</InputGroupText><InputGroupButton>Go</InputGroupButton></InputGroupAddon>
          </InputGroup>
          <NativeSelect defaultValue="q1">
            <NativeSelectOptGroup label="Quarter">
              <NativeSelectOption value="q1">Quarter 1</NativeSelectOption>
            </NativeSelectOptGroup>
          </NativeSelect>
          <KbdGroup><Kbd>⌘K</Kbd><Kbd>Ctrl</Kbd></KbdGroup>
        </FieldGroup>
      </FieldSet>
    </div>
  )
}
