/** Rows of one result that a frame is given at most. */
export const maxRows = 5_000
/** Bytes of one result, as JSON of objects, that a frame is given at most. */
export const maxBytes = 2 * 1024 * 1024
