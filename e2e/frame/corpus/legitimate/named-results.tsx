// expects: orders 4 | customers 1
// data: sales
export default function Viz({ data, results }) {
  return <p>orders {data.length} customers {results.customers.length}</p>
}
