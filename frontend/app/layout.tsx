import type { Metadata, Viewport } from "next"
import { Workspace } from "./workspace"
import "./globals.css"

export const metadata: Metadata = { title: { default: "Chartwright", template: "%s · Chartwright" }, description: "Ask your data, get a live chart." }
export const viewport: Viewport = { width: "device-width", initialScale: 1, interactiveWidget: "resizes-content" }

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* blocks on purpose: it must have run before the first paint */}
        <script src="/boot.js" />
      </head>
      <body>
        <Workspace>{children}</Workspace>
      </body>
    </html>
  )
}
