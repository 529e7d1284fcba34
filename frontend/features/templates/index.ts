export { httpTemplatesApi } from "./http-templates-api"
export { createTemplatesStore, type TemplatesApi, type TemplatesStore, type TemplateSummary } from "./state/templates-store"
export { TemplatesPage } from "./templates-page"
