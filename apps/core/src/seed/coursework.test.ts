import { expect, test } from 'vitest';
import { startTestServer } from '../test/test-server.ts';
import { seedDemo } from './demo.ts';

const { platform } = await startTestServer();

test('OPS-135 the courses of the demo accounts have work and grades in every state, added up by the program', async () => {
  await seedDemo(platform);
  const { work, totals } = await platform.db.asJob('test', async (tx) => ({
    work: await tx.selectFrom('student_work').selectAll().execute(),
    totals: await tx.selectFrom('course_grades').selectAll().execute(),
  }));
  const states = new Set(work.map(({ grade_state }) => grade_state));
  expect(states).toEqual(new Set(['none', 'graded', 'excused', 'incomplete']));
  expect(work.some(({ has_new_work }) => has_new_work)).toBe(true);
  expect(work.some(({ grade_source }) => grade_source === 'policy')).toBe(true);
  expect(work.some(({ deduction }) => Number(deduction) > 0)).toBe(true);
  expect(work.some(({ grade_state, posted_at }) => grade_state === 'graded' && posted_at === null)).toBe(
    true,
  );
  const courses = new Set(work.map(({ course_id }) => course_id));
  expect(courses.size).toBeGreaterThanOrEqual(6);
  const years = totals.filter(({ grading_period_id }) => grading_period_id === null);
  expect(new Set(years.map(({ course_id }) => course_id))).toEqual(courses);
  const values = years.flatMap(({ so_far_percent }) =>
    so_far_percent === null ? [] : [Number(so_far_percent)],
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean).toBeGreaterThan(65);
  expect(mean).toBeLessThan(92);
});

test('OPS-135 the demo student has a few things to do, fewer still missing, and words from teachers', async () => {
  const { work, remarks } = await platform.db.asJob('test', async (tx) => {
    const ada = await tx
      .selectFrom('users')
      .select('id')
      .where('username', '=', 'ada.okafor')
      .executeTakeFirstOrThrow();
    const of = tx.selectFrom('student_work').selectAll().where('student_id', '=', ada.id);
    const said = tx.selectFrom('feedback_comments').select('id').where('student_id', '=', ada.id);
    return { work: await of.execute(), remarks: await said.execute() };
  });
  const now = Date.now();
  const isOpen = ({ submitted_at, grade_state }: (typeof work)[number]) =>
    submitted_at === null && grade_state === 'none';
  const past = work.filter((cell) => cell.due_at !== null && Date.parse(String(cell.due_at)) < now);
  const courses = new Set(work.map(({ course_id }) => course_id)).size;
  expect(work.filter(isOpen).length).toBeLessThanOrEqual(courses * 8);
  expect(past.filter(({ grade_source }) => grade_source === 'policy').length).toBeLessThanOrEqual(3);
  expect(remarks.length).toBeGreaterThan(courses);
});
