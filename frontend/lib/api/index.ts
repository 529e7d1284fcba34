export { ApiError, apiErrorOf, readApiError } from "./api-error"
