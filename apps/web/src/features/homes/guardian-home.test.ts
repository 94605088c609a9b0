import type { LearnerCourse, LearnerHome, LearnerItem } from '@k12/contracts/teaching/learning';
import type { Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveScenes } from '../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const idOf = (at: number) => `01900000-0000-7000-8000-0000000004${String(at).padStart(2, '0')}`;
const zone = 'America/New_York';
const children = [
  { id: idOf(1), name: 'Ada Okafor' },
  { id: idOf(2), name: 'عبيد أوكافور' },
];

const item: LearnerItem = {
  ...{ assignment_id: idOf(10), course_id: idOf(20), course_name: 'Biology', course_color: 'green' },
  ...{ title: 'Leaf lab', kind: 'assignment', category_name: null, time_zone: zone, is_extended: false },
  ...{ due_at: '2026-11-24T04:59:00Z', available_from_at: null, available_until_at: null },
  ...{ estimated_minutes: null, points_possible: '20', grading_type: 'points', status: 'to_do' },
  ...{ is_late: false, submitted_at: null, entry: null, entered_score: null, deduction: null, score: null },
  ...{ posted_at: null, is_by_policy: false, is_extra_credit: false, counts_toward_total: true },
};
const missing: LearnerItem = {
  ...{ ...item, assignment_id: idOf(11), title: 'Map of the silk roads', course_name: 'World history' },
  ...{ status: 'missing', due_at: '2026-11-18T04:59:00Z' },
};
const graded: LearnerItem = {
  ...{ ...item, assignment_id: idOf(12), title: 'Cell quiz', status: 'graded' },
  ...{ score: '17', entered_score: '17', posted_at: '2026-11-20T12:00:00Z' },
};
const course: LearnerCourse = {
  ...{ id: idOf(20), name: 'Biology', subject: 'Biology', color: 'green', school_name: 'Riverbend' },
  ...{ time_zone: zone, year_name: '2026–27', section_names: ['9B'], teachers: [], when: 'current' },
  ...{ to_do_count: 2, missing_count: 1, done_count: 4, items_count: 7, next_due: null },
  ...{ total: { percent: '87.4', label: 'B+', is_early: false, is_by_hand: false }, shows_totals: 'yes' },
};
const past: LearnerCourse = { ...course, id: idOf(21), name: 'Biology last year', when: 'past' };

function homeOf(at: number): LearnerHome {
  const child = children[at] ?? { id: '', name: '' };
  return {
    ...{
      student: child,
      given_name: child.name,
      today: '2026-11-22',
      time_zone: zone,
      now: null,
      next: null,
    },
    ...{ is_school_day: false, rotation_day: null, older_count: 0, minutes: 0 },
    to_dos: at === 0 ? [missing, item] : [],
    feedback: at === 0 ? [{ ...graded, comment: 'Clear table' }] : [],
  };
}

async function api(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const at = children.findIndex(({ id }) => pathname.includes(id));
  if (pathname.endsWith('/home')) return route.fulfill({ json: homeOf(at) });
  if (pathname.endsWith('/courses')) {
    const none = { ...course, to_do_count: 0, missing_count: 0, total: null };
    return route.fulfill({ json: { data: at === 0 ? [course, past] : [none] } });
  }
  const links = children.map(({ id, name }, place) => ({
    ...{ id: idOf(30 + place), student_id: id, student_name: name, state: 'active' },
  }));
  const data = pathname.endsWith('/guardian_links') ? links : [];
  return route.fulfill({ json: { data, next_cursor: null } });
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const looks = [
  ['en', 'light', '1 missing', 'was due'],
  ['es', 'dark', '1 sin entregar', 'era para'],
  ['fr', 'light', '1 manquant', 'à rendre'],
  ['ar', 'dark', 'عمل ناقص', 'كان موعده'],
] as const;

test.each(looks)(
  'UXP-126 (guardian, %s %s) one screen of a phone tells of a child what is missing, what is due, what came back and the grade',
  async (locale, colorScheme, missingWords, overdueWords) => {
    const clock = new Date('2026-11-22T15:00:00Z');
    const context = { ...phone, colorScheme };
    const page = await scenes.open('guardianHome', {
      api,
      locale,
      clock,
      context,
      me: { roles: ['guardian'] },
    });
    const ada = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Ada Okafor' }) });
    await ada.getByText(missingWords).first().waitFor();
    expect(await ada.getByRole('link', { name: 'Leaf lab' }).count()).toBe(1);
    expect(await ada.getByText(overdueWords).count()).toBeGreaterThan(0);
    expect(await ada.getByText('17/20').count()).toBe(1);
    expect(await ada.getByText('B+').count()).toBe(1);
    expect(await page.getByText('Biology last year').count()).toBe(0);
    const grade = await ada.getByText('B+').boundingBox();
    expect((grade?.y ?? 9_999) + (grade?.height ?? 0)).toBeLessThan(phone.viewport.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const href = await ada.getByRole('link', { name: 'Leaf lab' }).getAttribute('href');
    expect(href).toContain(`student=${idOf(1)}`);
    await page.context().close();
  },
);
