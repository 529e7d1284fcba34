"use client"

import { createStoreContext } from "@/components/store-context"
import { type LayoutState } from "./layout-store"
import { type ThemeState } from "./theme-store"

export const [ThemeProvider, useTheme] = createStoreContext<ThemeState>("theme store")
export const [LayoutProvider, useLayout, useLayoutApi] = createStoreContext<LayoutState>("layout store")
