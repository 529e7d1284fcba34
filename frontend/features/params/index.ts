export { isParamValue, normaliseParams, type ParamDefinition, type ParamDefinitions, type ParamValue, type ParamValues } from "./param-types"
export { MAX_PARAM_CHARS, readUrlParams, writeUrlParams } from "./param-url"
export { changedValues, effectiveValues, fitValue, readRange, sameValue } from "./param-values"
export { ParamsPanel, type ParamsPanelProps } from "./params-panel"
