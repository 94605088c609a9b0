import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { runApply, runPreview } from './run-package-import.service.ts';

const schema = z.strictObject({ import_id: z.uuid() });

export const previewPackageJob = defineJob({
  name: 'plan_packages.preview',
  version: 1,
  queue: 'default',
  schema,
  tries: 3,
  time_limit_seconds: 600,
  run: (context, { import_id }) => runPreview(context, import_id),
});

export const applyPackageJob = defineJob({
  name: 'plan_packages.apply',
  version: 1,
  queue: 'default',
  schema,
  tries: 3,
  time_limit_seconds: 900,
  run: (context, { import_id }) => runApply(context, import_id),
});
