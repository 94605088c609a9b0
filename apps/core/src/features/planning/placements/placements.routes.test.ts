import { listSessions, updateSession } from '@k12/contracts/planning/lesson-sessions';
import {
  createPlacement,
  deletePlacement,
  getPlacement,
  getPlacementTime,
  listPlacements,
  movePlacement,
  proposePlacement,
  updatePlacement,
} from '@k12/contracts/planning/placements';
import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { newId } from '@k12/db';
import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';
import { signedIn } from '../../../test/test-server.ts';

const world = await aTaughtYear();
const { teacher, lead, admin, student, guardian, otherTenantTeacher, ids } = world;

beforeEach(async () => {
  await build(world.platform, async (tx) => {
    await tx.deleteFrom('lesson_sessions').where('tenant_id', '=', world.tenant.id).execute();
    await tx.deleteFrom('unit_placements').where('tenant_id', '=', world.tenant.id).execute();
  });
});

async function place(
  given: {
    title?: string;
    lessons?: number;
    starts_on?: string;
    ends_on?: string;
    section_ids?: string[];
  } = {},
) {
  const { title, lessons, ...rest } = given;
  const unit = await world.aUnit({ ...(title ? { title } : {}), lessons: lessons ?? 5 });
  const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-16', ...rest };
  return teacher.call(createPlacement, { body });
}

const sessionsOf = async (placement_id: string, section_id: string) =>
  (await teacher.call(listSessions, { query: { placement_id, section_id } })).data;

describe('who may', () => {
  test('PLN-173 students and guardians are refused', async () => {
    for (const actor of [student, guardian]) {
      const reply = await actor.send(listPlacements, { query: {} });
      expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    }
  });

  test('PLN-172 another tenant gets 404, a colleague may read and not change', async () => {
    const placement = await place();
    const params = { id: placement.id };
    expect((await otherTenantTeacher.send(getPlacement, { params })).status).toBe(404);
    const colleague = await actorOf(world.server, world.tenant, {
      role: 'teacher',
      school_ids: [world.school.id],
    });
    expect((await colleague.call(getPlacement, { params })).can.update).toBe(false);
    const body = { starts_on: '2026-11-17', ends_on: '2026-11-23', lock_version: 0 };
    expect((await colleague.send(movePlacement, { params, body })).status).toBe(403);
    expect((await lead.call(getPlacement, { params })).can.update).toBe(true);
  });

  test('PLN-172 a placed personal unit of somebody else is not there', async () => {
    const unit = await world.aUnit({ home: 'personal' });
    const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-16' };
    const placement = await teacher.call(createPlacement, { body });
    const colleague = await actorOf(world.server, world.tenant, {
      role: 'teacher',
      school_ids: [world.school.id],
    });
    expect((await colleague.send(getPlacement, { params: { id: placement.id } })).status).toBe(404);
  });
});

describe('placing', () => {
  test('PLN-111 a start proposes the end from lessons and meetings, over the break', async () => {
    const unit = await world.aUnit({ lessons: 9 });
    const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-17' };
    const proposal = await teacher.call(proposePlacement, { body });
    expect(proposal.ends_on).toBe('2026-12-02');
    expect(proposal.sections.map(({ name, sessions_count }) => [name, sessions_count])).toEqual([
      ['9B', 9],
      ['9D', 9],
    ]);
    expect(proposal.conflicts.map(({ code }) => code)).toEqual(['spans_break']);
  });

  test('PLN-111 without a first day the next meeting is proposed; a day without school is told, one outside the year refused', async () => {
    const unit = await world.aUnit({ lessons: 2 });
    const body = { unit_plan_id: unit.id, course_id: ids.course };
    const { id: tenant_id } = world.tenant;
    const off = ['2026-11-16', '2026-11-17'].map((day_on) => ({
      ...{ tenant_id, school_id: world.school.id, day_on, is_instructional: false, note: null },
    }));
    await build(world.platform, (tx) => tx.insertInto('school_days').values(off).execute());
    const next = await teacher.call(proposePlacement, { body });
    await build(world.platform, (tx) =>
      tx
        .deleteFrom('school_days')
        .where('tenant_id', '=', tenant_id)
        .where('day_on', 'in', ['2026-11-16', '2026-11-17'])
        .execute(),
    );
    expect([next.starts_on, next.ends_on]).toEqual(['2026-11-18', '2026-11-19']);
    const holiday = await teacher.call(proposePlacement, { body: { ...body, starts_on: '2026-11-26' } });
    expect([holiday.starts_on, holiday.school_on]).toEqual(['2026-11-26', '2026-11-30']);
    const late = await teacher.send(proposePlacement, { body: { ...body, starts_on: '2027-07-01' } });
    expect([late.status, late.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/starts_on', code: 'outside_year' },
    ]);
  });

  test('PLN-111 lessons become sessions on consecutive meetings of each section', async () => {
    const placement = await place({ lessons: 7, starts_on: '2026-11-19' });
    expect([placement.starts_on, placement.ends_on]).toEqual(['2026-11-19', '2026-12-02']);
    const sessions = await sessionsOf(placement.id, ids.nine_b);
    expect(sessions.map(({ meeting_on, starts_at, title }) => [meeting_on, starts_at, title])).toEqual([
      ['2026-11-19', '09:00', 'Lesson 1'],
      ['2026-11-20', '09:00', 'Lesson 2'],
      ['2026-11-23', '09:00', 'Lesson 3'],
      ['2026-11-24', '09:00', 'Lesson 4'],
      ['2026-11-30', '09:00', 'Lesson 5'],
      ['2026-12-01', '09:00', 'Lesson 6'],
      ['2026-12-02', '09:00', 'Lesson 7'],
    ]);
  });

  test('PLN-117 a unit may run in one section only, and again in another at its own pace', async () => {
    const unit = await world.aUnit({ lessons: 2 });
    const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-16' };
    const first = await teacher.call(createPlacement, { body: { ...body, section_ids: [ids.nine_b] } });
    const second = await teacher.call(createPlacement, {
      body: { ...body, starts_on: '2026-12-07', section_ids: [ids.nine_d] },
    });
    expect([first.section_ids, second.section_ids]).toEqual([[ids.nine_b], [ids.nine_d]]);
    expect(await sessionsOf(first.id, ids.nine_d)).toEqual([]);
    expect((await sessionsOf(second.id, ids.nine_d)).map(({ meeting_on }) => meeting_on)).toEqual([
      '2026-12-07',
      '2026-12-08',
    ]);
  });

  test.each([['a unit of another school', { home: 'school' as const }, '/unit_plan_id']])(
    '%s cannot be placed',
    async (_title, _given, pointer) => {
      const unit = await world.aUnit();
      await build(world.platform, (tx) =>
        tx
          .updateTable('plans')
          .set({ school_id: world.otherSchool.id, owner_id: teacher.id })
          .where('tenant_id', '=', world.tenant.id)
          .where('id', '=', unit.id)
          .execute(),
      );
      const body = { unit_plan_id: unit.id, course_id: ids.course, starts_on: '2026-11-16' };
      const reply = await teacher.send(createPlacement, { body });
      expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    },
  );

  test('PLN-107 outside the academic year is the one conflict that blocks', async () => {
    const unit = await world.aUnit();
    const outside = {
      unit_plan_id: unit.id,
      course_id: ids.course,
      starts_on: '2027-06-10',
      ends_on: '2027-06-18',
    };
    const refused = await teacher.send(createPlacement, { body: outside });
    expect([refused.status, refused.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/ends_on', code: 'outside_year' },
    ]);
    const squeezed = {
      unit_plan_id: unit.id,
      course_id: ids.course,
      starts_on: '2026-11-16',
      ends_on: '2026-11-16',
    };
    expect((await teacher.send(createPlacement, { body: squeezed })).status).toBe(201);
  });
});

describe('moving', () => {
  test('PLN-105 a dry run shows what shifts and changes nothing', async () => {
    const placement = await place({ lessons: 3, starts_on: '2026-11-16' });
    const params = { id: placement.id };
    const body = { starts_on: '2026-11-23', ends_on: '2026-11-30', lock_version: 0, dry_run: true };
    const preview = await teacher.call(movePlacement, { params, body });
    expect(preview.sessions).toHaveLength(6);
    expect(preview.sessions[0]).toMatchObject({ from_on: '2026-11-16', to_on: '2026-11-23' });
    expect([preview.change, preview.conflicts.map(({ code }) => code)]).toEqual([null, ['spans_break']]);
    expect(await teacher.call(getPlacement, { params })).toMatchObject({
      starts_on: '2026-11-16',
      lock_version: 0,
    });
  });

  test('PLN-106 PLN-105 two weeks across a break with ripple, and undo restores every date', async () => {
    const first = await place({ title: 'First', lessons: 5, starts_on: '2026-11-16', ends_on: '2026-11-20' });
    const second = await place({
      title: 'Second',
      lessons: 2,
      starts_on: '2026-11-23',
      ends_on: '2026-11-24',
    });
    const third = await place({ title: 'Third', lessons: 3, starts_on: '2026-11-30', ends_on: '2026-12-02' });
    const before = (await teacher.call(listSessions, { query: { course_id: ids.course } })).data;
    const body = { starts_on: '2026-11-30', ends_on: '2026-12-04', lock_version: 0, mode: 'ripple' as const };
    const moved = await teacher.call(movePlacement, { params: { id: first.id }, body });
    expect(moved.placements.map(({ title, to }) => [title, to.starts_on, to.ends_on])).toEqual([
      ['First', '2026-11-30', '2026-12-04'],
      ['Second', '2026-12-07', '2026-12-08'],
      ['Third', '2026-12-09', '2026-12-11'],
    ]);
    const thirds = await sessionsOf(third.id, ids.nine_b);
    expect(thirds.map(({ meeting_on }) => meeting_on)).toEqual(['2026-12-09', '2026-12-10', '2026-12-11']);
    const undone = await teacher.call(undoScheduleChange, { params: { id: moved.change?.id ?? '' } });
    expect(undone.kept).toEqual([]);
    const after = (await teacher.call(listSessions, { query: { course_id: ids.course } })).data;
    const dates = (list: typeof before) =>
      list.map(({ id, meeting_on, starts_at }) => [id, meeting_on, starts_at]);
    expect(dates(after)).toEqual(dates(before));
    expect(await teacher.call(getPlacement, { params: { id: second.id } })).toMatchObject({
      starts_on: '2026-11-23',
      ends_on: '2026-11-24',
    });
  });

  test('PLN-108 moving a bar that somebody else has moved gives 409 with theirs', async () => {
    const { id } = await place();
    const body = { starts_on: '2026-12-07', ends_on: '2026-12-11', lock_version: 0 };
    await lead.call(movePlacement, { params: { id }, body });
    const mine = { starts_on: '2027-01-11', ends_on: '2027-01-15', lock_version: 0 };
    const reply = await teacher.send(movePlacement, { params: { id }, body: mine });
    expect([reply.status, reply.body.code, reply.body.current.starts_on]).toEqual([
      409,
      'version_conflict',
      '2026-12-07',
    ]);
  });

  test('PLN-106 two moves at once leave one', async () => {
    const { id } = await place();
    const body = { starts_on: '2026-12-07', ends_on: '2026-12-11', lock_version: 0 };
    const replies = await Promise.all(
      [teacher, lead].map((actor) => actor.send(movePlacement, { params: { id }, body })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('PLN-114 undo leaves what somebody changed since, once and only to its author', async () => {
    const { id } = await place({ lessons: 2 });
    const body = { starts_on: '2026-12-07', ends_on: '2026-12-08', lock_version: 0 };
    const { change } = await teacher.call(movePlacement, { params: { id }, body });
    const [session] = await sessionsOf(id, ids.nine_b);
    if (!session || !change) throw new Error('nothing moved');
    await lead.call(updateSession, {
      params: { id: session.id },
      body: { meeting_on: '2026-12-15', lock_version: session.lock_version },
    });
    const params = { id: change.id };
    expect((await lead.send(undoScheduleChange, { params })).status).toBe(404);
    const undone = await teacher.call(undoScheduleChange, { params });
    expect(undone.kept).toEqual([{ type: 'session', id: session.id, title: 'Lesson 1' }]);
    expect((await teacher.send(undoScheduleChange, { params })).status).toBe(409);
  });

  test('PLN-114 after 24 hours there is no undo', async () => {
    const { id } = await place({ lessons: 1 });
    const body = { starts_on: '2026-12-07', ends_on: '2026-12-08', lock_version: 0 };
    const { change } = await teacher.call(movePlacement, { params: { id }, body });
    world.clock.advance({ hours: 25 });
    const later = await signedIn(world.server, teacher.person as never);
    const reply = await later.send(undoScheduleChange, { params: { id: change?.id ?? '' } });
    world.clock.advance({ hours: -25 });
    expect([reply.status, reply.body.code]).toEqual([410, 'gone']);
  });
});

describe('the version shown', () => {
  async function publish(unitId: string, number: number, at: string) {
    const id = newId();
    await build(world.platform, async (tx) => {
      const base = { tenant_id: world.tenant.id, plan_id: unitId };
      await tx
        .insertInto('plan_versions')
        .values({
          ...base,
          id,
          version_number: number,
          title: `v${number}`,
          content: '{}',
          author_id: teacher.id,
          kind: 'publish',
          content_hash: Buffer.from([number]),
          created_at: at,
        })
        .execute();
      await tx
        .insertInto('plan_publications')
        .values({ ...base, id: newId(), version_id: id, published_by: teacher.id, published_at: at })
        .execute();
      await tx
        .updateTable('plans')
        .set({ published_version_id: id, current_version_id: id })
        .where('tenant_id', '=', world.tenant.id)
        .where('id', '=', unitId)
        .execute();
    });
    return id;
  }

  test('PLN-118 following, it moves on until its last day and then keeps the record', async () => {
    const unit = await world.aUnit({ lessons: 1 });
    await publish(unit.id, 1, '2026-10-01T10:00:00Z');
    const body = { unit_plan_id: unit.id, course_id: ids.course };
    const past = await teacher.call(createPlacement, {
      body: { ...body, starts_on: '2026-10-05', ends_on: '2026-10-09' },
    });
    const coming = await teacher.call(createPlacement, {
      body: { ...body, starts_on: '2026-12-07', ends_on: '2026-12-11' },
    });
    await publish(unit.id, 2, '2026-11-01T10:00:00Z');
    const shown = async (id: string) =>
      (await teacher.call(getPlacement, { params: { id } })).shown_version_number;
    expect([await shown(past.id), await shown(coming.id)]).toEqual([1, 2]);
  });

  test('PLN-118 PLN-183 pinned, it stays and offers the update', async () => {
    const unit = await world.aUnit({ lessons: 1 });
    await publish(unit.id, 1, '2026-10-01T10:00:00Z');
    const body = {
      unit_plan_id: unit.id,
      course_id: ids.course,
      starts_on: '2026-12-07',
      ends_on: '2026-12-11',
      follow_latest: false,
    };
    const { id } = await teacher.call(createPlacement, { body });
    await publish(unit.id, 2, '2026-11-01T10:00:00Z');
    const params = { id };
    expect(await teacher.call(getPlacement, { params })).toMatchObject({
      shown_version_number: 1,
      has_update: true,
    });
    const taken = await teacher.call(updatePlacement, {
      params,
      body: { take_update: true, lock_version: 0 },
    });
    expect(taken).toMatchObject({ shown_version_number: 2, has_update: false });
  });
});

test('PLN-22 removing a placement takes sessions to come and keeps those taught', async () => {
  const { id } = await place({ lessons: 3 });
  const [first] = await sessionsOf(id, ids.nine_b);
  await teacher.call(updateSession, {
    params: { id: first?.id ?? '' },
    body: { state: 'taught', lock_version: 0 },
  });
  await teacher.call(deletePlacement, { params: { id }, query: { lock_version: 0 } });
  expect((await teacher.send(getPlacement, { params: { id } })).status).toBe(404);
  expect((await sessionsOf(id, ids.nine_b)).map(({ state }) => state)).toEqual(['taught']);
});

test('PLN-188 minutes planned, taught and left before the next unit or break, and what does not fit', async () => {
  const { id } = await place({ lessons: 9, starts_on: '2026-11-16', ends_on: '2026-12-04' });
  const [first] = await sessionsOf(id, ids.nine_b);
  const time = () => teacher.call(getPlacementTime, { params: { id } });
  expect(await time()).toMatchObject({ planned_minutes: 450, taught_minutes: 0, left_minutes: 350 });
  expect((await time()).unfit_lessons.map(({ title }) => title)).toEqual(['Lesson 8', 'Lesson 9']);
  for (const section_id of [ids.nine_b, ids.nine_d]) {
    const [session] = await sessionsOf(id, section_id);
    const body = { state: 'taught' as const, lock_version: session?.lock_version ?? 0 };
    await teacher.call(updateSession, { params: { id: session?.id ?? '' }, body });
  }
  expect(first).toBeDefined();
  expect((await time()).unfit_lessons.map(({ title }) => title)).toEqual(['Lesson 9']);
});

test('a closed year takes no placement', async () => {
  const { id } = await place();
  await build(world.platform, (tx) =>
    tx
      .updateTable('academic_years')
      .set({ state: 'closed' })
      .where('tenant_id', '=', world.tenant.id)
      .execute(),
  );
  const body = { starts_on: '2026-12-07', ends_on: '2026-12-11', lock_version: 0 };
  const reply = await admin.send(movePlacement, { params: { id }, body });
  await build(world.platform, (tx) =>
    tx
      .updateTable('academic_years')
      .set({ state: 'active' })
      .where('tenant_id', '=', world.tenant.id)
      .execute(),
  );
  expect(reply.status).toBe(423);
});
