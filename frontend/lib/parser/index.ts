export { isComponent, MarkdownSegments, segmentMarkdown, type CodeBlock, type Segment } from "./segments"
export { findAttribute } from "./fence"
