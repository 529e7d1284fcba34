// expects: parent: Alps | window: 2 | top: 9 | open: 100
// data: globals
export default function Viz({ data }) {
  const { parent, window, top, open, close, location, history, self, document, name, status, length } = data[0]
  return (
    <ul>
      <li>parent: {parent}</li>
      <li>window: {window}</li>
      <li>top: {top}</li>
      <li>open: {open}</li>
      <li>{[close, location, history, self, document, name, status, length].map(String).join("/")}</li>
    </ul>
  )
}
