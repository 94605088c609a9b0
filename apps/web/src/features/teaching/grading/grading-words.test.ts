import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const essay = id('f1');
const ada = id('f1');
const at = '2026-11-16T12:00:00Z';
const frame = {
  assignment: {
    ...{ id: essay, course_id: essay, course_name: 'Biology', title: 'Essay', points_possible: '20' },
    ...{ grading_type: 'points', is_anonymous: false, rubric_id: null, rubric_use: 'grades' },
    ...{ attempts_allowed: 1, time_zone: 'UTC' },
  },
  student_ids: [ada],
  counts: { all: 1, to_grade: 1, graded: 0, not_posted: 0, judged: null },
  can: { grade: true, comment: true, post: true, lift_anonymity: false },
};
const comment = (last: string, body: string, state: string) => ({
  ...{ id: id(last), attempt: 0, author: { id: id('a9'), name: 'Maria Keller' }, is_by_student: false },
  ...{ body, visibility: 'student', state, created_at: at, updated_at: at, lock_version: 1 },
  can: { update: true, delete: true },
});
const work = {
  assignment_id: essay,
  student: { student_id: ada, name: 'Ada Okafor', first_name: 'Ada', number: null },
  group: null,
  cell: {
    ...{ assignment_id: essay, student_id: ada, entry: null, entered_score: null, deduction: '0' },
    ...{ effective_score: null, state: 'none', status_override: null, late_minutes_override: null },
    ...{ is_posted: false, grade_version: 0, graded_by: null, graded_at: null },
  },
  ...{ has_new_work: true, submission_id: id('e1'), submission_state: 'submitted', due_at: null },
  ...{ submitted_at: at, late_seconds: 0, posts_at: null, posted_at: null, rubric: null },
  attempts: [
    {
      ...{ number: 1, submitted_at: at, is_by_staff: false, withdrawn_at: null, body: null, files: [] },
      ...{ links: [], late_seconds: 0, device_at: null, submitted_by: null },
    },
  ],
  ...{ newer_rubric_id: null, assessment: null, self_assessment: null, annotations: [], held_by: null },
  comments: [comment('c1', 'Well argued.', 'posted'), comment('c2', 'See me, Ada.', 'draft')],
};
const phrase = (last: string, body: string) => ({
  ...{ id: id(last), scope: 'mine', course_id: null, school_id: null, body, tags: [], shortcut: null },
  ...{ uses_count: 2, lock_version: 4, can: { update: true, delete: true } },
});

/** The grading view with a server that writes down what it is told. */
async function openGrading(answer: (path: string, method: string) => object | null = () => null) {
  const sent: [string, unknown][] = [];
  const page = await scenes.open('/teach/courses/[courseId]/assignments/[assignmentId]/grade/[studentId]', {
    api: async (route) => {
      const path = new URL(route.request().url()).pathname.replace('/api/v1', '');
      const method = route.request().method();
      if (method !== 'GET') sent.push([`${method} ${path}`, route.request().postDataJSON()]);
      const own = answer(path, method);
      if (own) return route.fulfill({ json: own });
      if (method === 'DELETE') return route.fulfill({ status: 204 });
      if (path === `/assignments/${essay}/grading`) return route.fulfill({ json: frame });
      if (path === `/assignments/${essay}/work/${ada}`) return route.fulfill({ json: work });
      if (path === '/comment_bank')
        return route.fulfill({ json: { data: [phrase('b1', 'Name the law, {first_name}.')] } });
      return route.fulfill({ status: 404, json: { type: 'about:blank', title: 'No', status: 404 } });
    },
  });
  await page.getByRole('textbox', { name: 'Comment' }).waitFor();
  const told = (start: string) => sent.filter(([what]) => what.startsWith(start)).map(([, body]) => body);
  return { page, sent, told };
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Comment' });

test('TCH-75 (page) phrases are pasted for a course, worded otherwise, deleted and brought back, and kept from a comment without the name', async () => {
  const { page, told } = await openGrading((path) =>
    path === '/comment_bank/import' ? { added_count: 2, known_count: 1 } : null,
  );
  await page.getByRole('button', { name: 'Keep as a phrase' }).click();
  await page.getByText('Kept: / brings it back').waitFor();
  expect(told('POST /comment_bank/import')).toEqual([{ lines: ['See me, {first_name}.'] }]);

  await page.getByRole('button', { name: 'Phrases' }).click();
  const drawer = page.getByRole('dialog', { name: 'Phrases' });
  await drawer.getByRole('textbox', { name: /^New phrases/ }).fill('Show your steps.\n\n  Check the unit. ');
  await drawer.getByRole('combobox', { name: 'For' }).selectOption('course');
  await drawer.getByRole('button', { name: 'Add 2 phrases' }).click();
  await drawer.getByText('2 phrases added; 1 was there already').waitFor();
  const lines = ['Show your steps.', 'Check the unit.'];
  expect(told('POST /comment_bank/import').at(-1)).toEqual({ lines, scope: 'course', course_id: essay });

  await drawer.getByRole('button', { name: 'Change the phrase' }).click();
  const words = drawer.getByRole('textbox', { name: /^Phrase/ });
  await words.fill('');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByText('This is needed').first().waitFor();
  expect(told('PATCH /comment_bank')).toEqual([]);
  await words.fill('Which law is it?');
  await drawer.getByRole('textbox', { name: 'Short word' }).fill('law');
  await drawer.getByRole('button', { name: 'Save' }).click();
  const changed = { body: 'Which law is it?', shortcut: 'law', lock_version: 4 };
  await expect.poll(() => told(`PATCH /comment_bank/${id('b1')}`)).toEqual([changed]);
  await page.context().close();
});

test('TCH-75 (page) a deleted phrase can be brought back', async () => {
  const { page, told } = await openGrading();
  await page.getByRole('button', { name: 'Phrases' }).click();
  const drawer = page.getByRole('dialog', { name: 'Phrases' });
  await drawer.getByRole('button', { name: 'Delete the phrase' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  const back = { body: 'Name the law, {first_name}.', tags: [], shortcut: null, scope: 'mine' };
  await expect.poll(() => told('POST /comment_bank')).toEqual([back]);
  expect(told(`DELETE /comment_bank/${id('b1')}`)).toHaveLength(1);
  await page.context().close();
});

test('TCH-70 (comments) an erased draft is not said, and a comment of one’s own that was posted is taken back after asking', async () => {
  const { page, told } = await openGrading();
  await field(page).fill('');
  await field(page).blur();
  await expect.poll(() => told(`DELETE /feedback_comments/${id('c2')}`)).toHaveLength(1);
  expect(told(`DELETE /feedback_comments/${id('c1')}`)).toHaveLength(0);

  await page.getByRole('button', { name: 'Take back' }).click();
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await question.getByText('The student may have read it already.').waitFor();
  await question.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Well argued.').waitFor({ state: 'detached' });
  expect(told(`DELETE /feedback_comments/${id('c1')}`)).toHaveLength(1);
  await page.context().close();
});

test('TCH-56 (page) work goes back with a note and a new due time, a refusal keeps both; one more attempt can be allowed', async () => {
  let times = 0;
  const result = { assignment_id: essay, student_id: ada };
  const { page, told } = await openGrading((path) => {
    if (path !== '/work_actions') return null;
    times += 1;
    if (times === 1)
      return { results: [{ ...result, status: 'refused', code: 'period_locked' }], done_count: 0 };
    return { results: [{ ...result, status: 'done', code: null }], done_count: 1 };
  });
  await page.getByRole('button', { name: 'Ask for revision' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for revision' });
  await dialog.getByRole('textbox', { name: /^What to revise/ }).fill('Name your sources.');
  await dialog.getByLabel('New due time, if any').fill('2099-01-05T15:00');
  await dialog.getByRole('button', { name: 'Ask for revision' }).click();
  await dialog.getByText('The grading period is locked.').waitFor();
  await dialog.getByRole('button', { name: 'Ask for revision' }).click();
  await dialog.waitFor({ state: 'detached' });
  const wish = { action: 'request_revision', note: 'Name your sources.', due_at: '2099-01-05T15:00:00.000Z' };
  expect(told('POST /work_actions').at(-1)).toEqual({ ...wish, items: [result] });

  await page.getByRole('button', { name: 'Allow another attempt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Allow another attempt' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const more = { action: 'grant_attempts', attempts: 1, items: [result] };
  expect(told('POST /work_actions').at(-1)).toEqual(more);
  await page.context().close();
});

test('TCH-70 (comments) who sees a comment is chosen by keys, and the way back leads into the comment', async () => {
  const { page } = await openGrading();
  await field(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByRole('radio', { name: 'Staff only' }).isChecked()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => field(page).evaluate((node) => node === document.activeElement)).toBe(true);
  await page.close();
});
