import type { Changes, Database, Transaction } from '@k12/db';
import { expressionBuilder, sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';

const eb = expressionBuilder<Database & { session: Database['lesson_sessions'] }, 'session'>();

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];

export interface SessionFilter {
  ids?: string[] | undefined;
  course_ids?: string[] | undefined;
  section_ids?: string[] | undefined;
  lesson_plan_id?: string | undefined;
  placement_ids?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit?: number | undefined;
  after?: Position;
  /** For feeds: those taken off lately too, so that they can be sent as cancelled. */
  with_deleted_since?: string | undefined;
}

/** Sessions by date, each with its lesson, unit, section and course. The lesson is `plans` of the statement. */
export function listSessions(tx: Transaction, readable: PlanCondition | null, filter: SessionFilter) {
  let rows = tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('plans', 'plans.id', 'session.lesson_plan_id')
    .innerJoin('sections as section', 'section.id', 'session.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .leftJoin('plans as unit', 'unit.id', 'plans.unit_plan_id')
    .leftJoin('unit_placements as placement', 'placement.id', 'session.placement_id')
    .selectAll('session')
    .select([
      'plans.title',
      'plans.unit_plan_id',
      'plans.duration_minutes',
      'plans.published_version_id',
      'plans.deleted_at as plan_deleted_at',
      'unit.title as unit_title',
      'section.name as section_name',
      'section.course_id',
      'course.name as course_name',
      'course.color',
      'course.school_id',
      'course.academic_year_id',
      'placement.ends_on as placement_ends_on',
      locationOf().as('location'),
    ]);
  if (readable) rows = rows.where(readable);
  rows = filter.with_deleted_since
    ? rows.where((eb) =>
        eb.or([
          eb('session.deleted_at', 'is', null),
          eb('session.deleted_at', '>', filter.with_deleted_since ?? ''),
        ]),
      )
    : rows.where('session.deleted_at', 'is', null).where('plans.deleted_at', 'is', null);
  if (filter.ids) rows = rows.where('session.id', 'in', filter.ids);
  if (filter.course_ids) rows = rows.where('section.course_id', 'in', filter.course_ids);
  if (filter.section_ids) rows = rows.where('session.section_id', 'in', filter.section_ids);
  if (filter.lesson_plan_id) rows = rows.where('session.lesson_plan_id', '=', filter.lesson_plan_id);
  if (filter.placement_ids) rows = rows.where('session.placement_id', 'in', filter.placement_ids);
  if (filter.from) rows = rows.where('session.meeting_on', '>=', filter.from);
  if (filter.to) rows = rows.where('session.meeting_on', '<=', filter.to);
  if (filter.limit) rows = rows.limit(filter.limit);
  const startsAt = sql`coalesce(${sql.ref('session.starts_at')}, '00:00')`;
  const keys = ['session.meeting_on', startsAt, 'session.position', 'session.id'] as const;
  return inOrderAfter(rows, keys, filter.after).execute();
}

/** The room of the meeting pattern with the same time. */
function locationOf() {
  return eb
    .selectFrom('section_meetings as meeting')
    .select('meeting.location')
    .whereRef('meeting.section_id', '=', 'session.section_id')
    .whereRef('meeting.starts_at', '=', 'session.starts_at')
    .limit(1);
}

export interface NewSession {
  id: string;
  lesson_plan_id: string;
  section_id: string;
  placement_id: string | null;
  meeting_on: string;
  starts_at: string | null;
  ends_at: string | null;
  position: number;
  pinned_version_id: string | null;
  follow_latest: boolean;
  created_by: string;
  created_at: string;
}

const rowsPerStatement = 400;

export async function createSessions(tx: Transaction, sessions: readonly NewSession[]): Promise<void> {
  for (let at = 0; at < sessions.length; at += rowsPerStatement) {
    const rows = sessions
      .slice(at, at + rowsPerStatement)
      .map((session) => ({ ...session, updated_by: session.created_by, updated_at: session.created_at }));
    await tx.insertInto('lesson_sessions').values(rows).execute();
  }
}

export type SessionChanges = Changes<{
  meeting_on: string;
  starts_at: string | null;
  ends_at: string | null;
  position: number;
  state: 'scheduled' | 'taught' | 'skipped';
  follow_latest: boolean;
  pinned_version_id: string | null;
  taught_at: string | null;
  taught_by: string | null;
  taught_note: string | null;
  not_reached: string | null;
  carried_over: string | null;
  deleted_at: string | null;
}> & { updated_by: string; updated_at: string };

/** The new version number; undefined when the version named is no longer the current one. */
export async function updateSession(
  tx: Transaction,
  id: string,
  lockVersion: number,
  changes: SessionChanges,
): Promise<number | undefined> {
  const row = await tx
    .updateTable('lesson_sessions')
    .set((eb) => ({
      ...changes,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('lock_version')
    .executeTakeFirst();
  return row?.lock_version;
}

/** Sessions to come of a placement go with it. */
export async function cancelSessions(
  tx: Transaction,
  filter: { placement_id: string },
  by: { updated_by: string; updated_at: string },
): Promise<void> {
  await tx
    .updateTable('lesson_sessions')
    .set((eb) => ({
      ...by,
      deleted_at: by.updated_at,
      sequence: eb('sequence', '+', 1),
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('placement_id', '=', filter.placement_id)
    .where('state', '=', 'scheduled')
    .where('deleted_at', 'is', null)
    .execute();
}

export function listTaughtLessons(tx: Transaction, placementId: string) {
  return tx
    .selectFrom('lesson_sessions')
    .select(['section_id', 'lesson_plan_id'])
    .where('placement_id', '=', placementId)
    .where('state', '=', 'taught')
    .where('deleted_at', 'is', null)
    .execute();
}

/** Which sections of a course have which of these lessons before them. */
export function listSectionsOfLessons(tx: Transaction, courseId: string, lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('lesson_sessions as session')
    .innerJoin('sections as section', 'section.id', 'session.section_id')
    .select(['session.lesson_plan_id', 'session.section_id'])
    .distinct()
    .where('section.course_id', '=', courseId)
    .where('session.lesson_plan_id', 'in', [...lessonIds])
    .where('session.deleted_at', 'is', null)
    .execute();
}

/** Bumps of a section go one after the other, or two at once could cross. */
export function lockSections(tx: Transaction, ids: readonly string[]) {
  return tx
    .selectFrom('sections')
    .select(['id', 'course_id', 'name'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Lessons of placed units without a session in a section that the placement is for. */
export function listUnscheduled(tx: Transaction, readable: PlanCondition, courseIds: readonly string[]) {
  return tx
    .selectFrom('unit_placements as placement')
    .innerJoin('courses as course', 'course.id', 'placement.course_id')
    .innerJoin('sections as section', 'section.course_id', 'course.id')
    .innerJoin('plans as unit', 'unit.id', 'placement.unit_plan_id')
    .innerJoin('plans', 'plans.unit_plan_id', 'placement.unit_plan_id')
    .select([
      'plans.id as lesson_plan_id',
      'plans.title',
      'plans.duration_minutes',
      'unit.id as unit_plan_id',
      'unit.title as unit_title',
      'section.id as section_id',
      'section.name as section_name',
      'course.id as course_id',
      'course.name as course_name',
      'course.color',
    ])
    .where('placement.course_id', 'in', courseIds)
    .where('placement.deleted_at', 'is', null)
    .where('plans.kind', '=', 'lesson')
    .where('plans.deleted_at', 'is', null)
    .where('unit.deleted_at', 'is', null)
    .where('section.state', '=', 'active')
    .where(readable)
    .where((eb) =>
      eb.or([
        eb('placement.all_sections', '=', true),
        eb.exists(
          eb
            .selectFrom('placement_sections as link')
            .select('link.section_id')
            .whereRef('link.placement_id', '=', 'placement.id')
            .whereRef('link.section_id', '=', 'section.id'),
        ),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lesson_sessions as session')
            .select('session.id')
            .whereRef('session.lesson_plan_id', '=', 'plans.id')
            .whereRef('session.section_id', '=', 'section.id')
            .where('session.deleted_at', 'is', null),
        ),
      ),
    )
    .orderBy('placement.starts_on')
    .orderBy('section.name')
    .orderBy('plans.position')
    .orderBy('plans.id')
    .limit(200)
    .execute();
}

export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number];

/** Questions of changed days about sections, with how many lessons are concerned. */
export function listProposals(tx: Transaction, filter: { course_ids: readonly string[]; id?: string }) {
  if (filter.course_ids.length === 0) return Promise.resolve([]);
  let rows = tx
    .selectFrom('bump_proposals as proposal')
    .innerJoin('sections as section', 'section.id', 'proposal.section_id')
    .innerJoin('courses as course', 'course.id', 'section.course_id')
    .select([
      'proposal.id',
      'proposal.section_id',
      'section.name as section_name',
      'course.id as course_id',
      'course.name as course_name',
      'proposal.day_on',
      'proposal.reason',
      'proposal.state',
    ])
    .select((eb) =>
      eb
        .selectFrom('lesson_sessions as session')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('session.section_id', '=', 'proposal.section_id')
        .whereRef('session.meeting_on', '>=', 'proposal.day_on')
        .where('session.state', '=', 'scheduled')
        .where('session.deleted_at', 'is', null)
        .as('sessions_count'),
    )
    .where('section.course_id', 'in', filter.course_ids)
    .orderBy('proposal.day_on')
    .orderBy('course.name')
    .orderBy('section.name');
  rows = filter.id
    ? rows.where('proposal.id', '=', filter.id)
    : rows.where('proposal.state', '=', 'proposed');
  return rows.execute();
}

/** False when it has been decided already. */
export async function decideProposal(
  tx: Transaction,
  id: string,
  decision: {
    state: 'accepted' | 'declined';
    decided_by: string;
    decided_at: string;
    schedule_change_id: string | null;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('bump_proposals')
    .set(decision)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
