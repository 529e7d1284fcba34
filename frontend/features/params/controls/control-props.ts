import type { ParamDefinition, ParamValue } from "../param-types"

/** What every control is given; `id` is the field its label names. */
export type ControlProps<Value extends ParamValue = ParamValue> = Readonly<{
  id: string
  labelId: string
  definition: ParamDefinition
  value: Value
  isDisabled: boolean
  onChange: (value: ParamValue) => void
}>
