import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands"
import { javascript } from "@codemirror/lang-javascript"
import { PostgreSQL, sql } from "@codemirror/lang-sql"
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language"
import { lintGutter, setDiagnostics } from "@codemirror/lint"
import { Compartment, EditorState } from "@codemirror/state"
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view"
import { tags } from "@lezer/highlight"

export type EditorLanguage = "sql" | "tsx"

/** A place in the text that something is to be said about; line from 1, column from 1. */
export type EditorDiagnostic = Readonly<{ message: string; line: number; column: number; hint?: string }>

export type EditorOptions = Readonly<{
  label: string
  language: EditorLanguage
  value: string
  isReadOnly: boolean
  onChange: (value: string) => void
  /** Ctrl or Cmd with Enter. */
  onRun: () => void
}>

/** A mounted editor. Setting a value that continues the present one only appends, so that streaming stays cheap. */
export type EditorHandle = Readonly<{
  setValue: (value: string) => void
  setReadOnly: (isReadOnly: boolean) => void
  setDiagnostics: (diagnostics: readonly EditorDiagnostic[]) => void
  destroy: () => void
}>

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--primary)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--success)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--warning)" },
  { tag: [tags.comment], color: "var(--muted-foreground)", fontStyle: "italic" },
  { tag: [tags.tagName, tags.typeName, tags.className], color: "var(--primary)" },
  { tag: [tags.attributeName, tags.propertyName], color: "var(--sidebar-foreground)" },
])

const theme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "transparent", color: "var(--foreground)", fontSize: "12.5px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono, ui-monospace, monospace)", lineHeight: "1.6", fontVariantLigatures: "none", overflow: "auto" },
  ".cm-content": { caretColor: "var(--foreground)", padding: "8px 0" },
  ".cm-line": { padding: "0 12px" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted-foreground)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in oklab, var(--muted) 60%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "color-mix(in oklab, var(--primary) 25%, transparent)",
  },
  ".cm-tooltip": { backgroundColor: "var(--popover)", color: "var(--popover-foreground)", border: "1px solid var(--border)", borderRadius: "6px" },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "pre-wrap" },
})

export function mountEditor(host: HTMLElement, { label, language, value, isReadOnly, onChange, onRun }: EditorOptions): EditorHandle {
  const lock = new Compartment()
  const locked = (isLocked: boolean) => [EditorState.readOnly.of(isLocked), EditorView.editable.of(!isLocked), isLocked ? [] : highlightActiveLine()]
  let isOwnChange = false
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: value,
      extensions: [
        language === "sql" ? sql({ dialect: PostgreSQL }) : [javascript({ jsx: true, typescript: true }), lineNumbers(), lintGutter()],
        history(),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(highlight),
        theme,
        language === "sql" ? EditorView.lineWrapping : [],
        lock.of(locked(isReadOnly)),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        keymap.of([
          {
            key: "Mod-Enter",
            run: () => {
              onRun()
              return true
            },
          },
          ...defaultKeymap,
          ...historyKeymap,
          // Escape, then Tab leaves the editor: the browser's own way stays reachable by Escape
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOwnChange) onChange(update.state.doc.toString())
        }),
      ],
    }),
  })

  return {
    setValue: (next) => {
      const before = view.state.doc.toString()
      if (next === before) return
      const isContinued = next.startsWith(before)
      const { scrollDOM } = view
      const isAtEnd = scrollDOM.scrollTop + scrollDOM.clientHeight >= scrollDOM.scrollHeight - 40
      isOwnChange = true
      view.dispatch({ changes: isContinued ? { from: before.length, insert: next.slice(before.length) } : { from: 0, to: before.length, insert: next } })
      isOwnChange = false
      if (isContinued && isAtEnd && view.state.readOnly) view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.length) })
    },
    setReadOnly: (isLocked) => view.dispatch({ effects: lock.reconfigure(locked(isLocked)) }),
    setDiagnostics: (diagnostics) => {
      const { doc } = view.state
      const placed = diagnostics.map(({ line, column, message, hint }) => {
        const at = doc.line(Math.min(Math.max(line, 1), doc.lines))
        const from = Math.min(at.from + Math.max(column - 1, 0), at.to)
        return { from, to: at.to, severity: "error" as const, message: hint ? `${message}\n${hint}` : message }
      })
      view.dispatch(setDiagnostics(view.state, placed))
    },
    destroy: () => view.destroy(),
  }
}
