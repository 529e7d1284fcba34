import Link from "next/link"
import { Button } from "@/components/ui/button"

export default function NotFound() {
  return (
    <div className="grid h-full place-items-center p-6">
      <div className="flex flex-col items-center gap-3 text-center">
        <h1 className="text-base font-medium">There is no page at this address</h1>
        <Button asChild>
          <Link href="/">Go to the chat</Link>
        </Button>
      </div>
    </div>
  )
}
