"use client"

import { createContext, use } from "react"
import { type Workspace } from "./create-workspace"

export const WorkspaceContext = createContext<Workspace | null>(null)

/** Every store at once, for pages that connect them. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (!workspace) throw new Error("No workspace is provided above this component.")
  return workspace
}
