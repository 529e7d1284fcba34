"use client"

import { ClearHistory } from "@/features/history"
import { About } from "./about"
import { ErrorLog } from "./error-log"
import { ModelPicker } from "./model-picker"
import { ThemePicker } from "./theme-picker"

/** Everything one can set, and what the app knows of itself. */
export function SettingsPage() {
  return (
    <div className="scrollbar-quiet h-full overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-8 px-4 py-8 md:px-8">
        <h1 className="text-xl font-semibold tracking-tight">Settings</h1>
        <Section title="Theme" hint="System follows the theme of your computer.">
          <ThemePicker />
        </Section>
        <Section title="Model" hint="Answers the next questions. Models are configured on the server.">
          <ModelPicker />
        </Section>
        <Section title="History" hint="Conversations are kept on the server, with a copy in this browser.">
          <ClearHistory />
        </Section>
        <Section title="Errors" hint="What went wrong in this browser. It is kept here and sent to nobody.">
          <ErrorLog />
        </Section>
        <Section title="About">
          <About />
        </Section>
      </div>
    </div>
  )
}

function Section({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
  const id = title.toLowerCase()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-col gap-0.5 border-b pb-2">
        <h2 id={id} className="text-base font-medium">
          {title}
        </h2>
        {hint && <p className="text-[13px] text-muted-foreground">{hint}</p>}
      </div>
      {children}
    </section>
  )
}
