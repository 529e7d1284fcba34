// expects: logo
// data: sales
const pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

export default function Viz() {
  return (
    <figure>
      <img src={pixel} alt="logo" width={16} height={16} />
      <figcaption>logo</figcaption>
      <a href="#details">details</a>
      <p id="details" />
    </figure>
  )
}
