// expects: count 1
// data: sales
import React from "react"

class Counter extends React.Component<{ start: number }, { n: number }> {
  state = { n: this.props.start }
  static defaultProps = { start: 0 }
  #secret = 1
  render() {
    return <p>count {this.state.n + this.#secret - 1}</p>
  }
}

export default function Viz() {
  return <Counter start={1} />
}
