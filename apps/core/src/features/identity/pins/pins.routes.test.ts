import { deletePin, listPins, putPin } from '@k12/contracts/identity/pins';
import { deleteUnitPlan } from '@k12/contracts/planning/plans';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aTaughtYear } from '../../../test/a-taught-year.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aTaughtYear();
const { anonymous, teacher, student, otherTenantTeacher, ids, aUnit } = world;
const course = { subject_type: 'course', subject_id: ids.course } as const;
const unitOf = (subject_id: string) => ({ subject_type: 'unit_plan', subject_id }) as const;
const titlesOf = async (actor: TestActor) => (await actor.call(listPins, {})).data.map(({ title }) => title);

test('UXP-03 units and courses are pinned, moved and put away; each person has their own', async () => {
  expect((await anonymous.send(listPins, {})).status).toBe(401);
  const [cells, light] = [await aUnit({ title: 'Cells' }), await aUnit({ title: 'Light' })];
  await teacher.call(putPin, { body: unitOf(cells.id) });
  await teacher.call(putPin, { body: course });
  await teacher.call(putPin, { body: { ...unitOf(light.id), position: 0 } });
  expect(await titlesOf(teacher)).toEqual(['Light', 'Cells', 'Biology']);
  await teacher.call(putPin, { body: { ...course, position: 1 } });
  expect(await titlesOf(teacher)).toEqual(['Light', 'Biology', 'Cells']);
  await teacher.call(deletePin, { query: course });
  expect(await titlesOf(teacher)).toEqual(['Light', 'Cells']);
  expect(await titlesOf(student)).toEqual([]);
});

test('UXP-03 what may not be read cannot be pinned, and disappears from where it was', async () => {
  const unit = await aUnit({ title: 'Seldom', home: 'personal' });
  for (const actor of [student, otherTenantTeacher])
    for (const subject of [unitOf(unit.id), course])
      expect((await actor.send(putPin, { body: subject })).status).toBe(404);
  expect((await teacher.send(putPin, { body: unitOf(newId()) })).status).toBe(404);
  await teacher.call(putPin, { body: unitOf(unit.id) });
  expect(await titlesOf(teacher)).toContain('Seldom');
  await teacher.call(deleteUnitPlan, { params: { id: unit.id }, query: {} });
  expect(await titlesOf(teacher)).not.toContain('Seldom');
});

test('UXP-03 at most twenty, also when two tabs pin at once', async () => {
  const known = await titlesOf(teacher);
  for (let count = known.length; count < 19; count += 1)
    await teacher.call(putPin, { body: unitOf((await aUnit({ title: `Unit ${count}` })).id) });
  const two = [await aUnit({ title: 'One' }), await aUnit({ title: 'Two' })];
  const replies = await Promise.all(two.map(({ id }) => teacher.send(putPin, { body: unitOf(id) })));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});
