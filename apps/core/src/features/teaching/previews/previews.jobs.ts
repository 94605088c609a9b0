import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { convertPreview } from './convert-preview.service.ts';

const tries = 5;

export const convertPreviewJob = defineJob({
  name: 'file_previews.convert',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ file_id: z.uuid() }),
  tries,
  time_limit_seconds: 180,
  run: (context, { file_id }, { attempt, signal }) =>
    convertPreview(context, file_id, { is_last: attempt >= tries, signal }),
});

export const previewsJobs = [convertPreviewJob];
