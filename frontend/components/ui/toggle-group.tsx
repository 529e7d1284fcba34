"use client"

import * as React from "react"
import { cva, type VariantProps } from "class-variance-authority"
import { ToggleGroup as ToggleGroupPrimitive } from "radix-ui"

import { cn } from "@/lib/utils"

const toggleVariants = cva(
  "inline-flex min-w-0 flex-1 shrink-0 items-center justify-center gap-2 text-sm font-medium whitespace-nowrap transition-colors outline-none first:rounded-l-md last:rounded-r-md hover:bg-muted focus:z-10 focus-visible:z-10 focus-visible:ring-2 focus-visible:ring-ring disabled:pointer-events-none disabled:opacity-50 data-[state=on]:bg-accent data-[state=on]:text-accent-foreground [&_svg]:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: { default: "bg-transparent", outline: "border border-l-0 border-input bg-transparent first:border-l" },
      size: { default: "h-9 px-3", sm: "h-8 px-2.5", lg: "h-10 px-4" },
    },
    defaultVariants: { variant: "default", size: "default" },
  },
)

type ToggleVariants = VariantProps<typeof toggleVariants>
const GroupVariants = React.createContext<ToggleVariants>({})

/** Several toggles of which one (`type="single"`) or any (`type="multiple"`) are on. */
function ToggleGroup({
  className,
  variant,
  size,
  children,
  ...props
}: React.ComponentProps<typeof ToggleGroupPrimitive.Root> & ToggleVariants) {
  const variants = React.useMemo(() => ({ variant, size }), [variant, size])
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      className={cn("flex w-fit items-center rounded-md", className)}
      {...props}
    >
      <GroupVariants value={variants}>{children}</GroupVariants>
    </ToggleGroupPrimitive.Root>
  )
}

function ToggleGroupItem({
  className,
  variant,
  size,
  ...props
}: React.ComponentProps<typeof ToggleGroupPrimitive.Item> & ToggleVariants) {
  const group = React.useContext(GroupVariants)
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      className={cn(toggleVariants({ variant: group.variant ?? variant, size: group.size ?? size }), className)}
      {...props}
    />
  )
}

export { ToggleGroup, ToggleGroupItem }
