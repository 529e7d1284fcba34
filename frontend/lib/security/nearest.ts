/** Edit distance of two short names (insert, delete, replace each cost 1). */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...a].entries()) {
    let diagonal = index
    let left = index + 1
    row[0] = left
    for (let column = 1; column <= b.length; column++) {
      const above = row[column] ?? 0
      left = Math.min(above + 1, left + 1, diagonal + (letter === b[column - 1] ? 0 : 1))
      diagonal = above
      row[column] = left
    }
  }
  return row[b.length] ?? 0
}

/** Up to `count` names closest to `name`; names that contain it or are contained count as closer. */
export function nearestNames(name: string, candidates: readonly string[], count = 3): string[] {
  const wanted = name.toLowerCase()
  const score = (candidate: string) => {
    const text = candidate.toLowerCase()
    const isRelated = wanted.length > 2 && text.length > 2 && (text.includes(wanted) || wanted.includes(text))
    return distance(wanted, text) - (isRelated ? 2 : 0)
  }
  return candidates
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .filter(({ score, candidate }) => score <= Math.max(2, Math.min(name.length, candidate.length) / 2))
    .sort((a, b) => a.score - b.score || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** `Did you mean A, B or C?`, or the fallback when nothing is close. */
export function didYouMean(name: string, candidates: readonly string[], fallback: string): string {
  const near = nearestNames(name, candidates)
  if (near.length === 0) return fallback
  return `Did you mean ${near.length === 1 ? near[0] : `${near.slice(0, -1).join(", ")} or ${near.at(-1)}`}?`
}
