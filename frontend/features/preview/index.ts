export { Preview, type PreviewHandle, type PreviewProps } from "./preview"
export type { PreviewProblem, PreviewStatus } from "./status"
export { type StandaloneInput, standaloneOf } from "./standalone"
