/** Rows the legitimate components ask for by name in their `// data:` line. */
export const data: Record<string, Record<string, unknown>[]> = {
  none: [],
  sales: [
    { region: "EU", month: "2017-01", total: 10, orders: 3 },
    { region: "US", month: "2017-02", total: 20, orders: 5 },
    { region: "Asia", month: "2017-03", total: 30, orders: 2 },
    { region: "EU", month: "2017-02", total: 40, orders: 7 },
  ],
  globals: [{ parent: "Alps", window: 2, top: 9, open: 100, close: 101, location: "Rome", history: "long", self: 1, document: "d", name: "n", status: "ok", length: 4 }],
  races: [
    { constructorName: "Ferrari", points: 25 },
    { constructorName: "McLaren", points: 18 },
    { constructorName: "Williams", points: 15 },
  ],
  events: [{ views: 7, event: "signup", target: "home" }],
  people: [
    { id: 1, name: "Ada", parent: null },
    { id: 2, name: "Bob", parent: 1 },
  ],
  calls: [{ phase: "prototype", caller: "Ann", callee: "Ben", arguments: "none" }],
}
