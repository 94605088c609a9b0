import { expect, type Locator, type Page, request } from '@playwright/test';
import { call, origin } from './call-api.ts';
import { stateOf } from './people.ts';

interface Sheet {
  course_id: string;
  titles: string[];
  assignments: string[];
  students: { id: string; name: string }[];
}

const titles = ['Leaf lab', 'Reaction report', 'Unit test'];

/**
 * A course of its own with three students and three assignments, the first of them due yesterday; taught by whoever the
 * page belongs to, and by another teacher when one is named.
 */
export async function aSheet(page: Page, other?: string): Promise<Sheet> {
  const admin = await request.newContext({ baseURL: origin(), storageState: stateOf('admin') });
  const me = await call(page.request, 'GET', '/me');
  const { data: taught } = await call(page.request, 'GET', '/courses?mine=true');
  const { schools } = await call(admin, 'GET', '/me');
  const known = taught.find(({ school_id }: { school_id: string }) => school_id === schools[0].id);
  const { data: people } = await call(page.request, 'GET', `/enrollments?course_id=${known.id}&role=student`);
  const users = [...new Set<string>(people.map(({ user_id }: { user_id: string }) => user_id))];
  const course = await call(admin, 'POST', '/courses', {
    ...{ school_id: known.school_id, academic_year_id: known.academic_year_id },
    ...{ name: `Sheet ${crypto.randomUUID().slice(0, 6)}`, sections: [{ name: 'All' }] },
  });
  const { data: sections } = await call(admin, 'GET', `/courses/${course.id}/sections`);
  const section_id = sections[0].id;
  const join = (user_id: string, role: string) =>
    call(admin, 'POST', '/enrollments', { section_id, user_id, role, starts_on: null });
  await join(me.user.id, 'teacher');
  if (other) await join(other, 'co_teacher');
  for (const id of users.slice(0, 3)) await join(id, 'student');
  await call(admin, 'PATCH', `/courses/${course.id}`, { state: 'active', lock_version: course.lock_version });
  await admin.dispose();
  const assignments: string[] = [];
  for (const [at, title] of titles.entries()) {
    const due_at = new Date(Date.now() + (at * 2 - 1) * 86_400_000).toISOString();
    const made = await call(page.request, 'POST', `/courses/${course.id}/assignments`, {
      ...{ title, points_possible: '20', posting_policy: 'manual', submission_types: ['text'] },
      dates: [{ target: 'everyone', due_at }],
    });
    await call(page.request, 'POST', `/assignments/${made.id}/publish`, { accept_warnings: true });
    assignments.push(made.id);
  }
  const book = await call(page.request, 'GET', `/courses/${course.id}/gradebook`);
  const students = book.rows.map(({ student_id, sort_name }: { student_id: string; sort_name: string }) => ({
    id: student_id,
    name: sort_name,
  }));
  return { course_id: course.id, titles, assignments, students };
}

export const gridOf = (page: Page) => page.getByRole('grid');
/** Total and label come before the first assignment. */
export const cellOf = (page: Page, name: string, at: number): Locator =>
  gridOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('gridcell')
    .nth(2 + at);
export async function open(page: Page, { course_id }: Sheet) {
  await page.goto(`/teach/courses/${course_id}/gradebook`);
  await expect(gridOf(page)).toBeVisible();
  await page.getByRole('button', { name: /^Grading period/ }).click();
  await page.getByRole('menuitemradio', { name: 'Whole year' }).click();
  await page.keyboard.press('Escape');
  await expect(gridOf(page).getByRole('columnheader', { name: 'Unit test' })).toBeVisible();
}
