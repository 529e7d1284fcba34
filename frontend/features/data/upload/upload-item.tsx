"use client"

import { CheckIcon, CircleAlertIcon, FileIcon, XIcon } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Progress } from "@/components/ui/progress"
import { countOf, formatBytes } from "@/lib/format"
import { questionsFor } from "../state/questions"
import { nameOf, sizeOf, type Upload, type UploadActions } from "../state/upload"

type UploadItemProps = Readonly<{ upload: Upload; actions: UploadActions; onAsk: (question: string) => void }>

/** Files on their way: how far they are, what went wrong and what can be done, or the tables they became and what to ask of them. */
export function UploadItem({ upload, actions, onAsk }: UploadItemProps) {
  const { id, status } = upload
  const name = nameOf(upload)
  const isMoving = status === "sending" || status === "reading"
  return (
    <li className="flex flex-col gap-2 rounded-lg border bg-card p-3 text-[13px]">
      <div className="flex items-center gap-2">
        <StatusIcon status={status} />
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="shrink-0 text-xs text-muted-foreground tabular-nums">{formatBytes(sizeOf(upload))}</span>
        <Button
          variant="ghost"
          size="icon-sm"
          className="ml-auto size-7"
          aria-label={isMoving ? `Cancel ${name}` : `Dismiss ${name}`}
          onClick={() => (isMoving ? actions.cancelUpload(id) : actions.dismissUpload(id))}
        >
          <XIcon />
        </Button>
      </div>
      <div role={status === "failed" ? "alert" : "status"}>
        <Outcome upload={upload} actions={actions} onAsk={onAsk} />
      </div>
    </li>
  )
}

function StatusIcon({ status }: Pick<Upload, "status">) {
  if (status === "done") return <CheckIcon aria-hidden className="size-4 shrink-0 text-success" />
  if (status === "failed") return <CircleAlertIcon aria-hidden className="size-4 shrink-0 text-destructive" strokeWidth={1.5} />
  return <FileIcon aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
}

function Outcome({ upload, actions, onAsk }: UploadItemProps) {
  const { id, status, sent, tables, problem } = upload
  switch (status) {
    case "sending":
      return <Progress aria-label={`Sending ${nameOf(upload)}`} value={Math.min(100, 100 * sent)} className="h-1" />
    case "reading":
      return <p className="text-muted-foreground">Looking for tables…</p>
    case "adding":
      return <p className="text-muted-foreground">Adding…</p>
    case "review":
      return <Line text={`${countOf(upload.preview?.tables.length ?? 0, "table")} to review`} action="Review" onAct={() => actions.review(id)} />
    case "cancelled":
      return <Line text="Cancelled" action="Send again" onAct={() => void actions.sendAgain(id)} />
    case "failed":
      return <Line text={problem ?? ""} action="Try again" onAct={() => void actions.sendAgain(id)} />
    case "done":
      return (
        <div className="flex flex-col gap-1.5">
          {tables.map((table) => (
            <p key={table.name} className="text-muted-foreground tabular-nums">
              {table.name}: {countOf(table.rowCount, "row")} × {countOf(table.columns.length, "column")}
            </p>
          ))}
          <ul className="flex flex-col items-start">
            {tables.slice(0, 1).flatMap(questionsFor).map((question) => (
              <li key={question}>
                <button type="button" className="rounded-sm text-left text-primary outline-none hover:underline focus-visible:ring-2 focus-visible:ring-ring" onClick={() => onAsk(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )
  }
}

function Line({ text, action, onAct }: Readonly<{ text: string; action: string; onAct: () => void }>) {
  return (
    <p className="flex items-center justify-between gap-2">
      {text}
      <Button variant="outline" size="sm" className="h-7" onClick={onAct}>
        {action}
      </Button>
    </p>
  )
}
