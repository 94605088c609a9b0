import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const person = (line: number, text: string, outcome: string) => ({
  line,
  text,
  outcome,
  user_id: null,
  name: null,
});
const preview = {
  id: '01900000-0000-7000-8000-0000000000e1',
  section_id: '01900000-0000-7000-8000-0000000000d1',
  role: 'student',
  state: 'previewed',
  counts: { will_enroll: 1, already: 1, not_found: 1, ambiguous: 1, wrong_role: 0, inactive_user: 0 },
  people: [
    person(1, 'ada@riverbend.example', 'will_enroll'),
    person(2, 'tom@riverbend.example', 'already'),
    person(4, 'nobody@riverbend.example', 'not_found'),
    person(5, 'Sam "S" Lee', 'ambiguous'),
  ],
  created_at: '2026-11-16T12:00:00Z',
};

test('UXP-38 (enrolment) a list is seen first with a reason in each line, the good ones go in without the bad, which come as a file of their own', async () => {
  const sent: string[] = [];
  const page = await scenes.open('enroll', {
    context: { acceptDownloads: true },
    api: async (route) => {
      const { pathname } = new URL(route.request().url());
      sent.push(pathname);
      return pathname.endsWith('/apply')
        ? route.fulfill({ json: { enrolled_count: 1, skipped: [] } })
        : route.fulfill({ status: 201, json: preview });
    },
  });
  await page.getByRole('textbox', { name: 'Or a list' }).fill('whoever');
  await page.getByRole('button', { name: 'Look first' }).click();
  const rows = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect
    .poll(() => rows.allTextContents())
    .toEqual([
      '1ada@riverbend.examplewill be enrolled',
      '2tom@riverbend.exampleis enrolled already',
      '4nobody@riverbend.examplenobody found',
      '5Sam "S" Leemeans several people',
    ]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the rows to correct' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toBe(
    '"email"\r\n"nobody@riverbend.example"\r\n"Sam ""S"" Lee"',
  );
  expect(sent).toEqual([`/api/v1/sections/${preview.section_id}/enrollment_previews`]);
  await page.getByRole('button', { name: 'Enroll 1 person' }).click();
  await page.getByText('1 person is enrolled').waitFor();
  expect(sent.at(-1)).toBe(`/api/v1/enrollment_previews/${preview.id}/apply`);
  await page.context().close();
});

test('TCH-06 a teacher is enrolled by choosing the role and the person', async () => {
  const teacher = '01900000-0000-7000-8000-0000000000f1';
  let asked: unknown;
  const page = await scenes.open('enroll', {
    me: { capabilities: { 'users.read': ['school'] } },
    api: async (route) => {
      const request = route.request();
      if (request.method() === 'POST') {
        asked = request.postDataJSON();
        return route.fulfill({ status: 201, json: { ...preview, role: 'teacher' } });
      }
      const found = { id: teacher, display_name: 'Tomas Weir', memberships: [] };
      return route.fulfill({ json: { data: [found], next_cursor: null } });
    },
  });
  await page.getByLabel('As').selectOption({ label: 'Teacher' });
  await page.getByRole('combobox', { name: 'Choose people' }).fill('tom');
  await page.getByRole('option', { name: 'Tomas Weir' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Look first' }).click();
  await expect.poll(() => asked).toEqual({ role: 'teacher', text: '', user_ids: [teacher] });
  await page.context().close();
});
