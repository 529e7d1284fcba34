"use client"

import { formatBytes, formatCount } from "@/lib/format"
import { useConfig } from "./contexts"

export function About() {
  const config = useConfig((state) => state.config)
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-[72ch]">
        Chartwright runs on your own server. Tables, conversations, charts and templates are kept in the data folder it was started with; this browser keeps a copy of recent conversations and your settings. Nothing is sent anywhere unless a
        model is configured on the server: then that model reads your questions and what its data source allows.
      </p>
      {config && (
        <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1 text-[13px] tabular-nums">
          <dt className="text-muted-foreground">Version</dt>
          <dd>{config.version}</dd>
          <dt className="text-muted-foreground">Longest question</dt>
          <dd>{formatCount(config.limits.messageChars)} characters</dd>
          <dt className="text-muted-foreground">Largest file</dt>
          <dd>{formatBytes(config.limits.uploadBytes)}</dd>
        </dl>
      )}
    </div>
  )
}
