import { createStore } from "zustand/vanilla"
import { isActive, type Job } from "@/lib/jobs"

/** The server as jobs need it. Every call rejects with an error whose `message` is for the user. */
export type JobsApi = {
  list: (cursor: string | null) => Promise<{ items: readonly Job[]; nextCursor: string | null }>
  find: (id: string) => Promise<Job>
  /** Stops a job that has not ended; removes one that has. */
  remove: (id: string) => Promise<void>
  refresh: (id: string) => Promise<Job>
}

/** No action rejects: what went wrong is in `problem`. */
export type JobsState = {
  status: "loading" | "ready" | "failed"
  /** Newest first. */
  items: readonly Job[]
  nextCursor: string | null
  problem: string | null
  load: () => Promise<void>
  loadMore: () => Promise<void>
  /** Looks at the jobs that have not ended; answers whether there are any left. */
  look: () => Promise<boolean>
  stop: (id: string) => Promise<void>
  again: (id: string) => Promise<void>
  remove: (id: string) => Promise<void>
  dismissProblem: () => void
}

export type JobsStore = ReturnType<typeof createJobsStore>

export const createJobsStore = (api: JobsApi) =>
  createStore<JobsState>()((set, get) => {
    const put = (job: Job) => set(({ items }) => ({ items: items.map((known) => (known.id === job.id ? forward(known, job) : known)) }))
    /** Does one thing with a job and shows how it stands after it. */
    const act = async (id: string, what: string, action: () => Promise<unknown>) => {
      try {
        await action()
        put(await api.find(id))
      } catch (error) {
        set({ problem: `${what} ${messageOf(error)}` })
      }
    }
    return {
      status: "loading",
      items: [],
      nextCursor: null,
      problem: null,

      load: async () => {
        try {
          set({ status: "ready", problem: null, ...(await api.list(null)) })
        } catch (error) {
          set(({ status }) => ({ status: status === "ready" ? "ready" : "failed", problem: messageOf(error) }))
        }
      },

      loadMore: async () => {
        const { nextCursor, items } = get()
        if (nextCursor === null) return
        try {
          const page = await api.list(nextCursor)
          set({ items: [...items, ...page.items], nextCursor: page.nextCursor })
        } catch (error) {
          set({ problem: messageOf(error) })
        }
      },

      look: async () => {
        const active = get().items.filter(isActive)
        const seen = await Promise.allSettled(active.map(({ id }) => api.find(id)))
        for (const each of seen) if (each.status === "fulfilled") put(each.value)
        return get().items.some(isActive)
      },

      stop: (id) => act(id, "The job could not be stopped.", () => api.remove(id)),
      again: (id) => act(id, "The job could not be run again.", () => api.refresh(id)),

      remove: async (id) => {
        try {
          await api.remove(id)
          set(({ items }) => ({ items: items.filter((job) => job.id !== id) }))
        } catch (error) {
          set({ problem: `The job was not deleted. ${messageOf(error)}` })
        }
      },

      dismissProblem: () => set({ problem: null }),
    }
  })

/** The newer state of a job; within an attempt its bar never goes backwards, whatever order answers come in. */
function forward(known: Job, next: Job): Job {
  if (known.attempt !== next.attempt || !next.progress || known.progress?.fraction === null || known.progress === null) return next
  return { ...next, progress: { ...next.progress, fraction: Math.max(known.progress.fraction, next.progress.fraction ?? 0) } }
}

function messageOf(error: unknown): string {
  if (error instanceof TypeError) return "The server did not answer. Check that it is running and try again."
  return error instanceof Error && error.message !== "" ? error.message : "Something went wrong. Try again."
}
