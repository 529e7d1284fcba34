/** Query field of the open conversation. */
const CONVERSATION = "c"

/** Id of the conversation the address names, or null. */
export const conversationInAddress = () => new URLSearchParams(window.location.search).get(CONVERSATION)

/**
 * Names the conversation in the address of the chat page, so that a reload, a second tab and a bookmark show it. Params of the
 * artifact belong to the conversation they were set in and leave with it.
 */
export function nameInAddress(conversationId: string | null): void {
  const url = new URL(window.location.href)
  if (url.pathname !== "/" || url.searchParams.get(CONVERSATION) === conversationId) return
  const isFirstName = !url.searchParams.has(CONVERSATION) && conversationId !== null
  const next = new URLSearchParams(isFirstName ? url.search : "")
  if (conversationId !== null) next.set(CONVERSATION, conversationId)
  const search = next.toString()
  window.history.replaceState(window.history.state, "", search === "" ? url.pathname : `${url.pathname}?${search}`)
}
