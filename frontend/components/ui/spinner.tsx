import * as React from "react"
import { LoaderCircleIcon } from "lucide-react"

import { cn } from "@/lib/utils"

/** Work is going on. */
function Spinner({ className, ...props }: React.ComponentProps<"svg">) {
  return <LoaderCircleIcon role="status" aria-label="Loading" className={cn("size-4 animate-spin motion-reduce:animate-none", className)} {...props} />
}

export { Spinner }
