import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { getGradingFrame, liftAnonymity, putWorkGrade } from '@k12/contracts/teaching/grading';
import { actOnWork } from '@k12/contracts/teaching/inbox';
import {
  explainTotal,
  listChangeSets,
  listGradeHistory,
  listTotals,
  revertChangeSet,
} from '@k12/contracts/teaching/totals';
import { expect, test } from 'vitest';
import { systemActor } from '../../../platform/auth/actor.ts';
import { createContext } from '../../../platform/context.ts';
import { aGradebook } from '../../../test/a-gradebook.ts';
import type { TestActor } from '../../../test/test-server.ts';
import { recalculateCourse } from './totals.service.ts';

const world = await aGradebook(2);
const { teacher, pupils, course_id } = world;
const [ada] = pupils as [TestActor];
const category_id = await world.insert('grade_categories', { name: 'Essays', weight_percent: '100' });

/** An assignment graded without names: `17` to everybody, by what the grading view calls them. */
async function gradedWithoutNames() {
  const id = await world.anAssignment({ is_anonymous: true, category_id, posting_policy: 'manual' });
  const { student_ids } = await teacher.call(getGradingFrame, { params: { id }, query: {} });
  const items = student_ids.map((student_id) => ({ assignment_id: id, student_id }));
  const body = { action: 'score' as const, entry: '17', items };
  expect((await teacher.call(actOnWork, { body })).done_count).toBe(2);
  return { id, student_ids };
}

async function totalOf(person: TestActor) {
  const { platform, tenant } = world;
  const context = createContext({ platform, actor: systemActor(tenant.id, 'test'), request_id: 'test' });
  await recalculateCourse(context, course_id);
  const { data } = await teacher.call(listTotals, { params: { id: course_id }, query: {} });
  return data.find(({ student_id }) => student_id === person.id)?.so_far ?? null;
}

test('TCH-78 neither a total nor its arithmetic nor the history of one student tells an anonymous score', async () => {
  const { id } = await gradedWithoutNames();
  expect(await totalOf(ada)).toBeNull();
  const params = { id: course_id, student_id: ada.id };
  const text = JSON.stringify(await teacher.call(explainTotal, { params, query: {} }));
  expect(text).toContain(id);
  expect(text).not.toContain('"17"');
  const historyOf = (query: object) => teacher.call(listGradeHistory, { params: { id: course_id }, query });
  expect((await historyOf({ assignment_id: id })).data).toHaveLength(2);
  expect((await historyOf({ assignment_id: id, student_id: ada.id })).data).toEqual([]);
  await teacher.call(liftAnonymity, { params: { id }, body: { reason: 'Moderation is over' } });
  expect(await totalOf(ada)).toBe('85.0000');
  expect((await historyOf({ assignment_id: id, student_id: ada.id })).data).toHaveLength(1);
});

test('TCH-78 the sheet does not tell whose anonymous grade has just changed', async () => {
  const since = (await teacher.call(getGradebook, { params: { id: course_id }, query: {} })).state;
  const { id } = await gradedWithoutNames();
  const whole = await teacher.call(getGradebook, { params: { id: course_id }, query: {} });
  const column = whole.columns.findIndex((one) => one.id === id);
  expect(whole.rows.map(({ cells }) => cells.split('|').at(-1))).toEqual([
    `${column}:128~0`,
    `${column}:128~0`,
  ]);
  const changed = await teacher.call(getGradebook, { params: { id: course_id }, query: { since } });
  expect(JSON.stringify(changed.rows)).not.toContain(`${column}:`);
});

test('TCH-78 taking back a bulk change names what it skips as the graders know it', async () => {
  const { id, student_ids } = await gradedWithoutNames();
  const [alias = ''] = student_ids;
  const params = { id, student_id: alias };
  await teacher.call(putWorkGrade, { params, body: { entry: '12', grade_version: 1 } });
  const { data } = await teacher.call(listChangeSets, { params: { id: course_id }, query: {} });
  const reverted = await teacher.call(revertChangeSet, { params: { id: data[0]?.id ?? '' } });
  expect(reverted.skipped).toMatchObject([{ assignment_id: id, student_id: alias }]);
});

test('TCH-31 a student who opens the arithmetic of a total reads nothing of work that was given to others alone', async () => {
  const id = await world.anAssignment({ category_id, title: 'Only for the others' });
  await world.changeWork(id, ada.id, { is_assigned: false });
  const params = { id: course_id, student_id: ada.id };
  expect(JSON.stringify(await ada.call(explainTotal, { params, query: {} }))).not.toContain(id);
  expect(JSON.stringify(await teacher.call(explainTotal, { params, query: {} }))).toContain(id);
});
