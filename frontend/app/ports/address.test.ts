// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest"
import { conversationInAddress, nameInAddress } from "./address"

const at = (address: string) => window.history.replaceState(null, "", address)
const address = () => `${window.location.pathname}${window.location.search}`
beforeEach(() => at("/"))

it("names the open conversation and finds it again", () => {
  nameInAddress("c1")
  expect(address()).toBe("/?c=c1")
  expect(conversationInAddress()).toBe("c1")
  nameInAddress(null)
  expect(address()).toBe("/")
})

it("keeps the params of a chart when its conversation gets its name, and drops them with it", () => {
  at("/?p.top=3")
  nameInAddress("c1")
  expect(address()).toBe("/?p.top=3&c=c1")
  nameInAddress("c2")
  expect(address()).toBe("/?c=c2")
})

it("leaves the addresses of other pages alone", () => {
  at("/data?table=cars")
  nameInAddress("c1")
  expect(address()).toBe("/data?table=cars")
})
