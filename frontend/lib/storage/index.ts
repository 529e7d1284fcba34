export { createStoredValue, isRecord, localArea, type StorageArea, type StoredValue } from "./stored-value"
export { createMemoryArea } from "./memory-area"
