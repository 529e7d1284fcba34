import iconNames from "./generated/icon-names.json"
import moduleExports from "./generated/module-exports.json"

const tables: Record<string, readonly string[]> = moduleExports
const icons = new Set<string>(iconNames)
const exportsByModule = new Map([...Object.entries(tables).map(([name, names]) => [name, new Set(names)] as const)])
const lucideExtras = new Set(["Icon", "icons", "createLucideIcon"])

export const allowedModules: readonly string[] = ["react", "recharts", "lucide-react", ...Object.keys(tables).filter((name) => name.startsWith("@/"))]

export const isAllowedModule = (name: string): boolean => allowedModules.includes(name)

/** Every icon is also exported as `XIcon` and `LucideX`. */
export const isIcon = (name: string): boolean => icons.has(name) || (name.endsWith("Icon") && icons.has(name.slice(0, -4))) || (name.startsWith("Lucide") && icons.has(name.slice(6)))

/** Whether `module` (an allowed one) exports the value `name`. */
export const hasExport = (module: string, name: string): boolean =>
  module === "lucide-react" ? lucideExtras.has(name) || isIcon(name) : (exportsByModule.get(module)?.has(name) ?? false)

/** The names to search for near matches. */
export const exportNames = (module: string): readonly string[] => (module === "lucide-react" ? iconNames : (tables[module] ?? []))

/** Modules, other than `except`, that export `name`: for "X comes from Y". */
export const modulesExporting = (name: string, except: string): string[] => allowedModules.filter((module) => module !== except && hasExport(module, name))

const types: Readonly<Record<string, RegExp>> = {
  react:
    /^(JSX|FC|VFC|FunctionComponent|ReactNode|ReactElement|ReactChild|CSSProperties|Ref|RefObject|MutableRefObject|ForwardedRef|Dispatch|SetStateAction|Reducer|ElementType|Key|PropsWith\w+|Component(Props|Type)\w*|\w*HTMLAttributes|SVG\w+|\w+Event|\w+EventHandler)$/,
  recharts: /(Props|Payload|Type|Entry|Data|Coordinate|Formatter)$/,
  "lucide-react": /^Lucide(Icon|Props)$/,
  "@/components/ui/chart": /^ChartConfig$/,
}

/** Whether `name` is a type that people import from `module` without saying `type`. */
export const isTypeName = (module: string, name: string): boolean => types[module]?.test(name) ?? false
