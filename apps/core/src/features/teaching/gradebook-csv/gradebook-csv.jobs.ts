import { z } from 'zod';
import { purgeMadeFiles } from '../../../platform/files/made-files.ts';
import { defineJob, defineSystemJob } from '../../../platform/jobs/define-job.ts';
import { forEachTenant } from '../../../platform/jobs/for-each-tenant.ts';
import { makeExport } from './make-export.service.ts';

const tries = 3;

/** A sheet of more cells than somebody wants to wait for (TCH-129). */
export const makeExportJob = defineJob({
  name: 'gradebook_exports.make',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ export_id: z.uuid() }),
  tries,
  run: (context, { export_id }, { attempt }) => makeExport(context, export_id, attempt >= tries),
});

/** Copies of grades do not lie around. */
const purgeExportsJob = defineSystemJob({
  name: 'gradebook_exports.purge',
  version: 1,
  queue: 'maintenance',
  schema: z.strictObject({}),
  schedule: { cron: '40 3 * * *' },
  run: (system) =>
    forEachTenant(system, 'gradebook_exports.purge', (context) =>
      purgeMadeFiles(context, 'gradebook_exports'),
    ),
});

export const gradebookCsvJobs = [makeExportJob, purgeExportsJob];
