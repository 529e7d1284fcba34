"use client"

import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select"
import { Skeleton } from "@/components/ui/skeleton"
import { useConfig } from "./contexts"

const DEFAULT = "default"

export function ModelPicker() {
  const config = useConfig((state) => state.config)
  const status = useConfig((state) => state.status)
  const model = useConfig((state) => state.model)
  const setModel = useConfig((state) => state.setModel)
  if (status === "failed") return <p role="alert">The server did not answer. Reload the page when it is running.</p>
  if (!config) return <Skeleton className="appear-late h-9 w-64" />
  const resolved = config.models.find(({ isDefault }) => isDefault)?.name
  return (
    <Select value={model === null ? DEFAULT : `model:${model}`} onValueChange={(value) => setModel(value === DEFAULT ? null : value.slice("model:".length))}>
      <SelectTrigger aria-label="Model" className="w-full sm:w-80">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={DEFAULT}>Default{resolved && `, now ${resolved}`}</SelectItem>
        {config.models.map(({ name }) => (
          <SelectItem key={name} value={`model:${name}`}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
}
