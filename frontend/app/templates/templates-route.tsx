"use client"

import { useRouter } from "next/navigation"
import { TemplatesPage } from "@/features/templates"
import { useWorkspace } from "../workspace-context"

/** The page of templates. Opening one starts a new chat about it. */
export function TemplatesRoute() {
  const { templates, chat, artifact, layout } = useWorkspace()
  const router = useRouter()
  const open = async (id: string) => {
    chat.getState().startNew()
    const artifactId = await artifact.getState().openTemplate(id)
    layout.getState().showPane("view")
    router.push(artifactId === null ? "/" : `/artifact?id=${encodeURIComponent(artifactId)}`)
  }
  return <TemplatesPage store={templates} onOpen={open} />
}
