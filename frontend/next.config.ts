import path from "node:path"
import type { NextConfig } from "next"

/** A static export: the backend serves `out/` and is the only server. */
const config: NextConfig = {
  output: "export",
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm run typecheck` is a step of its own: a build does not repeat it
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(import.meta.dirname, "..") },
  // `next dev` sends API calls to the backend; the exported build has no rewrites
  ...(process.env.NODE_ENV === "development" && {
    output: undefined,
    rewrites: async () => [
      { source: "/api/:path*", destination: `${process.env.CHARTWRIGHT_BACKEND ?? "http://127.0.0.1:5080"}/api/:path*` },
    ],
  }),
}

export default config
