"use client"

import { useRouter } from "next/navigation"
import { useWorkspace } from "./workspace-context"

/** Sends a question from any page and shows its answer. */
export function useAsk(): (question: string) => void {
  const { chat, layout } = useWorkspace()
  const router = useRouter()
  return (question) => {
    layout.getState().showPane("ask")
    router.push("/")
    void chat.getState().send(question)
  }
}
