// expects: Late | Item 1 of 4 | 2017-03
// data: sales
import React, { Component, PureComponent, Suspense, StrictMode, useLayoutEffect, useTransition, useDeferredValue, startTransition, Children, isValidElement, cloneElement } from "react"

export default function Viz(props) {
  const { data, params = {}, results = {} } = props
  const [isPending, start] = useTransition()
  const deferred = useDeferredValue(data)
  const [height, setHeight] = React.useState(0)
  const ref = React.useRef(null)
  useLayoutEffect(() => { setHeight(ref.current.getBoundingClientRect().height) }, [])
  return (
    <StrictMode>
      <Suspense fallback={<p>wait</p>}>
        <Header title="Late" />
        <List>{deferred.map((row, i) => <Entry key={i} row={row} />)}</List>
        <div ref={ref} onMouseEnter={() => start(() => setHeight((h) => h + 1))}>{isPending ? "…" : `h${height > 0}`}</div>
        <Counter start={params.start ?? 3} />
      </Suspense>
    </StrictMode>
  )
}

function Header({ title }) { return <h1 className="text-2xl">{title}</h1> }
var List = function ({ children }) { return <ol>{Children.map(children, (child, index) => isValidElement(child) ? cloneElement(child, { index, total: Children.count(children) }) : child)}</ol> }
function Entry({ row: { region, month, ...others }, index, total }) { return <li title={JSON.stringify(others)}>Item {index + 1} of {total}: {region} {month}</li> }
class Counter extends PureComponent { state = { n: this.props.start }; inc = () => this.setState(({ n }) => ({ n: n + 1 })); render() { return <button type="button" onClick={this.inc}>{this.state.n}</button> } }
