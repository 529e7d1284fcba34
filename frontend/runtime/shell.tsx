import * as React from "react"

import { TooltipProvider } from "@/components/ui/tooltip"

type BoundaryProps = { onError: (error: unknown, componentStack?: string | null) => void; children: React.ReactNode }

/** Catches what the artifact throws while rendering. It shows nothing: the host draws the panel, from its own copy of the source. */
export class Boundary extends React.Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, info: React.ErrorInfo) {
    this.props.onError(error, info.componentStack)
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}

type ShellProps = { Viz: React.ComponentType<Record<string, unknown>>; props: Record<string, unknown>; onError: BoundaryProps["onError"]; onMount: () => void; onCommit: () => void }

/** The artifact inside everything that watches it. */
export function Shell({ Viz, props, onError, onMount, onCommit }: ShellProps) {
  React.useEffect(() => onMount(), [onMount])
  return (
    <Boundary onError={onError}>
      <React.Profiler id="viz" onRender={onCommit}>
        <TooltipProvider>
          <Viz {...props} />
        </TooltipProvider>
      </React.Profiler>
    </Boundary>
  )
}
