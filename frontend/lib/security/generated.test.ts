import { expect, it } from "vitest"

import { componentExports, iconNames, packageExports } from "../../scripts/generate-allowlists.mjs"
import icons from "./generated/icon-names.json"
import modules from "./generated/module-exports.json"

it("lists what the installed packages export: run scripts/generate-allowlists.mjs", async () => {
  expect(modules).toEqual({ ...(await packageExports()), ...(await componentExports()) })
  expect(icons).toEqual(await iconNames())
})
