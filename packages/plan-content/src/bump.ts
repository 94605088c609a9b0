import type { SectionMeeting } from './section-meetings.ts';

export interface SessionOnDay {
  id: string;
  lesson_plan_id: string;
  day: string;
  /** Null where the section has no times. */
  starts_at: string | null;
  state: string;
}

export interface BumpOptions {
  /** Sessions on this day and later move. */
  from: string;
  /** Meetings forward, or back when negative. */
  meetings: number;
  /** Only the sessions of this lesson; otherwise all later ones. */
  lesson_plan_id?: string | undefined;
}

export interface BumpedSession {
  id: string;
  from: { day: string; starts_at: string | null };
  to: { day: string; starts_at: string; ends_at: string };
  /** Another lesson that stays where it is has this meeting already. */
  shares: boolean;
}

export interface Bump {
  moved: BumpedSession[];
  /** Sessions for which no meeting is left before the end of the year, or after its start. */
  unplaced: string[];
}

/**
 * Moves scheduled sessions by meetings of their section (PLN-113). Days without school have no meetings, so the move
 * goes over them. A session on a day that lost its meeting counts as standing between two meetings: one forward is
 * the next. Lessons that shared a meeting still share one; those that did not still do not.
 */
export function bumpSessions(
  sessions: readonly SessionOnDay[],
  meetings: readonly SectionMeeting[],
  options: BumpOptions,
): Bump {
  const order = [...sessions].sort((a, b) => compare(a, b));
  const isMoved = (session: SessionOnDay) =>
    session.state === 'scheduled' &&
    session.day >= options.from &&
    (options.lesson_plan_id === undefined || session.lesson_plan_id === options.lesson_plan_id);
  const staying = new Set(order.filter((session) => !isMoved(session)).map(slotKey));
  const moved: BumpedSession[] = [];
  const unplaced: string[] = [];
  let lastKey = '';
  let lastTarget = Number.NEGATIVE_INFINITY;
  for (const session of order.filter(isMoved)) {
    const target =
      slotKey(session) === lastKey
        ? lastTarget
        : Math.max(targetIndex(session, meetings, options.meetings), lastTarget + 1);
    lastKey = slotKey(session);
    lastTarget = target;
    const meeting = meetings[target];
    if (!meeting) {
      unplaced.push(session.id);
      continue;
    }
    const { day, starts_at, ends_at } = meeting;
    if (day === session.day && starts_at === session.starts_at) continue;
    moved.push({
      id: session.id,
      from: { day: session.day, starts_at: session.starts_at },
      to: { day, starts_at, ends_at },
      shares: staying.has(slotKey({ day, starts_at })),
    });
  }
  return { moved, unplaced };
}

function targetIndex(session: SessionOnDay, meetings: readonly SectionMeeting[], by: number): number {
  const next = meetings.findIndex((meeting) => compare(meeting, session) >= 0);
  const at = next === -1 ? meetings.length : next;
  const meeting = meetings[at];
  if (
    meeting &&
    meeting.day === session.day &&
    (session.starts_at === null || meeting.starts_at === session.starts_at)
  ) {
    return at + by;
  }
  // Between two meetings: the next is one step forward, the one before is one step back.
  return by > 0 ? at + by - 1 : at + by;
}

interface Slot {
  day: string;
  starts_at: string | null;
}

function compare(a: Slot, b: Slot): number {
  return a.day.localeCompare(b.day) || (a.starts_at ?? '').localeCompare(b.starts_at ?? '');
}

function slotKey({ day, starts_at }: Slot): string {
  return `${day} ${starts_at ?? ''}`;
}
