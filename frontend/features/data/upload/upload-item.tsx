"use client"

import { CheckIcon, CircleAlertIcon, FileIcon, XIcon } from "lucide-react"
import { useId, useState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Progress } from "@/components/ui/progress"
import { countOf, formatBytes } from "@/lib/format"
import type { DataState, Upload } from "../state/data-store"
import { questionsFor } from "../state/questions"

type UploadItemProps = Readonly<{ upload: Upload; actions: UploadActions; onAsk: (question: string) => void }>
export type UploadActions = Pick<DataState, "cancelUpload" | "replaceDataset" | "retryUpload" | "dismissUpload">

/** One file on its way: how far it is, what went wrong and what can be done, or the table it became and what to ask of it. */
export function UploadItem({ upload, actions, onAsk }: UploadItemProps) {
  const { id, file, status } = upload
  const isMoving = status === "sending" || status === "reading"
  return (
    <li className="flex flex-col gap-2 rounded-lg border bg-card p-3 text-[13px]">
      <div className="flex items-center gap-2">
        <StatusIcon status={status} />
        <span className="min-w-0 truncate font-medium">{file.name}</span>
        <span className="shrink-0 text-xs text-muted-foreground tabular-nums">{formatBytes(file.size)}</span>
        <Button
          variant="ghost"
          size="icon-sm"
          className="ml-auto size-7"
          aria-label={isMoving ? `Cancel ${file.name}` : `Dismiss ${file.name}`}
          onClick={() => (isMoving ? actions.cancelUpload(id) : actions.dismissUpload(id))}
        >
          <XIcon />
        </Button>
      </div>
      <div role={status === "failed" || status === "conflict" ? "alert" : "status"}>
        <Outcome upload={upload} actions={actions} onAsk={onAsk} />
      </div>
    </li>
  )
}

function StatusIcon({ status }: Pick<Upload, "status">) {
  if (status === "done") return <CheckIcon aria-hidden className="size-4 shrink-0 text-success" />
  if (status === "failed" || status === "conflict") return <CircleAlertIcon aria-hidden className="size-4 shrink-0 text-destructive" strokeWidth={1.5} />
  return <FileIcon aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
}

function Outcome({ upload, actions, onAsk }: UploadItemProps) {
  const { id, file, status, sentBytes, table, problem } = upload
  switch (status) {
    case "sending":
      return <Progress aria-label={`Sending ${file.name}`} value={file.size === 0 ? 0 : Math.min(100, (100 * sentBytes) / file.size)} className="h-1" />
    case "reading":
      return <p className="text-muted-foreground">Reading the file…</p>
    case "cancelled":
      return (
        <p className="flex items-center justify-between text-muted-foreground">
          Cancelled
          <Button variant="ghost" size="sm" className="h-7" onClick={() => void actions.retryUpload(id)}>
            Send again
          </Button>
        </p>
      )
    case "failed":
      return (
        <p className="flex items-center justify-between gap-2">
          {problem}
          <Button variant="outline" size="sm" className="h-7" onClick={() => void actions.retryUpload(id)}>
            Try again
          </Button>
        </p>
      )
    case "conflict":
      return <Conflict upload={upload} actions={actions} />
    case "done":
      return table && (
        <div className="flex flex-col gap-1.5">
          <p className="text-muted-foreground tabular-nums">
            {table.name}: {countOf(table.rowCount, "row")} × {countOf(table.columns.length, "column")}
          </p>
          <ul className="flex flex-col items-start">
            {questionsFor(table).map((question) => (
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

function Conflict({ upload, actions }: Pick<UploadItemProps, "upload" | "actions">) {
  const fieldId = useId()
  const [name, setName] = useState("")
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(submit) => {
        submit.preventDefault()
        void actions.retryUpload(upload.id, name.trim())
      }}
    >
      <p>{upload.problem}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="button" variant="outline" size="sm" className="h-7" onClick={() => void actions.replaceDataset(upload.id)}>
          Replace it
        </Button>
        <label htmlFor={fieldId} className="text-muted-foreground">
          or name it
        </label>
        <Input id={fieldId} value={name} maxLength={60} className="h-7 w-36 px-2 text-[13px]" onChange={({ target }) => setName(target.value)} />
        <Button type="submit" size="sm" className="h-7" disabled={name.trim() === ""}>
          Add
        </Button>
      </div>
    </form>
  )
}
