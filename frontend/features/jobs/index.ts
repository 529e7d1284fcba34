export { httpJobsApi } from "./http-jobs-api"
export { JobsPage } from "./jobs-page"
export { createJobsStore, type JobsApi, type JobsStore } from "./state/jobs-store"
