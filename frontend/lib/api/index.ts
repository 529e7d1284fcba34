export { ApiError, apiErrorOf, readApiError } from "./api-error"
export { requestJson, type RequestOptions } from "./request-json"
