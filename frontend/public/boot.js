// Runs before the first paint, so that nothing flashes or jumps: the remembered theme and width of the chat.
;(function () {
  var root = document.documentElement
  function stored(key) {
    try {
      var envelope = JSON.parse(localStorage.getItem(key))
      return envelope && envelope.version === 1 ? envelope.value : null
    } catch {
      return null
    }
  }
  var theme = stored("chartwright.theme")
  var isDark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
  root.classList.toggle("dark", isDark)
  var width = stored("chartwright.chat-width")
  if (typeof width === "number" && width >= 0 && width <= 2000) root.style.setProperty("--chat-width", width + "px")
})()
