import { z } from 'zod';
import { deleteLiveEventsBefore } from '../../../platform/events/live-rows.ts';
import { defineSystemJob } from '../../../platform/jobs/define-job.ts';

const keptMinutes = 10;

export const notificationsJobs = [
  defineSystemJob({
    name: 'live_events.delete_old',
    version: 1,
    queue: 'maintenance',
    schema: z.strictObject({}),
    schedule: { cron: '*/10 * * * *' },
    run: ({ platform }) => deleteLiveEventsBefore(platform.db, new Date(Date.now() - keptMinutes * 60_000)),
  }),
];
