import {
  changeModuleItems,
  createModuleItems,
  listExistingTargets,
  revertCourseChange,
  updateModuleItem,
} from '@k12/contracts/teaching/module-items';
import {
  completeItem,
  getModuleProgress,
  getStudentView,
  listMyModules,
  openMyItem,
  uncompleteItem,
} from '@k12/contracts/teaching/module-progress';
import type { ModuleItem } from '@k12/contracts/teaching/module-records';
import { createModule, listModules, publishModule } from '@k12/contracts/teaching/modules';
import { expect, test } from 'vitest';
import { aWorkingCourse } from '../../../test/a-working-course.ts';
import { build } from '../../../test/people.ts';

const world = await aWorkingCourse();
const { teacher, student, classmate, course_id, section_id, clock } = world;
const course = { params: { id: course_id } };

type Input = Record<string, unknown> & { kind: string };

async function aModule(title: string, items: Input[], fields: object = {}) {
  const module = await teacher.call(createModule, { ...course, body: { title, ...fields } });
  const body = { items } as never;
  const { data } = await teacher.call(createModuleItems, { params: { id: module.id }, body });
  await teacher.call(publishModule, { params: { id: module.id }, body: { what: 'module_and_items' } });
  const fresh = await outlineOf(module.id);
  return { id: module.id, items: data.map(({ id }) => fresh.find((item) => item.id === id) as ModuleItem) };
}

async function outlineOf(moduleId: string): Promise<ModuleItem[]> {
  const { data } = await teacher.call(listModules, { ...course, query: {} });
  return data.find(({ id }) => id === moduleId)?.items ?? [];
}

function link(title: string, completion_rule = 'none'): Input {
  return { kind: 'link', title, url: 'https://example.org/', completion_rule };
}

async function stateOf(itemId: string, as = student) {
  const { data } = await as.call(listMyModules, { ...course, query: {} });
  return data.flatMap(({ items }) => items).find(({ id }) => id === itemId);
}

test('TCH-22 viewing counts at opening, marking is the student’s own and can be taken back', async () => {
  const { items } = await aModule('By hand', [link('Look', 'view'), link('Mark', 'mark_done')]);
  const [look, mark] = items as [ModuleItem, ModuleItem];
  expect((await stateOf(look.id))?.state).toBe('not_started');
  await student.call(openMyItem, { params: { id: look.id }, body: {} });
  expect((await stateOf(look.id))?.state).toBe('done');
  await student.call(completeItem, { params: { id: mark.id }, body: {} });
  expect((await stateOf(mark.id))?.state).toBe('done');
  expect((await stateOf(mark.id, classmate))?.state).toBe('not_started');
  await student.call(uncompleteItem, { params: { id: mark.id } });
  expect((await stateOf(mark.id))?.state).toBe('not_started');
  const refused = await student.send(completeItem, { params: { id: look.id }, body: {} });
  expect([refused.status, refused.body.code]).toEqual([409, 'module_item.not_markable']);
});

test('TCH-22 submitting counts at submission; a score counts once posted and is undone when the grade falls', async () => {
  const assignment = await world.assignment({ points_possible: '20' });
  const target = { kind: 'assignment', target_id: assignment };
  const { items } = await aModule('Work', [
    { ...target, completion_rule: 'submit' },
    { ...target, completion_rule: 'score', completion_minimum: 70 },
  ]);
  const [submit, score] = items as [ModuleItem, ModuleItem];
  await world.setCell(assignment, { submission_state: 'submitted' });
  expect((await stateOf(submit.id))?.state).toBe('done');
  await world.setCell(assignment, { grade_state: 'graded', effective_score: '14' });
  expect((await stateOf(score.id))?.state).toBe('in_progress');
  await world.setCell(assignment, { posted_at: clock.now().toISOString() });
  expect((await stateOf(score.id))?.state).toBe('done');
  await world.setCell(assignment, { effective_score: '13.99' });
  expect((await stateOf(score.id))?.state).toBe('in_progress');
});

test('TCH-22 staff decide for one or many, and leave it to the rule again', async () => {
  const { id, items } = await aModule('Decided', [link('Watch', 'view')]);
  const item = items[0]?.id ?? '';
  const student_ids = [student.id, classmate.id];
  const body = { student_ids, to: 'done' as const };
  expect(await teacher.call(completeItem, { params: { id: item }, body })).toEqual({ changed_count: 2 });
  const progress = await teacher.call(getModuleProgress, { params: { id } });
  expect(progress.students.map((row) => [row.done_count, row.items[item]?.how])).toEqual([
    [1, 'override'],
    [1, 'override'],
  ]);
  await teacher.call(completeItem, { params: { id: item }, body: { student_ids, to: 'rule' } });
  expect((await stateOf(item))?.state).toBe('not_started');
  expect((await student.send(completeItem, { params: { id: item }, body })).status).toBe(403);
});

test('TCH-23 a new rule counts for all at once, and locks nobody out who was past it unless the teacher says so', async () => {
  const { items } = await aModule('Stairs', [link('First', 'view'), link('Second')], { is_sequential: true });
  const [first, second] = items as [ModuleItem, ModuleItem];
  await student.call(openMyItem, { params: { id: first.id }, body: {} });
  expect((await stateOf(second.id))?.lock).toBeNull();
  expect((await stateOf(second.id, classmate))?.lock).toMatchObject({
    kind: 'sequence',
    first: [{ title: 'First' }],
  });
  const body = { completion_rule: 'mark_done' as const, lock_version: first.lock_version };
  const changed = await teacher.call(updateModuleItem, { params: { id: first.id }, body });
  expect((await stateOf(first.id))?.state).toBe('in_progress');
  expect((await stateOf(second.id))?.lock).toBeNull();
  expect((await stateOf(second.id, classmate))?.lock?.kind).toBe('sequence');
  const again = { ...body, lock_version: changed.lock_version, locks_again: true };
  await teacher.call(updateModuleItem, { params: { id: first.id }, body: again });
  expect((await stateOf(second.id))?.lock?.kind).toBe('sequence');
});

test('TCH-24 progress counts only what is required and theirs; who is excused is done with it', async () => {
  const everyone = await world.assignment();
  const mine = await world.assignment({ students: [student] });
  const rule = { completion_rule: 'submit' };
  const { id } = await aModule('Counted', [
    { kind: 'assignment', target_id: everyone, ...rule },
    { kind: 'assignment', target_id: mine, ...rule },
    link('Optional'),
  ]);
  await world.setCell(mine, { grade_state: 'excused', posted_at: clock.now().toISOString() });
  const progress = await teacher.call(getModuleProgress, { params: { id } });
  const of = (person: { id: string }) => progress.students.find(({ student_id }) => student_id === person.id);
  expect([of(student)?.required_count, of(student)?.done_count]).toEqual([2, 1]);
  expect([of(classmate)?.required_count, of(classmate)?.done_count]).toEqual([1, 0]);
});

test('TCH-25 existing assignments are found by their words and several are added at once', async () => {
  const ids = [
    await world.assignment({ title: 'Frog lab' }),
    await world.assignment({ title: 'Frog essay' }),
  ];
  const found = await teacher.call(listExistingTargets, { ...course, query: { q: 'frog' } });
  expect(found.data.map((target) => target.id).sort()).toEqual([...ids].sort());
  const { items } = await aModule(
    'Frogs',
    found.data.map(({ kind, id }) => ({ kind, target_id: id })),
  );
  expect(items.map(({ title }) => title)).toEqual(found.data.map(({ title }) => title));
  const again = await teacher.call(listExistingTargets, { ...course, query: { q: 'frog' } });
  expect(again.data.map(({ uses_count }) => uses_count)).toEqual([1, 1]);
});

test('TCH-27 many items change in one act, and one undo brings back all but what was changed since', async () => {
  const other = await aModule('Elsewhere', [link('There')]);
  const { id, items } = await aModule('Many', [link('One'), link('Two'), link('Three')]);
  const item_ids = items.map((item) => item.id);
  const move = { item_ids, action: { kind: 'move' as const, module_id: other.id } };
  const moved = await teacher.call(changeModuleItems, { ...course, body: move });
  expect(moved.changed_count).toBe(3);
  expect((await outlineOf(other.id)).map(({ title }) => title)).toEqual(['There', 'One', 'Two', 'Three']);
  await teacher.call(revertCourseChange, { params: { id: moved.change_id ?? '' }, body: {} });
  expect((await outlineOf(id)).map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  const remove = { item_ids, action: { kind: 'unpublish' as const } };
  const hidden = await teacher.call(changeModuleItems, { ...course, body: remove });
  const [first] = await outlineOf(id);
  const body = { title: 'One, again', lock_version: first?.lock_version ?? 0 };
  await teacher.call(updateModuleItem, { params: { id: first?.id ?? '' }, body });
  const undo = { params: { id: hidden.change_id ?? '' }, body: {} };
  const back = await teacher.call(revertCourseChange, undo);
  expect(back).toEqual({ reverted_count: 2, kept: [{ id: first?.id, title: 'One' }] });
  expect((await outlineOf(id)).map(({ state }) => state)).toEqual(['draft', 'published', 'published']);
  expect((await teacher.send(revertCourseChange, undo)).status).toBe(410);
});

test('TCH-14 the view as a student of a section shows what is theirs with locks, and leaves no trace', async () => {
  const first = await aModule('Seen', [link('Open it', 'view')]);
  await aModule('Behind', [link('Hidden')], { prerequisite_ids: [first.id] });
  const completions = () =>
    build(world.platform, (tx) => tx.selectFrom('module_item_completions').selectAll().execute());
  const before = await completions();
  const view = await teacher.call(getStudentView, { ...course, query: { section_id } });
  const behind = view.data.find(({ title }) => title === 'Behind');
  expect(behind?.lock).toMatchObject({ kind: 'prerequisite', first: [{ title: 'Seen' }] });
  expect(behind?.items[0]).toMatchObject({ title: 'Hidden', url: null });
  expect(await completions()).toEqual(before);
  expect((await student.send(getStudentView, { ...course, query: { section_id } })).status).toBe(403);
});
