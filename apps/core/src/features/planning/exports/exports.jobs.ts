import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { renderExport } from './render-export.service.ts';

export const renderExportJob = defineJob({
  name: 'plan_exports.render',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ export_id: z.uuid() }),
  time_limit_seconds: 120,
  run: (context, { export_id }) => renderExport(context, export_id),
});
