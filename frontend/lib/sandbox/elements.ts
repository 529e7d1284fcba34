/** HTML and SVG elements a view may render. Shared by the validator and the element gate in the frame. */
export const allowedElements: ReadonlySet<string> = new Set(
  `div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a b i em strong small s u sub sup mark code pre kbd samp var q blockquote cite abbr time br hr wbr del ins dfn
   ruby rt rp bdi bdo data table thead tbody tfoot tr th td caption colgroup col section article header footer main aside nav address figure figcaption hgroup search
   details summary dialog menu label input select option optgroup datalist textarea button fieldset legend output progress meter img canvas
   svg g path rect circle ellipse line polyline polygon text tspan textPath defs linearGradient radialGradient stop clipPath mask pattern marker symbol use title desc
   filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
   feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
   foreignObject image animate animateTransform animateMotion mpath`.split(/\s+/),
)

/** Attributes that load or go somewhere: only a fragment (`#id`) or an inline image may stand there. */
export const urlAttributes: ReadonlySet<string> = new Set(
  "href src srcset xlinkhref xlink:href poster action formaction ping srcdoc background manifest longdesc codebase classid archive cite profile usemap data imagesrcset".split(" "),
)

/** Attributes no element of a view may have. */
export const forbiddenAttributes: ReadonlySet<string> = new Set(["dangerouslysetinnerhtml", "srcdoc", "is", "nonce", "integrity", "innerhtml", "outerhtml", "action", "formaction", "ping", "attributionsrc",])

/** What a URL attribute may hold, given its text or the static text it starts with. */
export const isLocalUrl = (text: string): boolean => /^\s*(#|data:image\/(png|jpe?g|gif|webp|avif|svg\+xml)[;,])/i.test(text)

/** Text that makes CSS fetch something: `url(` of anything but a fragment or an inline image, `@import`, `image-set(` of addresses. */
export const loadsExternally = (text: string): boolean =>
  /(^|[^\w-])url\(\s*(?!\s|['"]?(#|data:image\/))/i.test(text) || /@import\b/i.test(text) || /image-set\(\s*['"](?!data:image\/)/i.test(text)
