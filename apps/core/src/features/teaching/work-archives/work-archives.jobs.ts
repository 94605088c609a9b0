import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.ts';
import { makeArchive } from './make-archive.service.ts';

export const makeArchiveJob = defineJob({
  name: 'work_archives.make',
  version: 1,
  queue: 'low',
  schema: z.strictObject({ archive_id: z.uuid() }),
  tries: 3,
  time_limit_seconds: 1_800,
  run: (context, { archive_id }, { attempt, signal }) =>
    makeArchive(context, archive_id, { is_last: attempt >= 3, signal }),
});
