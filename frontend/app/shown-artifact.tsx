"use client"

import { Suspense } from "react"
import { ArtifactPane, type ArtifactTab } from "@/features/artifact"
import { useConfig } from "@/features/settings"
import { useTheme } from "@/features/shell"
import { useAsk } from "./use-ask"

type ShownArtifactProps = { tab?: ArtifactTab; onTabChange?: (tab: ArtifactTab) => void }

/** The pane of the artifact that is open, with what it needs of the app. */
export function ShownArtifact(props: ShownArtifactProps) {
  const theme = useTheme((state) => state.resolved)
  const frameOriginTemplate = useConfig(({ config }) => config?.frameOriginTemplate ?? null)
  const ask = useAsk()
  return (
    <Suspense>
      <ArtifactPane theme={theme} frameOriginTemplate={frameOriginTemplate} onFix={({ message, excerpt }) => ask(repairOf(message, excerpt))} {...props} />
    </Suspense>
  )
}

/** What to tell the model of a component that failed. */
function repairOf(message: string, excerpt: string | undefined): string {
  const words = `The component failed: ${message} Correct it and leave the rest as it is.`
  return excerpt ? `${words}\n\n\`\`\`\n${excerpt}\n\`\`\`` : words
}
