import { z } from 'zod';

/** What travels with a payload: enough to restore who it is for, and to find the request that caused it (OPS-151). */
export const Envelope = z.object({
  kind: z.string(),
  version: z.int(),
  tenant_id: z.uuid().nullable(),
  request_id: z.string(),
  /** The person who pressed the button; null for work the system started by itself (OPS-106). */
  started_by: z.uuid().nullable(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;
