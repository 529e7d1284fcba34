/** Middle value; the mean of the two middle ones for an even count. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/**
 * One line of a section: medians of both sides and the median of the pairs' ratios.
 * `pairs` are `[ours, peer]` taken in turns; `peer` may be null. `isMore` for measures where more is better.
 */
export function line(measure, unit, pairs, goal, isMore = false) {
  const ours = median(pairs.map(([value]) => value))
  const hasPeer = pairs.every(([, value]) => value !== null)
  const peer = hasPeer ? `${digits(median(pairs.map(([, value]) => value)))} ${unit}` : "–"
  const ratio = hasPeer ? `${digits(median(pairs.map(([a, b]) => (isMore ? a / b : b / a))))}x` : "–"
  console.log([measure, `${digits(ours)} ${unit}`, peer, ratio, goal].join("\t"))
}

/** Runs both sides in turns, `rounds` times, after one turn that is not counted. */
export async function inTurns(rounds, ours, peer) {
  const pairs = []
  for (let round = 0; round <= rounds; round++) {
    const pair = [await ours(round), peer ? await peer(round) : null]
    if (round > 0) pairs.push(pair)
  }
  return pairs
}
