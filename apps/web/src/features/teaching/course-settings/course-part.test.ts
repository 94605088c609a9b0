import { CourseSettings } from '@k12/contracts/teaching/course-settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const can = { update: true, archive: true, copy: true, restore: false, delete: true, manage_sections: false };
const copied = {
  ...{ id: id('f1'), school_id: id('c1'), school_name: 'North', academic_year_id: id('a1'), state: 'draft' },
  ...{ name: 'Biology', code: 'BIO-1', subject: 'Science', grade_levels: ['9'], color: null, sections: [] },
  ...{ teachers: [], students_count: 0, my_role: 'teacher', lock_version: 3, can },
  ...{ created_at: '2026-11-16T12:00:00Z', updated_at: '2026-11-16T12:00:00Z' },
};
const settings = {
  ...{ settings: CourseSettings.parse({}), categories: [], weight_total: '100', is_final: true },
  ...{ lock_version: 0, can: { update: true } },
};
const refusal = problem(422, 'request.invalid', {
  errors: [{ pointer: '/code', code: 'duplicate', detail: 'Another course has this code.' }],
});

async function openSettings(sent: Record<string, unknown>[], isRefused: boolean) {
  let course = copied;
  return scenes.open('/teach/courses/[courseId]/settings', {
    api: async (route) => {
      const { pathname } = new URL(route.request().url());
      const json = (body: unknown) => route.fulfill({ json: body });
      if (pathname.endsWith('/gradebook/settings')) return json(settings);
      if (!pathname.endsWith(`/courses/${course.id}`)) return json({ data: [], next_cursor: null });
      if (route.request().method() !== 'PATCH') return json(course);
      const body = route.request().postDataJSON();
      sent.push(body);
      if (isRefused && sent.length === 1) return route.fulfill({ status: 422, json: refusal });
      course = { ...course, ...body, lock_version: course.lock_version + 1 };
      return json(course);
    },
  });
}

test('TCH-01 (change, page) a course is called otherwise by its teacher; a refusal stands at its field and takes nothing typed away', async () => {
  const sent: Record<string, unknown>[] = [];
  const page = await openSettings(sent, true);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Change the course' });
  const name = form.getByRole('textbox', { name: /^Name/ });
  await name.fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByRole('link', { name: 'Name: This is needed' }).waitFor();
  expect(sent).toEqual([]);

  await name.fill('Biology II');
  await form.getByRole('textbox', { name: 'Code' }).fill('BIO-2');
  await form.getByRole('radio', { name: 'Teal' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByRole('link', { name: 'Code: Another course has this code.' }).waitFor();
  expect(await name.inputValue()).toBe('Biology II');

  await form.getByRole('textbox', { name: 'Code' }).fill('BIO-3');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  const words = { name: 'Biology II', subject: 'Science', code: 'BIO-3' };
  expect(sent.at(-1)).toEqual({ ...words, grade_levels: ['9'], color: 'teal', lock_version: 3 });
  await page.context().close();
});

test('TCH-02 (page) a copied course is a draft until it is opened, which can be taken back', async () => {
  const sent: Record<string, unknown>[] = [];
  const page = await openSettings(sent, false);
  await page.getByRole('button', { name: 'Open the course' }).click();
  await page.getByText('Students do not see this course yet').waitFor({ state: 'detached' });
  expect(sent).toEqual([{ state: 'active', lock_version: 3 }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Students do not see this course yet').waitFor();
  expect(sent.at(-1)).toEqual({ state: 'draft', lock_version: 4 });
  await page.context().close();
});
