export { SettingsPage } from "./settings-page"
export { ConfigProvider, ErrorLogProvider, useConfig, useErrorLog } from "./contexts"
export { createConfigStore, type ConfigStore, type ServerConfig } from "./config-store"
export { createErrorLogStore, type ErrorLogStore } from "./error-log-store"
