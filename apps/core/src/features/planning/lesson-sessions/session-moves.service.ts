import type { MovedSession } from '@k12/contracts/planning/schedule-changes';
import type { Transaction } from '@k12/db';
import { type Bump, type BumpOptions, bumpSessions } from '@k12/plan-content/bump';
import { indexOnOrAfter } from '@k12/plan-content/school-dates';
import type { SectionMeeting } from '@k12/plan-content/section-meetings';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import type { ChangedRecord } from '../schedule/schedule-changes.service.ts';
import * as queries from './lesson-sessions.queries.ts';

/** A move with what is needed to do it and to take it back. */
export interface PlannedMove extends MovedSession {
  starts_at: string | null;
  ends_at: string | null;
  before: { meeting_on: string; starts_at: string | null; ends_at: string | null };
  lock_version: number;
}

export interface PlannedMoves {
  moved: PlannedMove[];
  unplaced: queries.SessionRow[];
}

type Meetings = ReadonlyMap<string, SectionMeeting[]>;

/** Moves sessions of each section by its own meetings. */
export function planBump(
  rows: readonly queries.SessionRow[],
  meetings: Meetings,
  optionsOf: (sectionId: string) => BumpOptions | undefined,
): PlannedMoves {
  const planned: PlannedMoves = { moved: [], unplaced: [] };
  for (const sectionId of new Set(rows.map(({ section_id }) => section_id))) {
    const options = optionsOf(sectionId);
    if (!options) continue;
    const own = rows.filter(({ section_id }) => section_id === sectionId);
    addTo(planned, own, bumpSessions(own.map(asSession), meetings.get(sectionId) ?? [], options));
  }
  return planned;
}

/** Sessions of moved units go along: by as many meetings as lie between the old start and the new one. */
export async function planSessionMoves(
  tx: Transaction,
  move: {
    placements: readonly { id: string; from: string; to: string }[];
    meetings: Meetings;
    skip: boolean;
  },
): Promise<PlannedMoves> {
  const shifted = move.placements.filter(({ from, to }) => from !== to);
  if (move.skip || shifted.length === 0) return { moved: [], unplaced: [] };
  const rows = await queries.listSessions(tx, null, { placement_ids: shifted.map(({ id }) => id) });
  const planned: PlannedMoves = { moved: [], unplaced: [] };
  for (const { id, from, to } of shifted) {
    const own = rows.filter(({ placement_id }) => placement_id === id);
    const part = planBump(own, move.meetings, (sectionId) => {
      const slots = move.meetings.get(sectionId) ?? [];
      const meetings = indexOnOrAfter(slots, to) - indexOnOrAfter(slots, from);
      return meetings === 0 ? undefined : { from: '', meetings };
    });
    planned.moved.push(...part.moved);
    planned.unplaced.push(...part.unplaced);
  }
  return planned;
}

/** Writes the moves; a session that changed since it was read stops them all (PLN-114). */
export async function applySessionMoves(
  tx: Transaction,
  { actor, platform }: Context,
  moves: readonly PlannedMove[],
): Promise<ChangedRecord[]> {
  const by = { updated_by: actor.user_id ?? '', updated_at: platform.clock.now().toISOString() };
  const records: ChangedRecord[] = [];
  for (const move of moves) {
    const slot = { meeting_on: move.to_on, starts_at: move.starts_at, ends_at: move.ends_at };
    const lock_version = await queries.updateSession(tx, move.session_id, move.lock_version, {
      ...slot,
      ...by,
    });
    if (lock_version === undefined) throw new Problem('version_conflict');
    const { session_id: id, lesson_title: title, before } = move;
    records.push({ type: 'session', id, title, before, lock_version });
  }
  return records;
}

function asSession(row: queries.SessionRow) {
  return {
    id: row.id,
    lesson_plan_id: row.lesson_plan_id,
    day: row.meeting_on,
    starts_at: row.starts_at?.slice(0, 5) ?? null,
    state: row.state,
  };
}

function addTo(planned: PlannedMoves, rows: readonly queries.SessionRow[], bump: Bump): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, to, shares } of bump.moved) {
    const row = byId.get(id);
    if (!row) continue;
    planned.moved.push({
      session_id: id,
      lesson_plan_id: row.lesson_plan_id,
      lesson_title: row.title,
      section_id: row.section_id,
      section_name: row.section_name,
      from_on: row.meeting_on,
      to_on: to.day,
      shares,
      starts_at: to.starts_at,
      ends_at: to.ends_at,
      before: { meeting_on: row.meeting_on, starts_at: row.starts_at, ends_at: row.ends_at },
      lock_version: row.lock_version,
    });
  }
  for (const id of bump.unplaced) {
    const row = byId.get(id);
    if (row) planned.unplaced.push(row);
  }
}
