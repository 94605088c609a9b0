import type { Transaction } from '@k12/db';
import type { Context } from '../context.ts';

/** What happened, by ids; whoever wants more reads the record. */
export interface DomainEvent {
  id: string;
  name: string;
  payload: Record<string, string | number | boolean | null>;
  occurred_at: string;
}

export interface Subscriber {
  /** The event, for example `school.created`. */
  event: string;
  /** `feature.purpose`; tells the subscribers of one event apart, and stays the same for ever. */
  name: string;
  /**
   * Runs after the change was committed, in a transaction of its own that also notes the delivery: what it writes
   * happens once. What leaves the database belongs into a job that the handler queues with this transaction.
   */
  handle: (tx: Transaction, context: Context, event: DomainEvent) => Promise<void>;
}

export function on(event: string, name: string, handle: Subscriber['handle']): Subscriber {
  return { event, name, handle };
}

/** Who listens to what; filled from features.ts when a process starts. */
export function createEventSubscribers() {
  const byName = new Map<string, Subscriber>();
  return {
    register(subscribers: readonly Subscriber[]): void {
      for (const subscriber of subscribers) {
        const known = byName.get(subscriber.name);
        if (known && known !== subscriber) throw new Error(`Two subscribers are named ${subscriber.name}`);
        byName.set(subscriber.name, subscriber);
      }
    },
    of: (event: string): Subscriber[] =>
      [...byName.values()].filter((subscriber) => subscriber.event === event),
    named: (name: string): Subscriber | undefined => byName.get(name),
  };
}

export type EventSubscribers = ReturnType<typeof createEventSubscribers>;
