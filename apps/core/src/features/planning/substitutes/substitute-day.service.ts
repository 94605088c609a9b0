import type { SubstituteDay, SubstituteSession, Substitution } from '@k12/contracts/planning/substitutions';
import type { Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import { loadSessionsWhere, type SessionRow } from '../lesson-sessions/session-records.service.ts';
import { type PlanCondition, plansReadBy } from '../plans/plans.access.service.ts';
import * as queries from './substitutes.queries.ts';
import { adjoiningDays, dayToShow, type Placed, withAdjoining } from './substitutes.rules.ts';
import { selectSubstitution } from './substitution-access.service.ts';

/** Whose lessons on which days: a substitution, or one's own day. */
export interface Cover {
  school_id: string;
  teacher_id: string;
  section_ids: string[];
}

export async function getSubstituteDay(
  context: Context,
  id: string,
  asked: string | undefined,
): Promise<SubstituteDay> {
  return context.readTenant(async (tx) => {
    const { substitution, cover, on } = await selectOpenCover(tx, context, id, asked);
    const sessions = await sessionsOf(tx, cover, on, on);
    const resources = await queries.listOpenResources(tx, lessonsOf(sessions), cover.school_id);
    return { substitution, on, sessions: sessions.map((session) => present(session, resources)) };
  });
}

/** Only what hangs on a lesson of these days, and only while the plans themselves are open (PLN-126). */
export async function openSubstituteFile(context: Context, id: string, resourceId: string) {
  const fileId = await context.readTenant(async (tx) => {
    const { substitution, cover } = await selectOpenCover(tx, context, id, undefined);
    const sessions = await sessionsOf(tx, cover, substitution.starts_on, substitution.ends_on);
    const resources = await queries.listOpenResources(tx, lessonsOf(sessions), cover.school_id);
    const file = resources.find((one) => one.id === resourceId)?.file_id;
    if (!file) throw new Problem('not_found');
    return file;
  });
  return openStoredFile(context, fileId);
}

/** Told that it is coming is not let in: what is inside opens with its first day to prepare. */
export async function selectOpenCover(
  tx: Transaction,
  context: Context,
  id: string,
  asked: string | undefined,
): Promise<{ substitution: Substitution; cover: Cover; on: string }> {
  const { row, substitution, today } = await selectSubstitution(tx, context, id);
  if (!substitution.can.arrange && substitution.state !== 'open') throw new Problem('not_found');
  const on = asked ?? dayToShow(row, today);
  if (on < row.starts_on || on > row.ends_on) {
    throw invalid('/on', 'outside', 'Not one of the days that are covered.');
  }
  // A section that the teacher has given up since is no longer theirs to show.
  const named = substitution.sections.map((section) => section.id);
  const taught = await queries.listTaughtSections(tx, row.teacher_id, today, named);
  const cover = {
    school_id: row.school_id,
    teacher_id: row.teacher_id,
    section_ids: taught.filter(({ school_id }) => school_id === row.school_id).map((section) => section.id),
  };
  return { substitution, cover, on };
}

export function readableIn({ teacher_id, school_id }: Cover): PlanCondition {
  return plansReadBy({ user_id: teacher_id, school_id }, 'lesson');
}

/** Lessons of the days with those before and after; what was skipped is no lesson of the day. */
export async function sessionsOf(
  tx: Transaction,
  cover: Cover,
  from: string,
  to: string,
): Promise<Placed<SessionRow>[]> {
  if (cover.section_ids.length === 0) return [];
  const around = { from: addDays(from, -adjoiningDays), to: addDays(to, adjoiningDays) };
  const rows = await loadSessionsWhere(tx, readableIn(cover), {
    section_ids: cover.section_ids,
    ...around,
  });
  return withAdjoining(
    rows.filter(({ state }) => state !== 'skipped'),
    from,
    to,
  );
}

function lessonsOf(sessions: readonly SessionRow[]): string[] {
  return [...new Set(sessions.map(({ lesson_plan_id }) => lesson_plan_id))];
}

function present(
  session: Placed<SessionRow>,
  resources: Awaited<ReturnType<typeof queries.listOpenResources>>,
): SubstituteSession {
  return {
    ...session,
    starts_at: session.starts_at?.slice(0, 5) ?? null,
    ends_at: session.ends_at?.slice(0, 5) ?? null,
    resources: resources
      .filter(({ lesson_plan_id }) => lesson_plan_id === session.lesson_plan_id)
      .map(({ id, title, kind, url, caption }) => ({ id, title, kind, url, caption: caption ?? '' })),
  };
}
