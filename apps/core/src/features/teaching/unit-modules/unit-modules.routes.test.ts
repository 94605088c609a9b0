import { updateModuleItem } from '@k12/contracts/teaching/module-items';
import { createModule, listModules, publishModule } from '@k12/contracts/teaching/modules';
import {
  createUnitModule,
  getUnitChanges,
  listPushableItems,
  listUnitsForModules,
  pushToCourse,
  takeUnitChanges,
} from '@k12/contracts/teaching/unit-modules';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aTaughtYear, today } from '../../../test/a-taught-year.ts';
import { build } from '../../../test/people.ts';
import { publishVersion } from '../../../test/publish-plan.ts';
import { insert } from '../../../test/record-tools.ts';
import { anAssignment } from '../../../test/records.teaching.ts';

const world = await aTaughtYear();
const { teacher, student, guardian, otherTenantTeacher, ids } = world;
const at = `${today}T12:00:00Z`;
const course = { params: { id: ids.course } };

interface Lesson {
  id: string;
  title: string;
  resources?: object[];
}

let number = 0;
async function version(
  planId: string,
  content: { title: string; lessons?: object[]; resources?: object[]; alignments?: object[] },
) {
  const id = newId();
  number += 1;
  await insert(world, 'plan_versions', {
    ...{ id, plan_id: planId, version_number: number, title: content.title, author_id: teacher.id },
    content: '{}',
    lessons: JSON.stringify(content.lessons ?? []),
    resources: JSON.stringify(content.resources ?? []),
    alignments: JSON.stringify(content.alignments ?? []),
    ...{ kind: 'publish', content_hash: Buffer.from(id), created_at: at },
  });
  return id;
}

async function publishUnit(unitId: string, lessons: Lesson[]) {
  const frozen = [];
  for (const lesson of lessons) {
    const version_id = await version(lesson.id, { title: lesson.title, resources: lesson.resources ?? [] });
    frozen.push({ lesson_plan_id: lesson.id, version_id, title: lesson.title, position: frozen.length });
  }
  await publishVersion(world, unitId, await version(unitId, { title: 'Living things', lessons: frozen }));
}

async function aPlacedUnit() {
  const unit = await world.aUnit({ lessons: 5 });
  const by = { created_by: teacher.id, updated_by: teacher.id, created_at: at, updated_at: at };
  const [one = ''] = unit.lessons;
  const resource_id = newId();
  await insert(world, 'resources', {
    ...{ id: resource_id, kind: 'link', title: 'Cell atlas', url: 'https://example.org/cells' },
    ...{ owner_id: teacher.id, created_at: at, updated_at: at },
  });
  await insert(world, 'unit_placements', {
    ...{ id: newId(), unit_plan_id: unit.id, course_id: ids.course, school_id: world.school.id },
    ...{ academic_year_id: ids.year, starts_on: '2026-11-30', ends_on: '2026-12-11', ...by },
  });
  await insert(world, 'lesson_sessions', {
    ...{ id: newId(), lesson_plan_id: one, section_id: ids.nine_b, meeting_on: '2026-12-01', ...by },
  });
  const lessons: Lesson[] = unit.lessons.map((id, place) => ({ id, title: `Lesson ${place + 1}` }));
  const worksheet = { resource_id, title: 'Cell atlas', kind: 'link', audience: 'student' };
  const notes = { resource_id: newId(), title: 'Answers', kind: 'file', audience: 'teacher' };
  lessons[0] = { id: one, title: 'Lesson 1', resources: [worksheet, notes] };
  await publishUnit(unit.id, lessons);
  return { unit_id: unit.id, lessons };
}

test('TCH-26 a published unit becomes a module in one action: lessons in order, resources for students, dates of the schedule', async () => {
  const { unit_id, lessons } = await aPlacedUnit();
  expect((await student.send(listUnitsForModules, course)).status).toBe(403);
  const units = await teacher.call(listUnitsForModules, course);
  expect(units.data).toContainEqual(
    expect.objectContaining({ unit_plan_id: unit_id, lessons_count: 5, module_id: null }),
  );
  const module = await teacher.call(createUnitModule, { ...course, body: { unit_plan_id: unit_id } });
  expect(module).toMatchObject({ state: 'draft', starts_on: '2026-11-30', ends_on: '2026-12-11' });
  expect(module.items.map(({ title, kind, indent }) => [title, kind, indent])).toEqual([
    ['Lesson 1', 'lesson', 0],
    ['Cell atlas', 'link', 1],
    ...[2, 3, 4, 5].map((place) => [`Lesson ${place}`, 'lesson', 0]),
  ]);
  expect(module.items[0]).toMatchObject({ planned_on: '2026-12-01', target_id: lessons[0]?.id });
});

test('TCH-26 a later change of the unit is offered with what differs, and only what is chosen comes in', async () => {
  const { unit_id, lessons } = await aPlacedUnit();
  const module = await teacher.call(createUnitModule, { ...course, body: { unit_plan_id: unit_id } });
  const own = module.items.find(({ title }) => title === 'Lesson 3');
  await teacher.call(updateModuleItem, {
    params: { id: own?.id ?? '' },
    body: { title: 'My third', lock_version: own?.lock_version ?? 0 },
  });
  const [first, second, third, fourth] = lessons as [Lesson, Lesson, Lesson, Lesson];
  const extra = (await world.aUnit({ lessons: 1 })).lessons[0] ?? '';
  await publishUnit(unit_id, [
    first,
    { id: extra, title: 'A lab' },
    second,
    { ...third, title: 'Third, renamed' },
    { ...fourth, title: 'Fourth, renamed' },
  ]);
  const list = await teacher.call(listModules, { ...course, query: {} });
  expect(list.data.find(({ id }) => id === module.id)?.has_unit_changes).toBe(true);
  const offer = await teacher.call(getUnitChanges, { params: { id: module.id } });
  expect(offer.changes.map(({ kind, after, is_touched }) => [kind, after, is_touched])).toEqual([
    ['lesson_added', 'A lab', false],
    ['lesson_renamed', 'Third, renamed', true],
    ['lesson_renamed', 'Fourth, renamed', false],
    ['lesson_removed', null, false],
  ]);
  const stale = { version_id: newId(), keys: [] };
  expect((await teacher.send(takeUnitChanges, { params: { id: module.id }, body: stale })).status).toBe(409);
  const keys = offer.changes.filter(({ is_touched }) => !is_touched).map(({ key }) => key);
  const body = { version_id: offer.version_id, keys };
  const after = await teacher.call(takeUnitChanges, { params: { id: module.id }, body });
  expect(after.items.map(({ title }) => title)).toEqual([
    'Lesson 1',
    'Cell atlas',
    'A lab',
    'Lesson 2',
    'My third',
    'Fourth, renamed',
  ]);
  expect(after.has_unit_changes).toBe(false);
});

test('TCH-26 what is not published cannot become a module', async () => {
  const unit = await world.aUnit();
  await build(world.platform, (tx) =>
    tx.updateTable('plans').set({ published_version_id: null }).where('id', '=', unit.id).execute(),
  );
  const refused = await teacher.send(createUnitModule, { ...course, body: { unit_plan_id: unit.id } });
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/unit_plan_id']);
});

/** Work of the course that was made for a lesson of the unit, and for the unit itself. */
async function withWork(unit_id: string, lesson_id: string) {
  const lab = await anAssignment(world, ids.course, { title: 'Lab report', lesson_plan_id: lesson_id });
  const test = await anAssignment(world, ids.course, { title: 'Unit test', unit_plan_id: unit_id });
  return { lab, test };
}

test('PLN-57 lessons, work and resources of a unit are pushed into a course in one step, with the dates of its sessions', async () => {
  const { unit_id, lessons } = await aPlacedUnit();
  await withWork(unit_id, lessons[0]?.id ?? '');
  const target = { params: { id: unit_id }, query: { course_id: ids.course } };
  for (const actor of [student, guardian]) {
    expect((await actor.send(listPushableItems, target)).status).toBe(403);
    expect((await actor.send(pushToCourse, { ...target, body: { course_id: ids.course } })).status).toBe(403);
  }
  expect((await otherTenantTeacher.send(listPushableItems, target)).status).toBe(404);
  const offer = await teacher.call(listPushableItems, target);
  expect(offer.items.slice(0, 3).map(({ kind, title, planned_on }) => [kind, title, planned_on])).toEqual([
    ['lesson', 'Lesson 1', '2026-12-01'],
    ['link', 'Cell atlas', null],
    ['assignment', 'Lab report', null],
  ]);
  const body = { course_id: ids.course };
  const module = await teacher.call(pushToCourse, { params: { id: unit_id }, body });
  expect(module.items.map(({ title, kind }) => [title, kind])).toEqual([
    ['Lesson 1', 'lesson'],
    ['Cell atlas', 'link'],
    ['Lab report', 'assignment'],
    ...[2, 3, 4, 5].map((place) => [`Lesson ${place}`, 'lesson']),
    ['Unit test', 'assignment'],
  ]);
  expect(module.items[0]?.planned_on).toBe('2026-12-01');
  expect([module.state, ...module.items.map(({ state }) => state)]).toEqual(Array(9).fill('draft'));
});

test('PLN-57 a second push finds what is there by its stable id: nothing twice, dates and titles brought up to date', async () => {
  const { unit_id, lessons } = await aPlacedUnit();
  const push = { params: { id: unit_id }, body: { course_id: ids.course } };
  const first = await teacher.call(pushToCourse, push);
  const own = first.items.find(({ title }) => title === 'Lesson 4');
  await teacher.call(updateModuleItem, {
    params: { id: own?.id ?? '' },
    body: { title: 'My fourth', lock_version: own?.lock_version ?? 0 },
  });
  await build(world.platform, (tx) =>
    tx
      .updateTable('lesson_sessions')
      .set({ meeting_on: '2026-12-03' })
      .where('tenant_id', '=', world.tenant.id)
      .where('lesson_plan_id', '=', lessons[0]?.id ?? '')
      .execute(),
  );
  const extra = (await world.aUnit({ lessons: 1 })).lessons[0] ?? '';
  const [one, two, three, four, five] = lessons as Lesson[];
  await publishUnit(unit_id, [
    { ...one, title: 'First, renamed' },
    { id: extra, title: 'A lab' },
    two,
    three,
    { ...four, title: 'Fourth, renamed' },
    five,
  ] as Lesson[]);
  const second = await teacher.call(pushToCourse, push);
  expect(second.id).toBe(first.id);
  expect(second.items.map(({ title }) => title)).toEqual([
    'First, renamed',
    'Cell atlas',
    'A lab',
    'Lesson 2',
    'Lesson 3',
    'My fourth',
    'Lesson 5',
  ]);
  expect(second.items[0]).toMatchObject({ id: first.items[0]?.id, planned_on: '2026-12-03' });
  const third = await teacher.call(pushToCourse, push);
  expect(third.items.map(({ id }) => id)).toEqual(second.items.map(({ id }) => id));
});

test('PLN-57 chosen items go into an existing module and stay hidden there until the course publishes them', async () => {
  const { unit_id, lessons } = await aPlacedUnit();
  const module = await teacher.call(createModule, { ...course, body: { title: 'Week 14' } });
  await teacher.call(publishModule, { params: { id: module.id }, body: { what: 'module' } });
  const lesson = (at: number) => `lesson:${lessons[at]?.id}`;
  const push = (given: object) =>
    teacher.send(pushToCourse, { params: { id: unit_id }, body: { course_id: ids.course, ...given } });
  const done = await push({ module_id: module.id, keys: [lesson(2), lesson(0)], with_dates: false });
  expect(
    done.body.items.map((item: { title: string; state: string; planned_on: null }) => [
      item.title,
      item.state,
      item.planned_on,
    ]),
  ).toEqual([
    ['Lesson 1', 'draft', null],
    ['Lesson 3', 'draft', null],
  ]);
  const unknown = await push({ keys: [`lesson:${newId()}`] });
  expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, '/keys/0']);
  const elsewhere = await push({ module_id: newId() });
  expect([elsewhere.status, elsewhere.body.errors?.[0]?.pointer]).toEqual([422, '/module_id']);
});
