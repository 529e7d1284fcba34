// expects: toString: 2 | constructor: 1
// data: sales
export default function Viz() {
  const counts: Record<string, number> = Object.create(null)
  for (const word of ["toString", "constructor", "toString", "valueOf"]) counts[word] = (counts[word] ?? 0) + 1
  return Object.keys(counts).map((word) => <p key={word}>{word}: {counts[word]}</p>)
}
