import type { SubstitutionState } from '@k12/contracts/planning/substitutions';
import { addDays } from '@k12/plan-content/days';

/** A substitute may look some days ahead, to prepare, and not after the last day. */
const daysToPrepare = 7;
/** How far the lesson before or after a day may lie: over the longest break. */
export const adjoiningDays = 45;
export const longestDays = 30;

export interface DatedAccess {
  starts_on: string;
  ends_on: string;
  revoked_at: string | null;
}

export function opensOn({ starts_on }: Pick<DatedAccess, 'starts_on'>): string {
  return addDays(starts_on, -daysToPrepare);
}

export function stateOf(access: DatedAccess, today: string): SubstitutionState {
  if (access.revoked_at !== null) return 'revoked';
  if (today > access.ends_on) return 'ended';
  return today < opensOn(access) ? 'waiting' : 'open';
}

/** The day to show first: today while it lasts, before that the first one. */
export function dayToShow({ starts_on, ends_on }: DatedAccess, today: string): string {
  if (today < starts_on) return starts_on;
  return today > ends_on ? ends_on : today;
}

interface Meeting {
  section_id: string;
  meeting_on: string;
}

type Place = 'before' | 'day' | 'next';
export type Placed<T> = T & { place: Place };

/**
 * Of sessions in their order: those of the days, and of each section the meeting before and the one after. A lesson
 * that shares its meeting with another comes with it.
 */
export function withAdjoining<T extends Meeting>(
  sessions: readonly T[],
  from: string,
  to: string,
): Placed<T>[] {
  const sections = [...new Set(sessions.map(({ section_id }) => section_id))];
  const kept = new Map<T, Place>();
  for (const section of sections) {
    const own = sessions.filter(({ section_id }) => section_id === section);
    const before = own.findLast(({ meeting_on }) => meeting_on < from)?.meeting_on;
    const next = own.find(({ meeting_on }) => meeting_on > to)?.meeting_on;
    for (const session of own) {
      const { meeting_on } = session;
      if (meeting_on >= from && meeting_on <= to) kept.set(session, 'day');
      else if (meeting_on === before) kept.set(session, 'before');
      else if (meeting_on === next) kept.set(session, 'next');
    }
  }
  return sessions.flatMap((session) => {
    const place = kept.get(session);
    return place ? [{ ...session, place }] : [];
  });
}
