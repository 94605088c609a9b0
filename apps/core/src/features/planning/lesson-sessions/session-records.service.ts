import type { LessonSession } from '@k12/contracts/planning/lesson-sessions';
import { newId, type Transaction } from '@k12/db';
import type { ProposedSession } from '@k12/plan-content/propose-sessions';
import type { Context } from '../../../platform/context.ts';
import { type PlanCondition, readablePlans } from '../plans/plans.access.service.ts';
import * as queries from './lesson-sessions.queries.ts';

export type { SessionRow } from './lesson-sessions.queries.ts';

/** For other features: sessions of lessons the caller may read. */
export async function loadSessions(
  tx: Transaction,
  context: Context,
  filter: queries.SessionFilter,
): Promise<queries.SessionRow[]> {
  for (const ids of [filter.ids, filter.course_ids, filter.section_ids, filter.placement_ids]) {
    if (ids?.length === 0) return [];
  }
  return queries.listSessions(tx, readablePlans(context.actor, 'lesson'), filter);
}

/** For students and guardians: the meetings themselves, of sections already known to be theirs. */
export function loadSessionsOfSections(
  tx: Transaction,
  filter: queries.SessionFilter & { section_ids: string[] },
) {
  if (filter.section_ids.length === 0) return Promise.resolve([]);
  return queries.listSessions(tx, null, filter);
}

/** For substitutes: sessions of lessons that a condition other than the caller's own rights lets through. */
export function loadSessionsWhere(
  tx: Transaction,
  readable: PlanCondition,
  filter: queries.SessionFilter & { section_ids: string[] },
): Promise<queries.SessionRow[]> {
  if (filter.section_ids.length === 0) return Promise.resolve([]);
  return queries.listSessions(tx, readable, filter);
}

export function listTaughtLessons(tx: Transaction, placementId: string) {
  return queries.listTaughtLessons(tx, placementId);
}

/** For placements: the lessons of a unit on consecutive meetings of each section (PLN-111). */
export async function createProposedSessions(
  tx: Transaction,
  { actor, platform }: Context,
  placed: {
    placement_id: string;
    pinned_version_id: null;
    sections: readonly { section_id: string; sessions: readonly ProposedSession[] }[];
  },
): Promise<void> {
  const created_at = platform.clock.now().toISOString();
  const created_by = actor.user_id ?? '';
  const rows = placed.sections.flatMap(({ section_id, sessions }) =>
    sessions.map((session, position) => ({
      id: newId(),
      lesson_plan_id: session.lesson_plan_id,
      section_id,
      placement_id: placed.placement_id,
      meeting_on: session.day,
      starts_at: session.starts_at,
      ends_at: session.ends_at,
      position,
      pinned_version_id: placed.pinned_version_id,
      follow_latest: true,
      created_by,
      created_at,
    })),
  );
  await queries.createSessions(tx, rows);
}

export function cancelSessions(
  tx: Transaction,
  { actor, platform }: Context,
  filter: { placement_id: string },
) {
  const by = { updated_by: actor.user_id ?? '', updated_at: platform.clock.now().toISOString() };
  return queries.cancelSessions(tx, filter, by);
}

/** A taught session keeps its version; one to come follows the plan while it is told to (PLN-118). */
export function shownVersionOf(row: queries.SessionRow): string | null {
  if (row.state === 'taught' || !row.follow_latest) return row.pinned_version_id;
  return row.published_version_id;
}

export function presentSession(row: queries.SessionRow, canUpdate: boolean): LessonSession {
  return {
    ...row,
    state: row.state as LessonSession['state'],
    starts_at: row.starts_at?.slice(0, 5) ?? null,
    ends_at: row.ends_at?.slice(0, 5) ?? null,
    shown_version_id: shownVersionOf(row),
    can: { update: canUpdate },
  };
}
