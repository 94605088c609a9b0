import {
  bumpSessions,
  createSession,
  declineBumpProposal,
  deleteSession,
  listBumpProposals,
  listSessions,
  listUnscheduled,
  mergeSession,
  splitSession,
  updateSession,
} from '@k12/contracts/planning/lesson-sessions';
import { createPlacement } from '@k12/contracts/planning/placements';
import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { getAssignmentDates } from '@k12/contracts/teaching/assignment-dates';
import { deleteSchoolDays, putSchoolDays } from '@k12/contracts/teaching/school-days';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { insert } from '../../../test/record-tools.ts';
import { anAssignment } from '../../../test/records.teaching.ts';

const world = await aTaughtYear();
const { teacher, admin, lead, student, otherTenantTeacher, ids, school } = world;

/** A unit of its own for each test, placed on one section from a Monday of its own. */
async function place(starts_on: string, lessons = 4, section_ids = [ids.nine_b]) {
  const unit = await world.aUnit({ lessons });
  const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on, section_ids };
  return teacher.call(createPlacement, { body });
}

async function sessionsOf(placement_id: string, section_id = ids.nine_b) {
  return (await teacher.call(listSessions, { query: { placement_id, section_id } })).data;
}

const days = (sessions: { meeting_on: string }[]) => sessions.map(({ meeting_on }) => meeting_on.slice(5));

describe('bump', () => {
  test('PLN-173 students may not, colleagues neither, and another tenant finds nothing', async () => {
    const body = { section_ids: [ids.nine_b], from: '2026-11-16', meetings: 1 };
    expect((await student.send(bumpSessions, { body })).status).toBe(403);
    const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
    expect((await colleague.send(bumpSessions, { body })).status).toBe(403);
    expect((await otherTenantTeacher.send(bumpSessions, { body })).status).toBe(404);
  });

  test('PLN-113 PLN-114 pushes later lessons over the break, previews first, and one undo restores all', async () => {
    const { id } = await place('2026-11-20', 5);
    expect(days(await sessionsOf(id))).toEqual(['11-20', '11-23', '11-24', '11-30', '12-01']);
    const body = { section_ids: [ids.nine_b], from: '2026-11-23', meetings: 1 };
    const preview = await teacher.call(bumpSessions, { body: { ...body, dry_run: true } });
    expect([preview.moved.length, preview.change]).toEqual([4, null]);
    expect(days(await sessionsOf(id))[1]).toBe('11-23');
    const done = await teacher.call(bumpSessions, { body });
    expect(days(await sessionsOf(id))).toEqual(['11-20', '11-24', '11-30', '12-01', '12-02']);
    const undone = await teacher.call(undoScheduleChange, { params: { id: done.change?.id ?? '' } });
    expect(undone).toEqual({ restored: 4, kept: [] });
    expect(days(await sessionsOf(id))).toEqual(['11-20', '11-23', '11-24', '11-30', '12-01']);
  });

  test('PLN-186 a snow day over the break takes due dates along when asked, leaves what was handed in, and one undo restores all', async () => {
    const { id } = await place('2027-02-01', 3, [ids.nine_b, ids.nine_d]);
    const [, second] = await sessionsOf(id);
    const lesson_plan_id = second?.lesson_plan_id ?? '';
    const due_at = '2027-02-03T04:59:00Z'; // 23:59 of the day of the lesson, in New York
    const open = await anAssignment(world, ids.course, { lesson_plan_id, due_at, title: 'Lab' });
    const handedIn = await anAssignment(world, ids.course, { lesson_plan_id, due_at, title: 'Sketch' });
    await insert(world, 'student_work', {
      ...{ assignment_id: handedIn, course_id: ids.course, student_id: student.id },
      ...{ submitted_at: due_at, submission_state: 'submitted', changed_at: due_at },
    });
    const dueOf = async (assignment: string) =>
      (await teacher.call(getAssignmentDates, { params: { id: assignment } })).lines[0]?.due_at?.replace(
        '.000',
        '',
      );
    const both = { section_ids: [ids.nine_b, ids.nine_d], from: '2027-02-01', meetings: 1 };
    const one = { ...both, section_ids: [ids.nine_b], dry_run: true };
    expect((await teacher.call(bumpSessions, { body: one })).due_dates).toEqual([]);
    const preview = await teacher.call(bumpSessions, { body: { ...both, dry_run: true } });
    expect(
      preview.due_dates.map(({ title, to_at, is_blocked }) => [title, to_at.replace('.000', ''), is_blocked]),
    ).toEqual([
      ['Lab', '2027-02-04T04:59:00Z', false],
      ['Sketch', '2027-02-04T04:59:00Z', true],
    ]);
    const plain = await teacher.call(bumpSessions, { body: both });
    expect(await dueOf(open)).toBe(due_at);
    await teacher.call(undoScheduleChange, { params: { id: plain.change?.id ?? '' } });
    const done = await teacher.call(bumpSessions, { body: { ...both, with_due_dates: true } });
    expect([await dueOf(open), await dueOf(handedIn)]).toEqual(['2027-02-04T04:59:00Z', due_at]);
    const undone = await teacher.call(undoScheduleChange, { params: { id: done.change?.id ?? '' } });
    expect([undone.kept, await dueOf(open)]).toEqual([[], due_at]);
    expect(days(await sessionsOf(id))[0]).toBe('02-01');
  });

  test('PLN-117 only the chosen section moves', async () => {
    const { id } = await place('2027-01-11', 2, [ids.nine_b, ids.nine_d]);
    const body = { section_ids: [ids.nine_d], from: '2027-01-11', meetings: 2 };
    await teacher.call(bumpSessions, { body });
    expect(days(await sessionsOf(id, ids.nine_b))).toEqual(['01-11', '01-12']);
    expect(days(await sessionsOf(id, ids.nine_d))).toEqual(['01-13', '01-14']);
  });

  test('PLN-116 a lesson is split over two meetings and merged again, with one lesson plan', async () => {
    const { id } = await place('2027-02-01', 3);
    const [first] = await sessionsOf(id);
    if (!first) throw new Error('no session');
    const body = { lock_version: first.lock_version };
    await teacher.call(splitSession, { params: { id: first.id }, body });
    const split = await sessionsOf(id);
    expect(split.map(({ title, meeting_on }) => [title, meeting_on.slice(5)])).toEqual([
      ['Lesson 1', '02-01'],
      ['Lesson 1', '02-02'],
      ['Lesson 2', '02-03'],
      ['Lesson 3', '02-04'],
    ]);
    expect(split[0]?.lesson_plan_id).toBe(split[1]?.lesson_plan_id);
    await teacher.call(mergeSession, { params: { id: first.id }, body });
    expect(days(await sessionsOf(id))).toEqual(['02-01', '02-01', '02-02', '02-03']);
  });
});

describe('changed days', () => {
  test('PLN-125 a holiday added later lists the lessons to their teacher, and nothing moves by itself', async () => {
    const { id } = await place('2027-03-01', 3);
    const put = { school_id: school.id, from: '2027-03-02', to: '2027-03-02' };
    const changed = await admin.call(putSchoolDays, {
      body: { ...put, is_instructional: false, note: 'Repairs' },
    });
    expect(changed.affected).toMatchObject([{ section_name: '9B', sessions_count: 1 }]);
    expect(days(await sessionsOf(id))).toEqual(['03-01', '03-02', '03-03']);
    const { data } = await teacher.call(listBumpProposals, {});
    const [proposal] = data.filter(({ day_on }) => day_on === '2027-03-02');
    expect(proposal).toMatchObject({ reason: 'holiday_added', section_name: '9B' });
    const body = {
      section_ids: [ids.nine_b],
      from: '2027-03-02',
      meetings: 1,
      proposal_id: proposal?.id ?? '',
    };
    await teacher.call(bumpSessions, { body });
    expect(days(await sessionsOf(id))).toEqual(['03-01', '03-03', '03-04']);
    const rest = (await teacher.call(listBumpProposals, {})).data.map((one) => one.id);
    expect(rest).not.toContain(proposal?.id);
    await admin.call(deleteSchoolDays, { query: put });
  });

  test('PLN-115 a snow day asks each section, and a teacher may decline', async () => {
    const { id } = await place('2027-04-12', 2, [ids.nine_b, ids.nine_d]);
    const body = { school_id: school.id, from: '2027-04-12', to: '2027-04-12', snow_day: true };
    await admin.call(putSchoolDays, { body });
    const { data } = await teacher.call(listBumpProposals, {});
    const asked = data.filter(({ day_on }) => day_on === '2027-04-12');
    expect(asked.map(({ section_name, reason }) => [section_name, reason])).toEqual([
      ['9B', 'snow_day'],
      ['9D', 'snow_day'],
    ]);
    const declined = await teacher.call(declineBumpProposal, { params: { id: asked[0]?.id ?? '' } });
    expect(declined.state).toBe('declined');
    expect(days(await sessionsOf(id))).toEqual(['04-12', '04-13']);
  });
});

describe('a session', () => {
  test('PLN-119 marked taught records day and who, and what was not reached goes to the next', async () => {
    const { id } = await place('2027-05-03', 2);
    const [first] = await sessionsOf(id);
    const body = {
      state: 'taught' as const,
      taught_note: 'Went well',
      not_reached: 'The exit ticket',
      carry_over: true,
      lock_version: first?.lock_version ?? 0,
    };
    const taught = await teacher.call(updateSession, { params: { id: first?.id ?? '' }, body });
    expect(taught).toMatchObject({ state: 'taught', taught_note: 'Went well' });
    expect(taught.taught_at).not.toBeNull();
    expect((await sessionsOf(id))[1]).toMatchObject({ carried_over: 'The exit ticket' });
    const gone = await teacher.send(deleteSession, {
      params: { id: first?.id ?? '' },
      query: { lock_version: taught.lock_version },
    });
    expect(gone.status).toBe(409);
  });

  test('PLN-124 a drag carries the version it saw; a stale one gets 409 with the session as it is', async () => {
    const { id } = await place('2027-05-17', 1);
    const [first] = await sessionsOf(id);
    const params = { id: first?.id ?? '' };
    await lead.call(updateSession, { params, body: { meeting_on: '2027-05-20', lock_version: 0 } });
    const stale = await teacher.send(updateSession, {
      params,
      body: { meeting_on: '2027-05-21', lock_version: 0 },
    });
    expect([stale.status, stale.body.current.meeting_on]).toEqual([409, '2027-05-20']);
    const outside = await teacher.send(updateSession, {
      params,
      body: { meeting_on: '2027-08-21', lock_version: 1 },
    });
    expect([outside.status, outside.body.errors[0].code]).toEqual([422, 'outside_year']);
  });

  test('a lesson without a session waits in the tray until it has one', async () => {
    const unit = await world.aUnit({ lessons: 1, title: 'Waiting' });
    const body = { unit_plan_id: unit.id, course_id: ids.course, section_ids: [ids.nine_d] };
    await teacher.call(createPlacement, { body: { ...body, starts_on: '2027-05-24', with_sessions: false } });
    const waiting = async () =>
      (await teacher.call(listUnscheduled, { query: {} })).data.filter(
        ({ unit_title }) => unit_title === 'Waiting',
      );
    expect(await waiting()).toMatchObject([{ section_name: '9D', title: 'Lesson 1' }]);
    await teacher.call(createSession, {
      body: { lesson_plan_id: unit.lessons[0] ?? '', section_id: ids.nine_d, meeting_on: '2027-05-25' },
    });
    expect(await waiting()).toEqual([]);
  });
});
