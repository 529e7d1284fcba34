// expects: $1,234.50 | 12.3% | 1.2M
// data: sales
const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" })
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 })
const short = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 })

export default function Viz() {
  return <p>{money.format(1234.5)} {percent.format(0.123)} {short.format(1234567)}</p>
}
