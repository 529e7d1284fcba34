// The modules an artifact may import beside react and lucide-react; component-modules.json has the same list for the validator.
import * as accordion from "@/components/ui/accordion"
import * as alert from "@/components/ui/alert"
import * as alertDialog from "@/components/ui/alert-dialog"
import * as aspectRatio from "@/components/ui/aspect-ratio"
import * as avatar from "@/components/ui/avatar"
import * as badge from "@/components/ui/badge"
import * as breadcrumb from "@/components/ui/breadcrumb"
import * as button from "@/components/ui/button"
import * as buttonGroup from "@/components/ui/button-group"
import * as card from "@/components/ui/card"
import * as chart from "@/components/ui/chart"
import * as checkbox from "@/components/ui/checkbox"
import * as collapsible from "@/components/ui/collapsible"
import * as command from "@/components/ui/command"
import * as dialog from "@/components/ui/dialog"
import * as dropdownMenu from "@/components/ui/dropdown-menu"
import * as empty from "@/components/ui/empty"
import * as field from "@/components/ui/field"
import * as hoverCard from "@/components/ui/hover-card"
import * as input from "@/components/ui/input"
import * as inputGroup from "@/components/ui/input-group"
import * as item from "@/components/ui/item"
import * as kbd from "@/components/ui/kbd"
import * as label from "@/components/ui/label"
import * as nativeSelect from "@/components/ui/native-select"
import * as pagination from "@/components/ui/pagination"
import * as popover from "@/components/ui/popover"
import * as progress from "@/components/ui/progress"
import * as radioGroup from "@/components/ui/radio-group"
import * as scrollArea from "@/components/ui/scroll-area"
import * as select from "@/components/ui/select"
import * as separator from "@/components/ui/separator"
import * as sheet from "@/components/ui/sheet"
import * as skeleton from "@/components/ui/skeleton"
import * as slider from "@/components/ui/slider"
import * as spinner from "@/components/ui/spinner"
import * as toggleSwitch from "@/components/ui/switch"
import * as table from "@/components/ui/table"
import * as tabs from "@/components/ui/tabs"
import * as textarea from "@/components/ui/textarea"
import * as toggle from "@/components/ui/toggle"
import * as toggleGroup from "@/components/ui/toggle-group"
import * as tooltip from "@/components/ui/tooltip"
import * as recharts from "recharts"

const copy = (module: object) => Object.freeze({ ...module })

/** By import path; frozen copies, so that no artifact changes what the libraries share. */
export const libraryModules: ReadonlyMap<string, object> = new Map<string, object>([
  ["recharts", copy(recharts)],
  ["@/components/ui/accordion", copy(accordion)],
  ["@/components/ui/alert", copy(alert)],
  ["@/components/ui/alert-dialog", copy(alertDialog)],
  ["@/components/ui/aspect-ratio", copy(aspectRatio)],
  ["@/components/ui/avatar", copy(avatar)],
  ["@/components/ui/badge", copy(badge)],
  ["@/components/ui/breadcrumb", copy(breadcrumb)],
  ["@/components/ui/button", copy(button)],
  ["@/components/ui/button-group", copy(buttonGroup)],
  ["@/components/ui/card", copy(card)],
  ["@/components/ui/chart", copy(chart)],
  ["@/components/ui/checkbox", copy(checkbox)],
  ["@/components/ui/collapsible", copy(collapsible)],
  ["@/components/ui/command", copy(command)],
  ["@/components/ui/dialog", copy(dialog)],
  ["@/components/ui/dropdown-menu", copy(dropdownMenu)],
  ["@/components/ui/empty", copy(empty)],
  ["@/components/ui/field", copy(field)],
  ["@/components/ui/hover-card", copy(hoverCard)],
  ["@/components/ui/input", copy(input)],
  ["@/components/ui/input-group", copy(inputGroup)],
  ["@/components/ui/item", copy(item)],
  ["@/components/ui/kbd", copy(kbd)],
  ["@/components/ui/label", copy(label)],
  ["@/components/ui/native-select", copy(nativeSelect)],
  ["@/components/ui/pagination", copy(pagination)],
  ["@/components/ui/popover", copy(popover)],
  ["@/components/ui/progress", copy(progress)],
  ["@/components/ui/radio-group", copy(radioGroup)],
  ["@/components/ui/scroll-area", copy(scrollArea)],
  ["@/components/ui/select", copy(select)],
  ["@/components/ui/separator", copy(separator)],
  ["@/components/ui/sheet", copy(sheet)],
  ["@/components/ui/skeleton", copy(skeleton)],
  ["@/components/ui/slider", copy(slider)],
  ["@/components/ui/spinner", copy(spinner)],
  ["@/components/ui/switch", copy(toggleSwitch)],
  ["@/components/ui/table", copy(table)],
  ["@/components/ui/tabs", copy(tabs)],
  ["@/components/ui/textarea", copy(textarea)],
  ["@/components/ui/toggle", copy(toggle)],
  ["@/components/ui/toggle-group", copy(toggleGroup)],
  ["@/components/ui/tooltip", copy(tooltip)],
])
