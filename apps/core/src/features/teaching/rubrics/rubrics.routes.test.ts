import { createAssignment } from '@k12/contracts/teaching/assignments';
import {
  archiveRubric,
  copyRubric,
  createRubric,
  deleteRubric,
  getRubric,
  listRubrics,
  type RubricCreate,
  updateRubric,
} from '@k12/contracts/teaching/rubrics';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';

const world = await aTaughtYear();
const { anonymous, teacher, student, guardian, admin, districtAdmin, otherTenantTeacher, ids, school } =
  world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });

const rating = (label: string, points: string) => ({ label, points });
const evidence = { title: 'Evidence', ratings: [rating('Secure', '4'), rating('Beginning', '1.5')] };
const make = (given: Partial<RubricCreate> = {}) =>
  teacher.call(createRubric, { body: { title: 'Lab report', criteria: [evidence], ...given } });

test('TCH-84 TCH-89 signed out 401, students and guardians 403, what one may not see 404', async () => {
  const { id } = await make();
  const params = { id };
  expect((await anonymous.send(getRubric, { params })).status).toBe(401);
  for (const actor of [student, guardian]) expect((await actor.send(getRubric, { params })).status).toBe(403);
  for (const actor of [otherTenantTeacher, colleague])
    expect((await actor.send(getRubric, { params })).status).toBe(404);
});

test('TCH-84 ratings that do not fall strictly are refused; a criterion is worth its top rating', async () => {
  for (const points of ['4', '5']) {
    const criteria = [{ title: 'Evidence', ratings: [rating('A', '4'), rating('B', points)] }];
    const refused = await teacher.send(createRubric, { body: { title: 'x', criteria } });
    expect([refused.status, refused.body.code]).toEqual([422, 'rubric.ratings_order']);
  }
  const rubric = await make({ criteria: [evidence, { ...evidence, title: 'Plan' }] });
  expect(rubric.points).toBe('8');
  expect(rubric.criteria.map(({ points }) => points)).toEqual(['4', '4']);
  const free = { title: 'Effort', ratings: [{ label: 'Often' }, { label: 'Seldom' }] };
  expect((await make({ has_points: false, criteria: [free] })).points).toBeNull();
});

test('TCH-85 an unused rubric changes in place, a used one gets a next version and stays as it was', async () => {
  const rubric = await make();
  const params = { id: rubric.id };
  const criteria = [{ ...evidence, title: 'Evidence and law' }];
  const changed = await teacher.call(updateRubric, { params, body: { criteria, lock_version: 0 } });
  expect([changed.id, changed.version]).toEqual([rubric.id, 1]);
  await build(world.platform, (tx) =>
    tx
      .updateTable('rubrics')
      .set({ used_at: world.clock.now().toISOString() })
      .where('id', '=', rubric.id)
      .execute(),
  );
  const next = await teacher.call(updateRubric, {
    params,
    body: { criteria: [evidence], lock_version: changed.lock_version },
  });
  expect(next).toMatchObject({ version: 2, rubric_key: rubric.rubric_key, is_newest: true });
  expect(next.id).not.toBe(rubric.id);
  const before = await teacher.call(getRubric, { params });
  expect(before).toMatchObject({ version: 1, is_newest: false, can: { update: false } });
  expect(before.criteria[0]?.title).toBe('Evidence and law');
  const late = await teacher.send(updateRubric, {
    params,
    body: { criteria, lock_version: before.lock_version },
  });
  expect([late.status, late.body.code]).toEqual([409, 'rubric.not_newest']);
  const { data } = await teacher.call(listRubrics, { query: { limit: 200 } });
  const versions = data.filter(({ rubric_key }) => rubric_key === rubric.rubric_key);
  expect(versions.map(({ version }) => version)).toEqual([2]);
});

test('TCH-85 a stale version is refused with the rubric as it is now', async () => {
  const { id } = await make();
  const params = { id };
  await teacher.call(updateRubric, { params, body: { title: 'First', lock_version: 0 } });
  const stale = await teacher.send(updateRubric, { params, body: { title: 'Second', lock_version: 0 } });
  expect([stale.status, stale.body.code, stale.body.current.title]).toEqual([
    409,
    'version_conflict',
    'First',
  ]);
});

test('TCH-89 a shared rubric is used by colleagues and changed by its owner and admins alone', async () => {
  const shared = await make({ scope: 'school', school_id: school.id });
  const params = { id: shared.id };
  expect(await colleague.call(getRubric, { params })).toMatchObject({ can: { update: false } });
  const body = { title: 'Taken over', lock_version: shared.lock_version };
  expect((await colleague.send(updateRubric, { params, body })).status).toBe(403);
  expect((await admin.call(updateRubric, { params, body })).title).toBe('Taken over');
  const forAll = { title: 'All', scope: 'tenant' as const };
  expect((await teacher.send(createRubric, { body: forAll })).status).toBe(403);
  const offered = await districtAdmin.call(createRubric, { body: forAll });
  expect((await colleague.call(getRubric, { params: { id: offered.id } })).can.update).toBe(false);
  const ofCourse = { title: 'Ours', scope: 'course' as const, course_id: ids.course };
  expect((await colleague.send(createRubric, { body: ofCourse })).status).toBe(404);
  const mine = await teacher.call(createRubric, { body: ofCourse });
  expect((await colleague.send(getRubric, { params: { id: mine.id } })).status).toBe(404);
});

test('TCH-84 TCH-89 a copy is one’s own with new ids; archived ones stay readable; a used one is not deleted', async () => {
  const shared = await make({ scope: 'school', school_id: school.id, state: 'published' });
  const params = { id: shared.id };
  const copy = await colleague.call(copyRubric, { params, body: { title: 'Mine' } });
  expect(copy).toMatchObject({ scope: 'mine', owner_id: colleague.id, version: 1, title: 'Mine' });
  expect(copy.criteria[0]?.title).toBe('Evidence');
  expect(copy.criteria[0]?.id).not.toBe(shared.criteria[0]?.id);
  expect((await teacher.call(archiveRubric, { params })).state).toBe('archived');
  expect((await colleague.call(getRubric, { params })).state).toBe('archived');
  await build(world.platform, (tx) =>
    tx
      .updateTable('rubrics')
      .set({ used_at: world.clock.now().toISOString() })
      .where('id', '=', shared.id)
      .execute(),
  );
  const used = await teacher.send(deleteRubric, { params });
  expect([used.status, used.body.code]).toEqual([409, 'rubric.in_use']);
  expect((await colleague.send(deleteRubric, { params: { id: copy.id } })).status).toBe(204);
  expect((await colleague.send(getRubric, { params: { id: copy.id } })).status).toBe(404);
});

test('TCH-89 an assignment takes no rubric that its teacher may not see', async () => {
  const mine = await make();
  const theirs = await colleague.call(createRubric, { body: { title: 'Private', criteria: [evidence] } });
  const create = (rubric_id: string) =>
    teacher.send(createAssignment, {
      params: { id: ids.course },
      body: { title: 'Report', rubric_id } as never,
    });
  expect((await create(mine.id)).status).toBe(201);
  const refused = await create(theirs.id);
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/rubric_id']);
});
