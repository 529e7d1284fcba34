// expects: Revenue | 100 | Orders
// data: sales
import { ArrowUpRight, DollarSign, ShoppingCart, type LucideIcon } from "lucide-react"
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card"
import { Badge } from "@/components/ui/badge"

const tiles: { title: string; key: string; Icon: LucideIcon }[] = [
  { title: "Revenue", key: "total", Icon: DollarSign },
  { title: "Orders", key: "orders", Icon: ShoppingCart },
]

export default function Viz({ data }) {
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      {tiles.map(({ title, key, Icon }) => (
        <Card key={key}>
          <CardHeader>
            <CardTitle className="flex items-center gap-2">
              <Icon className="h-4 w-4 text-blue-600" /> {title}
            </CardTitle>
            <CardDescription>all regions</CardDescription>
          </CardHeader>
          <CardContent>
            <span className="text-2xl font-bold">{data.reduce((sum, row) => sum + row[key], 0)}</span>
            <Badge variant="secondary">
              <ArrowUpRight /> up
            </Badge>
          </CardContent>
        </Card>
      ))}
    </div>
  )
}
