/** Queues differ in who waits for them: a person at a page, a person later, nobody, the system itself (OPS-100). */
export const queueNames = ['critical', 'default', 'low', 'maintenance'] as const;
export type QueueName = (typeof queueNames)[number];

export interface QueueSettings {
  /** Jobs of this queue that one worker runs at once. */
  slots: number;
  /** How long an idle worker waits before it looks again. Works through a pooler, which LISTEN does not. */
  poll_ms: number;
}

export const queueSettings: Record<QueueName, QueueSettings> = {
  critical: { slots: 8, poll_ms: 500 },
  default: { slots: 8, poll_ms: 1_000 },
  low: { slots: 4, poll_ms: 2_000 },
  maintenance: { slots: 2, poll_ms: 2_000 },
};

/** Jobs of one tenant that run at once in one queue, over all workers (OPS-99). */
export const tenantConcurrency = 4;

export const finishedKeptSeconds = 7 * 86_400;
export const deadKeptSeconds = 90 * 86_400;
/** A job that found no worker for this long is dropped. */
export const waitingKeptSeconds = 14 * 86_400;
