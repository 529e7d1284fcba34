// expects: manager: Ada | name: Bob
// data: people
export default function Viz({ data }) {
  const byId = new Map(data.map((row) => [row.id, row]))
  return data
    .filter((row) => row.parent !== null)
    .map((self) => (
      <p key={self.id}>
        name: {self.name} manager: {byId.get(self.parent)?.name}
      </p>
    ))
}
