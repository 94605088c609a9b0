import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes('page-screens-page');
});
afterAll(() => scenes?.close());

const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const course = {
  ...{ id: id('f1'), school_id: id('c1'), academic_year_id: id('a1'), name: 'Biology', sections: [] },
  ...{ subject: '', color: null, teachers: [], can: { manage_sections: true } },
};
const section = {
  ...{ id: id('d1'), course_id: id('f1'), name: '9A', code: '', capacity: null, state: 'active' },
  ...{ term_ids: [], meetings: [] as unknown[], students_count: 0, lock_version: 3 },
};
const taken = problem(422, 'request.invalid', {
  errors: [{ pointer: '/name', code: 'duplicate', detail: 'Another section has this name.' }],
});

test('PLN-112 (section meetings, page) a section gets its weekdays, times and room in one line; what is missing and a name that is taken stand at their fields', async () => {
  const sent: unknown[] = [];
  const page = await scenes.open('/teach/courses/[courseId]/settings', {
    api: async (route) => {
      const { pathname } = new URL(route.request().url());
      const json = (body: unknown) => route.fulfill({ json: body });
      if (pathname.endsWith('/calendar')) return json({ weekdays: [1, 2, 3, 4, 5], rotation_days: ['A'] });
      if (pathname.endsWith('/terms')) return json({ data: [], next_cursor: null });
      if (pathname.endsWith(`/courses/${course.id}`)) return json(course);
      if (pathname.endsWith(`/courses/${course.id}/sections`)) return json({ data: [section] });
      if (!pathname.endsWith(`/sections/${section.id}`)) return route.fulfill({ status: 404, json: {} });
      sent.push(route.request().postDataJSON());
      if (sent.length === 1) return route.fulfill({ status: 422, json: taken });
      return json(section);
    },
  });
  await page.getByRole('button', { name: /^Change/ }).click();
  const form = page.getByRole('dialog', { name: 'Change 9A' });
  const save = form.getByRole('button', { name: 'Save' });
  await form.getByRole('button', { name: 'Add a time' }).click();
  await save.click();
  await form.getByText('Choose at least one day.').waitFor();
  expect(sent).toEqual([]);

  await form.getByRole('checkbox', { name: 'Mon' }).check();
  await form.getByRole('checkbox', { name: 'Day A' }).check();
  await form.getByLabel(/^From/).fill('09:50');
  await form.getByLabel(/^To/).fill('09:00');
  await form.getByText('It ends before it starts.').waitFor();
  await form.getByLabel(/^To/).fill('10:40');
  await form.getByRole('textbox', { name: 'Room' }).fill('12');
  await save.click();
  await form.getByRole('link', { name: 'Name: Another section has this name.' }).waitFor();

  await form.getByRole('textbox', { name: /^Name/ }).fill('9B');
  await save.click();
  await form.waitFor({ state: 'detached' });
  const time = { starts_at: '09:50', ends_at: '10:40', location: '12' };
  const range = { effective_from_on: null, effective_to_on: null };
  expect(sent[1]).toEqual({
    ...{ name: '9B', code: '', capacity: null, term_ids: [], lock_version: 3 },
    meetings: [
      { ...time, ...range, weekday: 1, rotation_day: null },
      { ...time, ...range, weekday: null, rotation_day: 'A' },
    ],
  });
  await page.context().close();
});
