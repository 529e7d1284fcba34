export { decodeEvents, StreamFormatError, type ServerEvent } from "./decode-events"
export { ConnectionLostError, readEvents, type EventSourcePort, type ReadEventsOptions } from "./read-events"
export { RECONNECT_DELAYS_MS, sleep } from "./backoff"
