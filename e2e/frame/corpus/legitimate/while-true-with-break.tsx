// expects: primes 2, 3, 5, 7
// data: sales
export default function Viz() {
  const primes: number[] = []
  let n = 2
  while (true) {
    if (primes.every((p) => n % p !== 0)) primes.push(n)
    n += 1
    if (n > 10) break
  }
  return <p>primes {primes.join(", ")}</p>
}
