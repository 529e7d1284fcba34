"use client"

import { createStoreContext } from "@/components/store-context"
import { type ConfigState } from "./config-store"
import { type ErrorLogState } from "./error-log-store"

export const [ErrorLogProvider, useErrorLog] = createStoreContext<ErrorLogState>("error log")
export const [ConfigProvider, useConfig] = createStoreContext<ConfigState>("configuration store")
