import path from "node:path"
import { defineConfig } from "vitest/config"

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname, "@contracts": path.join(import.meta.dirname, "../contracts") } },
  test: { environment: "node", testTimeout: 60_000, include: ["*.test.ts", "{app,scripts,features,lib,runtime,components}/**/*.test.{ts,tsx}"] },
})
