import { later } from "./primordials"

const everyMs = 200

/** Reports the content's height in CSS pixels when it changes, at most once in 200 ms. */
export function watchSize(container: HTMLElement, report: (height: number) => void): void {
  let last = 0
  let isWaiting = false
  const measure = () => {
    isWaiting = false
    const height = Math.ceil(container.scrollHeight)
    if (height === last) return
    last = height
    report(height)
  }
  const observer = new ResizeObserver(() => {
    if (isWaiting) return
    isWaiting = true
    later(measure, everyMs)
  })
  observer.observe(container)
}
