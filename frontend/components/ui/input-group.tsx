"use client"

import * as React from "react"
import { cva, type VariantProps } from "class-variance-authority"

import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Textarea } from "@/components/ui/textarea"
import { cn } from "@/lib/utils"

/** An input with icons, texts or buttons inside its border. */
function InputGroup({ className, ...props }: React.ComponentProps<"div">) {
  return (
    <div
      role="group"
      data-slot="input-group"
      className={cn("relative flex min-h-9 w-full min-w-0 flex-wrap items-center rounded-md border border-input shadow-xs has-[[data-slot=input-group-control]:focus-visible]:border-ring has-[[data-slot=input-group-control]:focus-visible]:ring-[3px] has-[[data-slot=input-group-control]:focus-visible]:ring-ring/50", className)}
      {...props}
    />
  )
}

const addonVariants = cva("flex cursor-text items-center gap-2 py-1.5 text-sm font-medium text-muted-foreground select-none [&>svg:not([class*='size-'])]:size-4", {
  variants: {
    align: {
      "inline-start": "order-first pl-3",
      "inline-end": "order-last pr-3",
      "block-start": "order-first w-full px-3 pt-3",
      "block-end": "order-last w-full px-3 pb-3",
    },
  },
  defaultVariants: { align: "inline-start" },
})

function InputGroupAddon({ className, align = "inline-start", ...props }: React.ComponentProps<"div"> & VariantProps<typeof addonVariants>) {
  return <div role="group" data-slot="input-group-addon" data-align={align} className={cn(addonVariants({ align }), className)} {...props} />
}

function InputGroupButton({ className, type = "button", variant = "ghost", size = "sm", ...props }: React.ComponentProps<typeof Button>) {
  return <Button type={type} variant={variant} size={size} className={cn("h-6 rounded-sm px-2 shadow-none", className)} {...props} />
}

function InputGroupText({ className, ...props }: React.ComponentProps<"span">) {
  return <span className={cn("flex items-center gap-2 text-sm text-muted-foreground [&_svg:not([class*='size-'])]:size-4", className)} {...props} />
}

const control = "w-auto min-w-0 flex-1 rounded-none border-0 bg-transparent shadow-none focus-visible:ring-0"

function InputGroupInput({ className, ...props }: React.ComponentProps<typeof Input>) {
  return <Input data-slot="input-group-control" className={cn(control, className)} {...props} />
}

function InputGroupTextarea({ className, ...props }: React.ComponentProps<typeof Textarea>) {
  return <Textarea data-slot="input-group-control" className={cn(control, "resize-none py-3", className)} {...props} />
}

export { InputGroup, InputGroupAddon, InputGroupButton, InputGroupInput, InputGroupText, InputGroupTextarea }
