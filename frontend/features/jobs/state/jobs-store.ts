import { createStore } from "zustand/vanilla"
import { ApiError } from "@/lib/api"
import { isActive, type Job } from "@/lib/jobs"
import { mergePage, type JobPage } from "./merge-page"

/** The server as jobs need it. Every call rejects with an error whose `message` is for the user. */
export type JobsApi = {
  list: (cursor: string | null) => Promise<JobPage>
  find: (id: string) => Promise<Job>
  /** Asks a job to stop; one that has ended is left as it is. */
  stop: (id: string) => Promise<Job>
  /** Removes a job that has ended; one that has not is asked to stop, and answered. */
  remove: (id: string) => Promise<Job | undefined>
  refresh: (id: string) => Promise<Job>
}

/** No action rejects: what went wrong is in `problem`, or in `lost`. */
export type JobsState = {
  status: "loading" | "ready" | "failed"
  /** Newest first. */
  items: readonly Job[]
  nextCursor: string | null
  problem: string | null
  /** Why the last look failed: what is shown is from before. Null while the server answers. */
  lost: string | null
  load: () => Promise<void>
  loadMore: () => Promise<void>
  /** How the jobs stand now, with new ones and without those deleted elsewhere. One look at a time; loads the list where it is not there. */
  look: () => Promise<void>
  stop: (id: string) => Promise<void>
  again: (id: string) => Promise<void>
  remove: (id: string) => Promise<void>
  dismissProblem: () => void
}

export type JobsStore = ReturnType<typeof createJobsStore>

export const createJobsStore = (api: JobsApi) =>
  createStore<JobsState>()((set, get) => {
    let looking: Promise<void> | null = null
    let changes = 0 // answers that were asked for before a change are dropped

    const put = (job: Job) => set(({ items }) => ({ items: items.map((known) => (known.id === job.id ? job : known)) }))
    const drop = (id: string) => set(({ items }) => ({ items: items.filter((job) => job.id !== id) }))

    /** Does one thing with a job and shows how it stands after it. */
    const act = async (id: string, what: string, action: () => Promise<Job>) => {
      changes++
      try {
        put(await action())
      } catch (error) {
        if (isGone(error)) drop(id)
        set({ problem: isGone(error) ? "This job was deleted elsewhere." : `${what} ${messageOf(error)}` })
      } finally {
        changes++
      }
    }

    /** Jobs of earlier pages that have not ended; null for one that is gone. */
    const findOlder = async (page: JobPage) => {
      const shown = new Set(page.items.map(({ id }) => id))
      const active = page.nextCursor === null ? [] : get().items.filter((job) => isActive(job) && !shown.has(job.id))
      return new Map(
        await Promise.all(
          active.map(async ({ id }) => {
            const found = await api.find(id).catch((error: unknown) => {
              if (isGone(error)) return null
              throw error
            })
            return [id, found] as const
          }),
        ),
      )
    }

    const lookOnce = async () => {
      if (get().status !== "ready") return get().load()
      const asked = changes
      try {
        const page = await api.list(null)
        const older = await findOlder(page)
        set(({ items, nextCursor }) => ({ lost: null, ...(asked === changes && mergePage({ items, nextCursor }, page, older)) }))
      } catch (error) {
        set({ lost: reasonOf(error) })
      }
    }

    return {
      status: "loading",
      items: [],
      nextCursor: null,
      problem: null,
      lost: null,

      load: async () => {
        try {
          set({ status: "ready", problem: null, lost: null, ...(await api.list(null)) })
        } catch (error) {
          set(({ status }) => (status === "ready" ? { lost: reasonOf(error) } : { status: "failed", problem: messageOf(error) }))
        }
      },

      loadMore: async () => {
        const { nextCursor } = get()
        if (nextCursor === null) return
        try {
          const page = await api.list(nextCursor)
          if (get().nextCursor === nextCursor) set(({ items }) => ({ items: [...items, ...page.items], nextCursor: page.nextCursor }))
        } catch (error) {
          set({ problem: messageOf(error) })
        }
      },

      look: () =>
        (looking ??= lookOnce().finally(() => {
          looking = null
        })),

      stop: (id) => act(id, "The job could not be stopped.", () => api.stop(id)),
      again: (id) => act(id, "The job could not be run again.", () => api.refresh(id)),

      remove: async (id) => {
        changes++
        try {
          const kept = await api.remove(id)
          if (kept) {
            put(kept)
            set({ problem: "The job was run again meanwhile, so it is stopped, not deleted. Delete it once it has stopped." })
          } else drop(id)
        } catch (error) {
          if (isGone(error)) drop(id)
          else set({ problem: `The job was not deleted. ${messageOf(error)}` })
        } finally {
          changes++
        }
      },

      dismissProblem: () => set({ problem: null }),
    }
  })

const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404

const reasonOf = (error: unknown): string => (error instanceof TypeError ? "The server does not answer." : messageOf(error))

function messageOf(error: unknown): string {
  if (error instanceof TypeError) return "The server did not answer. Check that it is running and try again."
  return error instanceof Error && error.message !== "" ? error.message : "Something went wrong. Try again."
}
