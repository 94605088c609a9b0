import {
  discardJob,
  getAnyJob,
  getJob,
  listAllJobs,
  listJobSchedules,
  listJobs,
  listQueues,
  replayJobs,
  retryJob,
} from '@k12/contracts/operations/jobs';
import { route } from '../../../platform/http/route.ts';
import * as operators from './jobs.operators.service.ts';
import * as service from './jobs.service.ts';

export const jobsRoutes = [
  route(listJobs, ({ context, query }) => service.listJobs(context, query)),
  route(getJob, ({ context, params }) => service.getJob(context, params.id)),
  route(retryJob, ({ context, params }) => service.retryJob(context, params.id)),
  route(listAllJobs, ({ context, query }) => operators.listAllJobs(context, query)),
  route(getAnyJob, ({ context, params }) => operators.getAnyJob(context, params.id)),
  route(discardJob, ({ context, params, body }) => operators.discardJob(context, params.id, body.reason)),
  route(replayJobs, ({ context, body }) => operators.replayJobs(context, body)),
  route(listQueues, ({ context }) => operators.listQueues(context)),
  route(listJobSchedules, ({ context }) => operators.listJobSchedules(context)),
];
