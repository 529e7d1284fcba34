import { cn } from "@/lib/utils"

/** The product's sign: three bars on a line. */
export function Mark({ className, ...props }: React.ComponentProps<"svg">) {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" className={cn("size-5", className)} {...props}>
      <path d="M2.5 17.5h15" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M5 14.5v-4M10 14.5v-8M15 14.5v-12" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}
