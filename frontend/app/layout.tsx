import type { Metadata } from "next"
import "./globals.css"

export const metadata: Metadata = { title: "Chartwright", description: "Ask your data, get a live chart." }

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
