// expects: Kind: Net | pair 3
// data: sales
import { useCallback, type ReactNode } from "react"

enum Kind { Net = "Net", Gross = "Gross" }
interface Props<T> { data: T[]; params?: Record<string, unknown> }
type Pair<A, B = A> = readonly [A, B]
abstract class Shape { abstract area(): number; describe(): string { return `area ${this.area()}` } }
class Square extends Shape { private readonly side: number = 2; area(): number { return this.side ** 2 } }
declare const unused: number
function first<T extends object>(list: readonly T[]): T | undefined { return list[0] }

export default function Viz({ data }: Props<{ region: string }>) {
  const pair = [1, 2] as const satisfies Pair<number>
  const render = useCallback((text: string): ReactNode => <b>{text}</b>, [])
  return (
    <p>
      Kind: {Kind.Net} pair {(pair[0] as number) + pair[1]!} {first(data)!.region} {render("x")} {new Square().describe()}
    </p>
  )
}
