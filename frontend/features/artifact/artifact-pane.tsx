"use client"

import { SlidersHorizontalIcon } from "lucide-react"
import { useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs"
import type { PreviewHandle, PreviewProblem } from "@/features/preview"
import { cn } from "@/lib/utils"
import { useArtifact } from "./artifact-context"
import { ArtifactHeader } from "./header/artifact-header"
import type { ArtifactView } from "./state/artifact-view"
import { ChartTab } from "./tabs/chart-tab"
import { CodeTab } from "./tabs/code-tab"
import { SqlTab } from "./tabs/sql-tab"
import { TableTab } from "./tabs/table-tab"
import { useIsOnline, useMediaQuery } from "./view/hooks"
import { JobStatus } from "./view/job-status"
import { NoticeBar } from "./view/notice-bar"
import { EmptyPane } from "./view/pane-states"
import { ParamsArea, WIDE } from "./view/params-area"
import { ToolButton } from "./view/tool-button"
import { useAddressParams } from "./view/use-address-params"

export type ArtifactTab = "chart" | "table" | "sql" | "code"

export type ArtifactPaneProps = Readonly<{
  theme: "light" | "dark"
  /** `frameOriginTemplate` of GET /api/config; null while it is not known. */
  frameOriginTemplate: string | null
  /** Sends what broke back to whoever wrote the code; without it the way is not offered. */
  onFix?: (problem: PreviewProblem) => void
  /** The tab that is shown, where the parent keeps it; else the pane keeps its own. */
  tab?: ArtifactTab
  onTabChange?: (tab: ArtifactTab) => void
}>

const TABS: readonly (readonly [ArtifactTab, string])[] = [["chart", "Chart"], ["table", "Table"], ["sql", "SQL"], ["code", "Code"]]

/** One artifact with its chart, rows, SQL, code and parameters. Shows what is active in the store. */
export function ArtifactPane({ theme, frameOriginTemplate, onFix, tab: keptTab, onTabChange }: ArtifactPaneProps) {
  const active = useArtifact((state) => state.active)
  const pending = useArtifact((state) => state.pending)
  const [ownTab, setOwnTab] = useState<ArtifactTab>("chart")
  const tab = keptTab ?? ownTab
  const setTab = (next: ArtifactTab) => {
    setOwnTab(next)
    onTabChange?.(next)
  }
  const [isParamsWanted, setIsParamsWanted] = useState<boolean | null>(null)
  const previewRef = useRef<PreviewHandle>(null)
  const isWide = useMediaQuery(WIDE)
  useAddressParams()
  if (!active) return <EmptyPane />

  const streaming = pending ? (pending.draft ?? (pending.code || null)) : active.draft
  const isReadOnly = active.version !== null && active.version < active.versionCount
  const hasParams = Object.keys(active.params).length > 0
  const isParamsOpen = hasParams && (isParamsWanted ?? isWide)
  return (
    <section aria-label={active.title || "Chart"} data-slot="artifact-pane" className="@container flex h-full min-h-0 flex-col bg-background">
      <ArtifactHeader view={active} previewRef={previewRef} isReadOnly={isReadOnly} />
      <Notices view={active} isReadOnly={isReadOnly} />
      <div className="flex min-h-0 flex-1">
        <Tabs value={tab} onValueChange={(next) => setTab(next as ArtifactTab)} className="min-h-0 min-w-0 flex-1 gap-0">
          <div className="flex h-11 shrink-0 items-center justify-between border-b px-3">
            <TabsList className="h-8">
              {TABS.map(([value, label]) => (
                <TabsTrigger key={value} value={value} className="px-3 text-[13px]">
                  {label}
                </TabsTrigger>
              ))}
            </TabsList>
            {hasParams && !(isWide && isParamsOpen) && (
              <ToolButton label="Parameters" isLabelShown aria-expanded={isParamsOpen} icon={<SlidersHorizontalIcon />} onClick={() => setIsParamsWanted(!isParamsOpen)} />
            )}
          </div>
          <div className="relative min-h-0 flex-1">
            <Panel tab="chart" active={tab} isKept>
              <ChartTab
                view={active}
                previewRef={previewRef}
                isReplaced={pending !== null}
                theme={theme}
                frameOriginTemplate={frameOriginTemplate}
                onFix={onFix}
                onEdit={() => setTab("code")}
              />
            </Panel>
            <Panel tab="table" active={tab}>
              <TableTab view={active} />
            </Panel>
            <Panel tab="sql" active={tab}>
              <SqlTab key={active.version} view={active} isReadOnly={isReadOnly || active.status === "streaming"} />
            </Panel>
            <Panel tab="code" active={tab}>
              <CodeTab key={active.version} view={active} streaming={streaming} isReadOnly={isReadOnly} />
            </Panel>
          </div>
        </Tabs>
        <ParamsArea view={active} isOpen={isParamsOpen} onOpenChange={setIsParamsWanted} />
      </div>
    </section>
  )
}

type PanelProps = Readonly<{ tab: ArtifactTab; active: ArtifactTab; isKept?: boolean; children: React.ReactNode }>

/** `isKept` leaves the content mounted, and of the same size, behind the other tabs: a chart need not be drawn again. */
const Panel = ({ tab, active, isKept = false, children }: PanelProps) => (
  <TabsContent
    value={tab}
    forceMount={isKept ? true : undefined}
    inert={isKept && active !== tab}
    tabIndex={-1}
    className={cn("absolute inset-0 flex min-h-0 flex-col", isKept && active !== tab && "invisible data-[state=inactive]:flex")}
  >
    {children}
  </TabsContent>
)

function Notices({ view, isReadOnly }: Readonly<{ view: ArtifactView; isReadOnly: boolean }>) {
  const openArtifact = useArtifact((state) => state.openArtifact)
  const restoreVersion = useArtifact((state) => state.restoreVersion)
  const dismissNotice = useArtifact((state) => state.dismissNotice)
  const isOnline = useIsOnline()
  const [problem, setProblem] = useState<string | null>(null)
  const { id, version, versionCount, notice } = view
  const restore = async (number: number) => setProblem(await restoreVersion(number))
  return (
    <>
      {!isOnline && <NoticeBar notice={{ tone: "warning", text: "You are offline. What you see was fetched before." }} />}
      {isReadOnly && id !== null && version !== null && (
        <NoticeBar notice={{ tone: problem ? "error" : "info", text: problem ?? `This is version ${String(version)} of ${String(versionCount)}.` }}>
          <Button variant="ghost" size="sm" className="h-7" onClick={() => void openArtifact(id)}>
            Back to the latest
          </Button>
          <Button variant="outline" size="sm" className="h-7" onClick={() => void restore(version)}>
            Restore it
          </Button>
        </NoticeBar>
      )}
      <JobStatus view={view} />
      {notice && <NoticeBar notice={notice} onDismiss={dismissNotice} />}
    </>
  )
}
