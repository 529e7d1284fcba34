/** Bytes in powers of 1000: `312 B`, `4.2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"]
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1)} ${units[power] ?? "B"}`
}
