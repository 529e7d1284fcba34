// expects: grade B
// data: sales
export default function Viz() {
  let grade
  switch (true) {
    case 9 > 10:
      grade = "A"
      break
    case 9 > 8: {
      const letter = "B"
      grade = letter
      break
    }
    default:
      grade = "C"
  }
  let i = 0
  do { i++ } while (i < 3)
  for (const key in { a: 1 }) void key
  return <p>grade {grade} {i}</p>
}
