import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { renderPlanSet } from './render-plan-set.service.ts';

export const renderPlanSetJob = defineJob({
  name: 'plan_sets.render',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ export_id: z.uuid() }),
  time_limit_seconds: 900,
  run: (context, { export_id }) => renderPlanSet(context, export_id),
});
