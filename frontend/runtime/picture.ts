import { toPng } from "html-to-image"

/** What is copied of an element's style: enough to draw it again. Copying all of some 350 makes large charts too slow. */
const properties = `align-content align-items align-self background background-clip background-color background-image border-bottom-color border-bottom-left-radius border-bottom-right-radius
  border-bottom-style border-bottom-width border-collapse border-left-color border-left-style border-left-width border-right-color border-right-style border-right-width border-spacing border-top-color
  border-top-left-radius border-top-right-radius border-top-style border-top-width bottom box-shadow box-sizing clip-path color column-gap display dominant-baseline fill fill-opacity filter flex-basis
  flex-direction flex-grow flex-shrink flex-wrap font-family font-feature-settings font-size font-style font-variant-numeric font-weight grid-auto-columns grid-auto-flow grid-auto-rows grid-column-end
  grid-column-start grid-row-end grid-row-start grid-template-columns grid-template-rows height justify-content justify-items justify-self left letter-spacing line-height list-style margin-bottom
  margin-left margin-right margin-top max-height max-width min-height min-width opacity order overflow overflow-x overflow-y padding-bottom padding-left padding-right padding-top position right row-gap
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-opacity stroke-width table-layout text-align text-anchor text-decoration text-overflow
  text-transform top transform transform-origin vertical-align visibility white-space width word-break z-index`.split(/\s+/)

/** Below the view, in CSS pixels, as much as the frame leaves above it. */
const margin = 16

/** What rules of a stylesheet say of shapes and texts in a drawing; attributes come along by themselves. */
const drawing = `display dominant-baseline fill fill-opacity font-family font-size font-style font-variant-numeric font-weight opacity stroke stroke-dasharray stroke-linecap stroke-linejoin
  stroke-opacity stroke-width text-anchor visibility`.split(/\s+/)

/**
 * A copy that stands beside the view, out of sight: the library copies styles of HTML, so those inside drawings become their own here.
 * The caller removes it.
 */
function copyOf(container: HTMLElement): HTMLElement {
  const copy = container.cloneNode(true) as HTMLElement
  const [sources, targets] = [container, copy].map((root) => [...root.querySelectorAll<SVGElement>("svg *")]) as [SVGElement[], SVGElement[]]
  for (const [index, source] of sources.entries()) {
    const style = getComputedStyle(source)
    for (const name of drawing) targets[index]?.style.setProperty(name, style.getPropertyValue(name))
  }
  copy.style.cssText += `;position:absolute;left:0;top:100%;width:${String(container.clientWidth)}px;height:${String(container.clientHeight)}px`
  document.body.append(copy)
  return copy
}

/**
 * The view as a PNG of twice its size in CSS pixels, whole even where it is scrolled; null when the browser could not draw it.
 * Not by `toBlob`: browsers encode there when idle, which a busy machine is seconds later.
 */
export async function takePicture(container: HTMLElement): Promise<ArrayBuffer | null> {
  const copy = copyOf(container)
  try {
    const bottom = Math.max(...[...container.children].map((child) => child.getBoundingClientRect().bottom + window.scrollY), 50)
    const url = await toPng(copy, {
      pixelRatio: 2,
      skipFonts: true,
      includeStyleProperties: properties,
      width: container.scrollWidth,
      height: Math.ceil(bottom) + margin,
      style: { position: "static" },
      backgroundColor: getComputedStyle(document.body).backgroundColor,
    })
    return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (char) => char.charCodeAt(0)).buffer
  } catch {
    return null
  } finally {
    copy.remove()
  }
}
