import type {
  LessonSession,
  SessionCreate,
  SessionQuery,
  SessionUpdate,
} from '@k12/contracts/planning/lesson-sessions';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import {
  canPlan,
  coursesInReach,
  selectReadableCourse,
} from '../../teaching/courses/course-access.service.ts';
import { loadSections } from '../../teaching/courses/section-records.service.ts';
import { readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './lesson-sessions.queries.ts';
import { loadSessions, presentSession } from './session-records.service.ts';

export async function listSessions(context: Context, query: SessionQuery) {
  const { cursor, limit, course_id, section_id, placement_id, mine, ...rest } = query;
  const after = decodeCursor(cursor, 4);
  return context.readTenant(async (tx) => {
    const courses = await coursesInReach(tx, context, 'lesson_plans.read', { mine });
    const plannable = new Set(courses.filter((course) => canPlan(context.actor, course)).map(({ id }) => id));
    const rows = await loadSessions(tx, context, {
      ...rest,
      course_ids: courses.map(({ id }) => id).filter((id) => !course_id || id === course_id),
      ...(section_id ? { section_ids: [section_id] } : {}),
      ...(placement_id ? { placement_ids: [placement_id] } : {}),
      limit: limit + 1,
      after,
    });
    return pageOf(
      rows,
      limit,
      (row) => presentSession(row, plannable.has(row.course_id)),
      (row) => [row.meeting_on, row.starts_at ?? '00:00', row.position, row.id],
    );
  });
}

export async function getSession(context: Context, id: string): Promise<LessonSession> {
  return context.readTenant((tx) => presentById(tx, context, id));
}

async function presentById(tx: Transaction, context: Context, id: string): Promise<LessonSession> {
  const { session, course } = await selectSession(tx, context, id);
  return presentSession(session, canPlan(context.actor, course));
}

async function selectSession(tx: Transaction, context: Context, id: string) {
  const [session] = await loadSessions(tx, context, { ids: [id] });
  if (!session) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, session.course_id, 'lesson_plans.read');
  return { session, course };
}

export async function createSession(context: Context, input: SessionCreate): Promise<LessonSession> {
  const { actor, platform } = context;
  return context.withTenant(async (tx) => {
    const [section] = await loadSections(tx, { ids: [input.section_id] });
    if (!section) throw new Problem('not_found');
    const course = await selectReadableCourse(tx, context, section.course_id, 'lesson_plans.read');
    authorize(canPlan(actor, course), 'lesson_plans.update');
    const year = await selectOpenYear(tx, course.academic_year_id);
    requireInYear(input.meeting_on, year);
    const { plan } = await selectReadablePlan(tx, actor, input.lesson_plan_id, 'lesson');
    if (plan.school_id !== null && plan.school_id !== course.school_id) {
      throw invalid('/lesson_plan_id', 'school_mismatch', 'This lesson belongs to another school.');
    }
    const id = newId();
    const row = {
      id,
      lesson_plan_id: plan.id,
      section_id: section.id,
      placement_id: null,
      meeting_on: input.meeting_on,
      starts_at: input.starts_at ?? null,
      ends_at: input.ends_at ?? null,
      position: 0,
      pinned_version_id: plan.published_version_id,
      follow_latest: input.follow_latest ?? true,
      created_by: actor.user_id ?? '',
      created_at: platform.clock.now().toISOString(),
    };
    await queries.createSessions(tx, [row]);
    await audit(tx, context, 'lesson_session.created', id, course.school_id);
    return presentById(tx, context, id);
  });
}

/** Marking taught records the day, who, and the version that was shown (PLN-119). */
export async function updateSession(
  context: Context,
  id: string,
  input: SessionUpdate,
): Promise<LessonSession> {
  const { lock_version, carry_over, ...changes } = input;
  return context.withTenant(async (tx) => {
    const session = await selectForChange(tx, context, id);
    if (changes.meeting_on) {
      requireInYear(changes.meeting_on, await selectOpenYear(tx, session.academic_year_id));
    }
    const by = stamp(context);
    const taught =
      changes.state && changes.state !== session.state ? taughtFields(session, changes.state, by) : {};
    const done = await queries.updateSession(tx, id, lock_version, { ...changes, ...taught, ...by });
    if (done === undefined) {
      throw new Problem('version_conflict', { current: await presentById(tx, context, id) });
    }
    if (carry_over && changes.not_reached) await carryOver(tx, session, changes.not_reached, by);
    if (changes.state && changes.state !== session.state) {
      await audit(tx, context, `lesson_session.${changes.state}`, id, session.school_id);
      if (changes.state === 'taught') {
        const version = session.published_version_id;
        await publishEvent(tx, context, 'lesson_session.taught', {
          lesson_session_id: id,
          version_id: version,
        });
      }
    }
    return presentById(tx, context, id);
  });
}

function taughtFields(session: queries.SessionRow, state: string, by: ReturnType<typeof stamp>) {
  if (state !== 'taught') return { taught_at: null, taught_by: null };
  const pinned = session.follow_latest ? session.published_version_id : session.pinned_version_id;
  return { taught_at: by.updated_at, taught_by: by.updated_by, pinned_version_id: pinned };
}

/** What was not reached goes to the next scheduled session of the section. */
async function carryOver(
  tx: Transaction,
  session: queries.SessionRow,
  text: string,
  by: ReturnType<typeof stamp>,
): Promise<void> {
  const rows = await queries.listSessions(tx, null, {
    section_ids: [session.section_id],
    from: session.meeting_on,
    limit: 50,
  });
  const at = rows.findIndex(({ id }) => id === session.id);
  const next = rows.slice(at + 1).find(({ state }) => state === 'scheduled');
  if (next) await queries.updateSession(tx, next.id, next.lock_version, { carried_over: text, ...by });
}

export async function deleteSession(context: Context, id: string, lockVersion: number): Promise<void> {
  await context.withTenant(async (tx) => {
    const session = await selectForChange(tx, context, id);
    if (session.state === 'taught') {
      throw new Problem('conflict', { detail: 'A taught session is a record and stays.' });
    }
    const by = stamp(context);
    const changes = { deleted_at: by.updated_at, ...by };
    if ((await queries.updateSession(tx, id, lockVersion, changes)) === undefined) {
      throw new Problem('version_conflict', { current: await presentById(tx, context, id) });
    }
    await audit(tx, context, 'lesson_session.deleted', id, session.school_id);
  });
}

/** Lessons that wait to be put on the calendar, of the sections one plans. */
export async function listUnscheduled(context: Context, courseId: string | undefined) {
  return context.readTenant(async (tx) => {
    const courses = await coursesInReach(tx, context, 'lesson_plans.read', { mine: true });
    const ids = courses.map(({ id }) => id).filter((id) => !courseId || id === courseId);
    if (ids.length === 0) return { data: [] };
    const readable = readablePlans(context.actor, 'lesson');
    return { data: await queries.listUnscheduled(tx, readable, ids) };
  });
}

/** Loads for a change: readable, allowed, and the year open. */
export async function selectForChange(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<queries.SessionRow> {
  const { session, course } = await selectSession(tx, context, id);
  authorize(canPlan(context.actor, course), 'lesson_plans.update');
  await selectOpenYear(tx, course.academic_year_id);
  return session;
}

function stamp({ actor, platform }: Context) {
  return { updated_by: actor.user_id ?? '', updated_at: platform.clock.now().toISOString() };
}

function requireInYear(day: string, year: { name: string; starts_on: string; ends_on: string }): void {
  if (day >= year.starts_on && day <= year.ends_on) return;
  throw invalid('/meeting_on', 'outside_year', `Must lie inside ${year.name}.`);
}

function audit(tx: Transaction, context: Context, action: string, id: string, school_id: string) {
  return recordAudit(tx, context, { action, target_type: 'lesson_session', target_id: id, school_id });
}
