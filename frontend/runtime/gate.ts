import * as React from "react"

import { allowedElements, forbiddenAttributes, isLocalUrl, urlAttributes } from "../lib/sandbox/elements"

const stringType = "string"

/** Props without what may not stand on an element; the same object when there is nothing to take away. */
function cleanProps(props: Record<string, unknown> | null | undefined): Record<string, unknown> | null | undefined {
  if (!props) return props
  let cleaned: Record<string, unknown> | undefined
  for (const name of Object.keys(props)) {
    const key = name.toLowerCase()
    const value = props[name]
    const isRefused = forbiddenAttributes.has(key) || (urlAttributes.has(key) && !(typeof value === stringType && isLocalUrl(value as string)))
    if (isRefused) Reflect.deleteProperty((cleaned ??= { ...props }), name)
  }
  return cleaned ?? props
}

/** React as the artifact gets it: frozen, without internals, and with element functions that keep to the allowed elements. */
export function createGate(onElement: () => void) {
  const checkType = (type: unknown) => {
    onElement()
    if (typeof type === stringType && !allowedElements.has(type as string)) throw new TypeError(`The element <${String(type).slice(0, 40)}> is not allowed.`)
  }
  const createElement = (type: React.ElementType, props: Record<string, unknown> | null, ...children: React.ReactNode[]) => {
    checkType(type)
    return React.createElement(type, typeof type === stringType ? cleanProps(props) : props, ...children)
  }
  const cloneElement = (element: React.ReactElement, props?: Record<string, unknown> | null, ...children: React.ReactNode[]) => {
    checkType(element?.type)
    return React.cloneElement(element, (typeof element?.type === stringType ? cleanProps(props) : props) ?? undefined, ...children)
  }
  const visible = Object.fromEntries(Object.entries(React).filter(([name]) => !/^(__|act$|captureOwnerStack$|default$)/.test(name)))
  const react: Record<string, unknown> = Object.freeze({ ...visible, createElement, cloneElement, Children: Object.freeze({ ...React.Children }) })
  return { react, createElement, Fragment: React.Fragment }
}
