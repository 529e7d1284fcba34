import { ChartNoAxesColumnIcon } from "lucide-react"
import { Skeleton } from "@/components/ui/skeleton"

/** What the pane shows before there is anything. */
export const EmptyPane = () => (
  <div className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center text-muted-foreground">
    <ChartNoAxesColumnIcon aria-hidden className="size-5" strokeWidth={1.5} />
    <p>Ask a question, and its chart appears here.</p>
  </div>
)

/** A chart's shape while the first one is on its way; seen only when that takes longer than a blink. */
export const ChartSkeleton = ({ label }: Readonly<{ label: string }>) => (
  <div role="status" aria-label={label} className="flex h-full animate-in flex-col gap-4 p-6 fade-in fill-mode-both [animation-delay:150ms]">
    <Skeleton className="h-5 w-56" />
    <div aria-hidden className="flex min-h-40 flex-1 items-end gap-[4%] border-b border-l px-[3%]">
      {[62, 88, 45, 71, 34, 55].map((height) => (
        <Skeleton key={height} className="flex-1 rounded-b-none" style={{ height: `${String(height)}%` }} />
      ))}
    </div>
    <p className="text-[13px] text-muted-foreground">{label}</p>
  </div>
)

/** A thin line at the top of content that is being fetched again. */
export const ProgressLine = () => (
  <div role="progressbar" aria-label="Updating" className="absolute inset-x-0 top-0 z-10 h-0.5 animate-pulse bg-primary motion-reduce:animate-none" />
)
