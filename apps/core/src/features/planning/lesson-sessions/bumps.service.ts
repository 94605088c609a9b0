import type { BumpProposal, BumpRequest, BumpResult } from '@k12/contracts/planning/lesson-sessions';
import { newId, type Transaction } from '@k12/db';
import type { SectionMeeting } from '@k12/plan-content/section-meetings';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { carryDates, planCarriedDates } from '../../teaching/assignment-dates/carried-dates.service.ts';
import {
  type CourseRow,
  canPlan,
  coursesInReach,
  selectReadableCourse,
} from '../../teaching/courses/course-access.service.ts';
import { meetingsOfSections } from '../../teaching/courses/section-meetings.service.ts';
import { schoolYears } from '../../teaching/school-days/school-years.service.ts';
import { type ChangedRecord, keepScheduleChange } from '../schedule/schedule-changes.service.ts';
import * as queries from './lesson-sessions.queries.ts';
import { selectForChange } from './lesson-sessions.service.ts';
import { applySessionMoves, type PlannedMove, type PlannedMoves, planBump } from './session-moves.service.ts';

/** Pushes lessons of sections by meetings, in one transaction with one undo, or shows what would move (PLN-113, PLN-114). */
export async function bumpSessions(context: Context, input: BumpRequest): Promise<BumpResult> {
  return context.withTenant(async (tx) => {
    const sections = await lockPlannable(tx, context, input.section_ids);
    const rows = await queries.listSessions(tx, null, { section_ids: input.section_ids });
    const meetings = await meetingsOf(tx, sections);
    const { from, meetings: by, lesson_plan_id } = input;
    const planned = planBump(rows, meetings, () => ({ from, meetings: by, lesson_plan_id }));
    const due = await planDueDates(tx, sections, planned.moved);
    const due_dates = due.flatMap(({ dates }) => dates);
    if (input.dry_run) return { ...present(planned, null), due_dates };
    const records = await applySessionMoves(tx, context, planned.moved);
    if (input.with_due_dates) records.push(...(await moveDueDates(tx, context, due)));
    const change = await finish(tx, context, sections, records);
    if (input.proposal_id) await accept(tx, context, input, change?.id ?? null);
    return { ...present(planned, change), due_dates };
  });
}

/** What is due for the moved lessons, course by course (PLN-186). */
async function planDueDates(
  tx: Transaction,
  sections: readonly PlannableSection[],
  moved: readonly PlannedMove[],
) {
  const courses = new Map(sections.map(({ course }) => [course.id, course]));
  const planned = [];
  for (const course of courses.values()) {
    const own = new Set(sections.filter((one) => one.course.id === course.id).map(({ id }) => id));
    const moves = moved.filter(({ section_id }) => own.has(section_id));
    const lessons = [...new Set(moves.map(({ lesson_plan_id }) => lesson_plan_id))];
    const rows = await queries.listSectionsOfLessons(tx, course.id, lessons);
    const sectionsOf = (lessonId: string) =>
      new Set(rows.filter((row) => row.lesson_plan_id === lessonId).map((row) => row.section_id));
    planned.push({ course, ...(await planCarriedDates(tx, course.id, moves, sectionsOf)) });
  }
  return planned;
}

async function moveDueDates(
  tx: Transaction,
  context: Context,
  due: Awaited<ReturnType<typeof planDueDates>>,
): Promise<ChangedRecord[]> {
  const records: ChangedRecord[] = [];
  for (const { course, changes } of due) {
    await carryDates(tx, context, course, changes);
    for (const { assignment_id: id, title, before, lock_version } of changes) {
      records.push({ type: 'due_date', id, title, before: { lines: JSON.stringify(before) }, lock_version });
    }
  }
  return records;
}

/** The lesson gets a second meeting; what comes after it moves on by one (PLN-116). */
export async function splitSession(context: Context, id: string, lockVersion: number): Promise<BumpResult> {
  return context.withTenant(async (tx) => {
    const { session, sections, rows, meetings } = await selectSlot(tx, context, id, lockVersion);
    const slots = meetings.get(session.section_id) ?? [];
    const next = slots.find(
      (slot) =>
        slot.day > session.meeting_on ||
        (slot.day === session.meeting_on && slot.starts_at > (session.starts_at?.slice(0, 5) ?? '')),
    );
    if (!next) throw new Problem('conflict', { detail: 'The year has no meeting left for this section.' });
    const later = rows.filter((row) => row.id !== session.id && isAfter(row, session));
    const isTaken = later.some(({ meeting_on }) => meeting_on === next.day);
    const planned = isTaken
      ? planBump(later, meetings, () => ({ from: session.meeting_on, meetings: 1 }))
      : { moved: [], unplaced: [] };
    const records = await applySessionMoves(tx, context, planned.moved);
    const second = newId();
    await queries.createSessions(tx, [
      {
        id: second,
        lesson_plan_id: session.lesson_plan_id,
        section_id: session.section_id,
        placement_id: session.placement_id,
        meeting_on: next.day,
        starts_at: next.starts_at,
        ends_at: next.ends_at,
        position: session.position,
        pinned_version_id: session.pinned_version_id,
        follow_latest: session.follow_latest,
        created_by: context.actor.user_id ?? '',
        created_at: context.platform.clock.now().toISOString(),
      },
    ]);
    const added: ChangedRecord = {
      type: 'session',
      id: second,
      title: session.title,
      before: { deleted_at: 'never there' },
      lock_version: 0,
    };
    return present(planned, await finish(tx, context, sections, [...records, added]));
  });
}

/** The next lesson joins this meeting; what comes after it moves back by one (PLN-116). */
export async function mergeSession(context: Context, id: string, lockVersion: number): Promise<BumpResult> {
  return context.withTenant(async (tx) => {
    const { session, sections, rows, meetings } = await selectSlot(tx, context, id, lockVersion);
    const later = rows.filter(
      (row) => row.id !== session.id && isAfter(row, session) && row.state === 'scheduled',
    );
    const [next] = later;
    if (!next) throw new Problem('conflict', { detail: 'There is no later lesson in this section.' });
    const rest = later.filter(({ id: other }) => other !== next.id);
    const planned = planBump(rest, meetings, () => ({ from: next.meeting_on, meetings: -1 }));
    const joined = {
      session_id: next.id,
      lesson_plan_id: next.lesson_plan_id,
      lesson_title: next.title,
      section_id: next.section_id,
      section_name: next.section_name,
      from_on: next.meeting_on,
      to_on: session.meeting_on,
      shares: true,
      starts_at: session.starts_at,
      ends_at: session.ends_at,
      before: { meeting_on: next.meeting_on, starts_at: next.starts_at, ends_at: next.ends_at },
      lock_version: next.lock_version,
    };
    const moved = [joined, ...planned.moved];
    const records = await applySessionMoves(tx, context, moved);
    return present({ ...planned, moved }, await finish(tx, context, sections, records));
  });
}

async function selectSlot(tx: Transaction, context: Context, id: string, lockVersion: number) {
  const session = await selectForChange(tx, context, id);
  if (session.lock_version !== lockVersion) throw new Problem('version_conflict');
  const sections = await lockPlannable(tx, context, [session.section_id]);
  const rows = await queries.listSessions(tx, null, { section_ids: [session.section_id] });
  return { session, sections, rows, meetings: await meetingsOf(tx, sections) };
}

function isAfter(row: queries.SessionRow, other: queries.SessionRow): boolean {
  const place = ({ meeting_on, starts_at }: queries.SessionRow) => `${meeting_on} ${starts_at ?? ''}`;
  return place(row) > place(other);
}

interface PlannableSection {
  id: string;
  course: CourseRow;
}

/** Every section must be one whose lessons the caller may move. */
async function lockPlannable(
  tx: Transaction,
  context: Context,
  ids: readonly string[],
): Promise<PlannableSection[]> {
  const locked = await queries.lockSections(tx, [...new Set(ids)]);
  if (locked.length < new Set(ids).size) throw new Problem('not_found');
  const courses = new Map<string, CourseRow>();
  for (const course_id of new Set(locked.map((section) => section.course_id))) {
    const course = await selectReadableCourse(tx, context, course_id, 'lesson_plans.read');
    authorize(canPlan(context.actor, course), 'lesson_plans.update');
    await selectOpenYear(tx, course.academic_year_id);
    courses.set(course_id, course);
  }
  return locked.flatMap(({ id, course_id }) => {
    const course = courses.get(course_id);
    return course ? [{ id, course }] : [];
  });
}

async function meetingsOf(tx: Transaction, sections: readonly PlannableSection[]) {
  const [first] = sections;
  if (!first) return new Map<string, SectionMeeting[]>();
  const places = sections.map(({ id, course }) => ({ id, school_id: course.school_id }));
  const schools = places.map(({ school_id }) => school_id);
  const years = await schoolYears(tx, schools, first.course.academic_year_id);
  return meetingsOfSections(tx, places, years);
}

async function finish(
  tx: Transaction,
  context: Context,
  sections: readonly PlannableSection[],
  changes: ChangedRecord[],
) {
  const [first] = sections;
  if (changes.length === 0 || !first) return null;
  const { id, school_id } = first.course;
  await recordAudit(tx, context, {
    action: 'lesson_session.bumped',
    target_type: 'course',
    target_id: id,
    school_id,
    changes: { sessions: changes.length },
  });
  await publishEvent(tx, context, 'schedule.changed', { course_id: id });
  return keepScheduleChange(tx, context, { kind: 'bump', course_id: id, changes });
}

function present(planned: PlannedMoves, change: BumpResult['change']): BumpResult {
  const unplaced = planned.unplaced.map((row) => ({
    session_id: row.id,
    lesson_title: row.title,
    section_name: row.section_name,
  }));
  return { moved: planned.moved, due_dates: [], unplaced, change };
}

/** Open questions about sections the caller teaches (PLN-115, PLN-125). */
export async function listBumpProposals(context: Context): Promise<{ data: BumpProposal[] }> {
  return context.readTenant(async (tx) => {
    const courses = await coursesInReach(tx, context, 'lesson_plans.read', { mine: true });
    const rows = await queries.listProposals(tx, { course_ids: courses.map(({ id }) => id) });
    return { data: rows.map(presentProposal) };
  });
}

export async function declineBumpProposal(context: Context, id: string): Promise<BumpProposal> {
  return context.withTenant(async (tx) => {
    const proposal = await selectProposal(tx, context, id);
    await queries.decideProposal(tx, id, decision(context, 'declined', null));
    return presentProposal({
      ...proposal,
      state: proposal.state === 'proposed' ? 'declined' : proposal.state,
    });
  });
}

async function accept(tx: Transaction, context: Context, input: BumpRequest, changeId: string | null) {
  const proposal = await selectProposal(tx, context, input.proposal_id ?? '');
  if (!input.section_ids.includes(proposal.section_id)) throw new Problem('not_found');
  await queries.decideProposal(tx, proposal.id, decision(context, 'accepted', changeId));
}

async function selectProposal(tx: Transaction, context: Context, id: string): Promise<queries.ProposalRow> {
  const courses = (await coursesInReach(tx, context, 'lesson_plans.read')).filter((course) =>
    canPlan(context.actor, course),
  );
  const [proposal] = await queries.listProposals(tx, { course_ids: courses.map((course) => course.id), id });
  if (!proposal) throw new Problem('not_found');
  return proposal;
}

function decision(context: Context, state: 'accepted' | 'declined', schedule_change_id: string | null) {
  const decided_at = context.platform.clock.now().toISOString();
  return { state, decided_by: context.actor.user_id ?? '', decided_at, schedule_change_id };
}

function presentProposal(row: queries.ProposalRow): BumpProposal {
  return { ...row, sessions_count: Number(row.sessions_count ?? 0) } as BumpProposal;
}
