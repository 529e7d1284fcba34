export { ApiError, apiErrorOf, readApiError } from "./api-error"
export { bodyOf, createApi, type Api, type Schemas } from "./client"
export { requestJson, type RequestOptions } from "./request-json"
