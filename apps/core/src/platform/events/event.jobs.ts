import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';
import { deliverEvent } from './deliver-event.ts';

export const deliverEventJob = defineJob({
  name: 'events.deliver',
  version: 1,
  queue: 'default',
  schema: z.strictObject({ event_id: z.uuid(), subscriber: z.string().regex(/^[a-z_.]+$/) }),
  first_retry_seconds: 5,
  run: deliverEvent,
});
