/** An error in words for the user. */
export function messageOf(error: unknown): string {
  if (error instanceof TypeError) return "The server did not answer. Check that it is running and try again."
  return error instanceof Error && error.message !== "" ? error.message : "Something went wrong. Try again."
}
