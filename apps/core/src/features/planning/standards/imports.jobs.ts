import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runApply, runPreview } from './imports.run.service.ts';

const schema = z.strictObject({ import_id: z.uuid() });

export const previewStandardsJob = defineJob({
  name: 'standards.preview_import',
  version: 1,
  queue: 'default',
  schema,
  tries: 3,
  run: (context, { import_id }) => runPreview(context, import_id),
});

export const applyStandardsJob = defineJob({
  name: 'standards.apply_import',
  version: 1,
  queue: 'default',
  schema,
  tries: 3,
  run: (context, { import_id }) => runApply(context, import_id),
});

export const standardsJobs = [previewStandardsJob, applyStandardsJob];
