// expects: made by hand
// data: sales
import { createElement as h, cloneElement, isValidElement, Children } from "react"

export default function Viz() {
  const element = h("p", { className: "x" }, "made", " by ", "hand")
  return isValidElement(element) ? h("div", null, Children.toArray([cloneElement(element, { key: 1 })])) : null
}
