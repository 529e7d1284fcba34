// expects: theme blue | child 2
// data: sales
import { createContext, forwardRef, memo, useContext, useReducer, useId, Fragment } from "react"

const Theme = createContext("red")
const Child = memo(function Child({ n }: { n: number }) {
  return <p>child {n} theme {useContext(Theme)}</p>
})
const Box = forwardRef<HTMLDivElement, { label: string }>(({ label, ...rest }, ref) => <div ref={ref} aria-label={label} {...rest} />)
Box.displayName = "Box"

export default function Viz() {
  const id = useId()
  const [state] = useReducer((value: number, action: number) => value + action, 2)
  return (
    <Theme.Provider value="blue">
      <Fragment>
        <Box label="box" />
        <Child n={state} key={id} />
      </Fragment>
    </Theme.Provider>
  )
}
