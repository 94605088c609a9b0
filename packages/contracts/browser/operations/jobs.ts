// Generated from src by scripts/browser.ts. Do not edit.
export const JobState = {"options":["waiting","scheduled","running","retrying","finished","dead","discarded"]};
export const QueueName = {"options":["critical","default","low","maintenance"]};
export const discardJob = {"name":"operations.discard_job","method":"POST","path":"/admin/operations/jobs/{id}/discard"};
export const getAnyJob = {"name":"operations.job","method":"GET","path":"/admin/operations/jobs/{id}"};
export const getJob = {"name":"jobs.get","method":"GET","path":"/admin/jobs/{id}"};
export const listAllJobs = {"name":"operations.jobs","method":"GET","path":"/admin/operations/jobs"};
export const listJobSchedules = {"name":"operations.job_schedules","method":"GET","path":"/admin/operations/job_schedules"};
export const listJobs = {"name":"jobs.list","method":"GET","path":"/admin/jobs"};
export const listQueues = {"name":"operations.queues","method":"GET","path":"/admin/operations/queues"};
export const replayJobs = {"name":"operations.replay_jobs","method":"POST","path":"/admin/operations/jobs/replay"};
export const retryJob = {"name":"jobs.retry","method":"POST","path":"/admin/jobs/{id}/retry"};
