// expects: never call eval() | <script> | https://example.org/report
// data: sales
export default function Viz({ data }) {
  const note = "never call eval() or new Function('return this') here; document.cookie and window.location are words"
  return (
    <article>
      <p>{note}</p>
      <code>{"<script>alert(1)</script>"}</code>
      <p>See https://example.org/report or javascript:void(0)</p>
      <p>constructor, __proto__ and prototype are fine in text. url(x) too.</p>
    </article>
  )
}
