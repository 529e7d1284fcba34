# R1: a piece of code becomes a painted chart in its own locked frame.
[ -f "$root/frontend/public/frame/frame-policy.json" ] || (cd "$root/frontend" && npm run --silent build:runtime >&2)
node "$bench/frame/run.mjs"
