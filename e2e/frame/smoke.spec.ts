import { expect, test } from "@playwright/test"

import { Harness } from "./harness/server"

let harness: Harness
test.beforeAll(async () => {
  harness = await new Harness().start()
})
test.afterAll(() => harness.stop())

test("a bar chart is drawn in its frame", async ({ page }) => {
  await page.goto(harness.appOrigin)
  const source = `import { BarChart, Bar, XAxis, YAxis, ResponsiveContainer } from "recharts"
import { TrendingUp } from "lucide-react"
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card"

export const params = { color: { type: "color", default: "#2563eb" } }

export default function Viz({ data, params }) {
  return <Card className="h-[400px]"><CardHeader><CardTitle className="text-lg text-blue-700">Sales <TrendingUp className="inline" /></CardTitle></CardHeader><CardContent className="h-full">
    <ResponsiveContainer width="100%" height={250}><BarChart data={data}><XAxis dataKey="region" /><YAxis /><Bar dataKey="total" fill={params.color} /></BarChart></ResponsiveContainer></CardContent></Card>
}`
  const outcome = await page.evaluate(([code]) => window.harness.run(code ?? '', { data: [{ region: "EU", total: 3 }, { region: "US", total: 5 }] }), [source])
  const frame = page.frameLocator("iframe").first()
  expect(outcome.state).toBe("settled")
  await expect(frame.locator(".recharts-bar-rectangle")).toHaveCount(2)
})
