import { daysLater } from '../../../platform/clock.ts';

/** How long what was deleted from a course, and an act on many things of it, can be taken back (TCH-05, TCH-185). */
const daysKept = 30;

/** What was deleted before is gone for good. */
export function binSince(now: Date): string {
  return daysLater(now, -daysKept);
}

export function isGone(deletedAt: string | null, now: Date): boolean {
  return Date.parse(deletedAt ?? '') < Date.parse(binSince(now));
}

/** Until when what is deleted or changed now comes back. */
export function binUntil(now: Date): string {
  return daysLater(now, daysKept);
}
