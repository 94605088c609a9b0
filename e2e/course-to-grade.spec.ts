import { readFile } from 'node:fs/promises';
import {
  type APIRequestContext,
  type Browser,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { accountOf, type DemoRole, stateOf } from './people.ts';

test.use({ actionTimeout: 20_000, viewport: { width: 1440, height: 900 } });

const student = accountOf('student').name;
const answer = 'The leaf gives off water, so the stem draws more up.';
const comment = 'You say what moves. Say next time what drives it.';
const staffNote = 'Wrote this without any help.';
const instruction = 'Explain where the water of a leaf goes.';

type Reader = 'student' | 'guardian';

/** What the steps hand on to each other. */
interface Journey {
  title: string;
  rubric: string;
  course: { id: string; name: string };
  category: string;
  student_id: string;
  assignment_id: string;
  /** The arithmetic of the total as it was read by each. */
  sums: string[];
}

async function pageOf(browser: Browser, role: DemoRole): Promise<Page> {
  const phone = role === 'student' && { viewport: { width: 390, height: 844 } };
  const context = await browser.newContext({ storageState: stateOf(role), acceptDownloads: true, ...phone });
  return context.newPage();
}

/** Calls the API as whoever a page belongs to. */
async function call(by: APIRequestContext, method: string, path: string, data?: object) {
  const origin = test.info().project.use.baseURL ?? '';
  const { csrf_token } = await (await by.get('/api/v1/csrf')).json();
  const reply = await by.fetch(`/api/v1${path}`, {
    method,
    headers: { 'x-csrf-token': csrf_token, 'idempotency-key': crypto.randomUUID(), origin },
    ...(data && { data }),
  });
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
  return reply.json();
}

test('TCH-26 TCH-51 TCH-69 TCH-80 TCH-82 TCH-118 TCH-130 TCH-185 TCH-190 a unit becomes a module, its work is handed in over a lost network, graded by keys, seen when posted, and an import is taken back', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const teacher = await pageOf(browser, 'teacher');
  const learner = await pageOf(browser, 'student');
  const guardian = await pageOf(browser, 'guardian');
  const journey = await begin(teacher, learner);
  await test.step('a published unit becomes a module', () => makeModule(teacher, journey));
  await test.step('an assignment is written and published', () => writeAssignment(teacher, journey));
  await test.step('the student hands in over a lost network', () => handIn(learner, journey));
  await test.step('the teacher grades by keyboard', () => grade(teacher, journey));
  await test.step('the teacher sees that the totals differ', () => compareTotals(teacher, journey));
  await test.step('the student sees nothing of it', () => seeNothing(learner, 'student', journey));
  await test.step('the guardian sees nothing of it', () => seeNothing(guardian, 'guardian', journey));
  await test.step('the teacher posts', () => post(teacher, journey));
  await test.step('the student sees it', () => seeGrade(learner, 'student', journey));
  await test.step('the guardian sees it', () => seeGrade(guardian, 'guardian', journey));
  await test.step('all three read the same arithmetic', () => compareSums(teacher, journey));
  await test.step('grades go out, are edited and come in', () => importEdited(teacher, learner, journey));
  await test.step('the import is taken back', () => takeBack(teacher, journey));
});

/** A course that the demo's student is in and its teacher teaches, and a rubric to choose. */
async function begin(teacher: Page, learner: Page): Promise<Journey> {
  const me = await call(learner.request, 'GET', '/me');
  const { data: learning } = await call(learner.request, 'GET', `/students/${me.user.id}/courses`);
  const { data: teaching } = await call(teacher.request, 'GET', '/courses?mine=true');
  const taught = new Set(teaching.map(({ id }: { id: string }) => id));
  const course = learning.find(({ id }: { id: string }) => taught.has(id));
  const { data: categories } = await call(teacher.request, 'GET', `/courses/${course.id}/grade_categories`);
  const mark = crypto.randomUUID().slice(0, 6);
  const ratings = ['Clear', 'Partly', 'Not yet'].map((label, at) => ({ label, points: String(4 - 2 * at) }));
  const rubric = await call(teacher.request, 'POST', '/rubrics', {
    title: `Explaining ${mark}`,
    ...{ scope: 'course', course_id: course.id, has_points: true, state: 'published' },
    criteria: ['Evidence', 'Reasoning'].map((title) => ({ title, ratings })),
  });
  return {
    title: `Water in leaves ${mark}`,
    rubric: rubric.title,
    course: { id: course.id, name: course.name },
    category: categories.at(-1).name,
    student_id: me.user.id,
    assignment_id: '',
    sums: [],
  };
}

async function makeModule(page: Page, { course }: Journey) {
  const { data: units } = await call(page.request, 'GET', `/courses/${course.id}/unit_modules`);
  const [unit] = units;
  const { data: plans } = await call(page.request, 'GET', `/unit_plans/${unit.unit_plan_id}/lesson_plans`);
  const lessons = plans.map(({ title }: { title: string }) => title);
  expect(lessons.length).toBeGreaterThan(1);
  await page.goto(`/teach/courses/${course.id}/modules`);
  const modules = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(modules.first()).toBeVisible();
  const before = await modules.count();

  await page.getByRole('button', { name: 'Module from a unit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Module from a unit' });
  const row = dialog.getByRole('listitem').filter({ hasText: unit.title });
  const [, span] = / lessons? · ([^·]+ – [^·]+?)( ·|Make|$)/.exec((await row.textContent()) ?? '') ?? [];
  expect(span).toBeTruthy();
  await row.getByRole('button', { name: `Make a module of ${unit.title}` }).click();

  await expect(modules).toHaveCount(before + 1);
  const made = modules.last();
  await expect(made).toContainText('Draft');
  await expect(made).toContainText(span?.trim() ?? '');
  const fields = made.getByRole('textbox', { name: /^Title of / });
  const titles = await fields.evaluateAll((inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value),
  );
  expect(titles[0]).toBe(unit.title);
  expect(titles.slice(1).filter((title) => lessons.includes(title))).toEqual(lessons);
}

async function writeAssignment(page: Page, journey: Journey) {
  const tabs = page.getByRole('navigation', { name: 'Course', exact: true });
  await tabs.getByRole('link', { name: 'Assignments' }).click();
  await page.getByRole('button', { name: 'New assignment' }).click();
  const dialog = page.getByRole('dialog', { name: 'New assignment' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(journey.title);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: journey.title })).toBeAttached();
  journey.assignment_id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const publishing = page.getByRole('complementary', { name: 'Publishing' });
  await expect(publishing).toContainText('It has no due date.');
  await page.getByLabel('Due, Everyone', { exact: true }).fill(`${inThreeDays()}T23:59`);
  await page.keyboard.press('Enter');
  await expect(publishing).not.toContainText('It has no due date.');
  await saving(page, async () => {
    const instructions = page.getByRole('textbox', { name: 'Instructions' });
    await instructions.click();
    await expect(instructions).toBeFocused();
    await page.keyboard.type(instruction);
  });
  const grading = page.getByRole('region', { name: 'Grading', exact: true });
  await saving(page, () =>
    grading.getByRole('combobox', { name: 'Category' }).selectOption(journey.category),
  );
  const posting = grading.getByRole('combobox', { name: 'Grades are shown' });
  await saving(page, () => posting.selectOption('When posted by hand'));
  const rubric = page.getByRole('region', { name: 'Rubric', exact: true });
  await saving(page, () =>
    rubric.getByRole('combobox', { name: 'Rubric', exact: true }).selectOption(journey.rubric),
  );
  await expect(rubric.getByRole('combobox', { name: 'What it does' })).toHaveValue('grades');
  await saving(page, async () => {
    await grading.getByRole('textbox', { name: 'Points' }).fill('8');
    await page.keyboard.press('Tab');
  });
  await expect(publishing).toContainText('Nothing is missing.');
  await publishing.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(publishing).toContainText(/0 of \d+ handed in/);
}

/** Waits until what was changed has reached the server. */
async function saving(page: Page, change: () => Promise<unknown>) {
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PATCH' && reply.ok());
  await change();
  await saved;
}

function inThreeDays(): string {
  return new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
}

async function handIn(page: Page, { course, title }: Journey) {
  await page.goto(`/learn/courses/${course.id}`);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(instruction);
  const note = (words: RegExp) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.pressSequentially(answer.slice(0, 24));
  await note(/^Saved/);
  await page.context().setOffline(true);
  await text.pressSequentially(answer.slice(24));
  await note(/Not sent yet; kept on this device/);
  await page.context().setOffline(false);
  await note(/^Saved/);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  const receipt = page.getByRole('region', { name: 'Handed in', exact: true });
  await expect(receipt).toContainText('Receipt');
  await expect(receipt).toContainText(`${answer.split(' ').length} words`);
}

const level = (page: Page, criterion: string, name: string) =>
  page.getByRole('group', { name: criterion }).getByRole('radio', { name });
const score = (page: Page) => page.getByRole('textbox', { name: 'Score', exact: true });
const commentField = (page: Page) => page.getByRole('textbox', { name: 'Comment', exact: true });

async function grade(page: Page, { course, title }: Journey) {
  await page.goto(`/teach/courses/${course.id}/submissions`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Student or assignment' }).fill(title);
  const row = page.getByRole('row').filter({ hasText: title });
  await row.getByRole('link', { name: student }).click();
  await expect(page.getByRole('heading', { level: 1, name: student })).toBeVisible();
  await expect(page.getByRole('article')).toContainText(answer);

  await page.keyboard.press('3');
  await expect(level(page, 'Evidence', 'Clear')).toBeChecked();
  await page.keyboard.press('2');
  await expect(level(page, 'Reasoning', 'Partly')).toBeChecked();
  await expect(score(page)).toHaveValue('6');

  const said = () =>
    page.waitForResponse((reply) => reply.request().method() === 'POST' && /\/comments$/.test(reply.url()));
  await page.keyboard.press('c');
  await expect(commentField(page)).toBeFocused();
  const saidToStudent = said();
  await page.keyboard.type(comment);
  await page.keyboard.press('Tab');
  await saidToStudent;
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Staff only' })).toBeChecked();
  await page.keyboard.press('Shift+Tab');
  await expect(commentField(page)).toBeFocused();
  const saidToStaff = said();
  await page.keyboard.type(staffNote);
  await page.keyboard.press('Escape');
  await saidToStaff;

  await page.reload();
  await expect(commentField(page)).toHaveValue(comment);
  await expect(score(page)).toHaveValue('6');
  await expect(level(page, 'Reasoning', 'Partly')).toBeChecked();
  await expect(page.getByRole('list', { name: 'Said before' })).toContainText(staffNote);
}

/** The sheet at the row of the student, its active cell that of the assignment. */
async function openSheet(page: Page, { course, category, title }: Journey) {
  await page.goto(`/teach/courses/${course.id}/gradebook`);
  await page.getByRole('textbox', { name: 'Find a student' }).fill(student);
  await page.getByRole('button', { name: /^Grading period/ }).click();
  await page.getByRole('menuitemradio', { name: 'Whole year' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitemradio', { name: category }).click();
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: `Grades of ${course.name}` });
  await grid.focus();
  await grid.press('End');
  await expect(grid.getByRole('columnheader', { name: title })).toBeVisible();
  const row = grid.getByRole('row').filter({ hasText: student.split(' ').at(-1) ?? '' });
  return { grid, row, cell: row.getByRole('gridcell', { selected: true }) };
}

async function compareTotals(page: Page, journey: Journey) {
  const { row, cell } = await openSheet(page, journey);
  await expect(cell).toHaveText(/^6(?!\d)/);
  const total = row.getByRole('gridcell').first().getByRole('button');
  await expect(total).toHaveAttribute('title', /^Students see another total/);
  await total.click();
  const drawer = page.getByRole('dialog', { name: `How the total of ${student} comes about` });
  const line = drawer.getByRole('listitem').filter({ hasText: journey.title });
  await expect(line).toContainText('6 / 8');
  await drawer.getByRole('radio', { name: 'Student and family' }).check();
  await expect(line).toContainText('– / 8');
  await expect(line).toContainText('Not graded yet');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
}

/** The category that the work counts in: other journeys may grade in the others meanwhile. */
function partOf(arithmetic: Locator, title: string): Locator {
  return arithmetic.locator('section').filter({ hasText: title });
}

/** The grades of the course as the student or the guardian opens them, down to the arithmetic. */
async function openGrades(page: Page, reader: Reader, { course, title }: Journey) {
  await page.goto('/learn/grades');
  if (reader === 'guardian') {
    const child = page.getByRole('radio', { name: student });
    await child.click();
    await expect(child).toBeChecked();
  }
  const grades = page.getByRole('main').getByRole('listitem').filter({ hasText: course.name }).first();
  await grades.getByText(course.name, { exact: true }).first().click();
  await grades.getByRole('button', { name: 'How this adds up' }).click();
  const lines = grades.getByRole('listitem').filter({ hasText: title });
  const link = page.getByRole('link');
  const whole = partOf(grades.getByRole('region', { name: 'The arithmetic' }), title);
  return { sum: lines.filter({ hasNot: link }), row: lines.filter({ has: link }), whole };
}

async function seeNothing(page: Page, reader: Reader, journey: Journey) {
  const { sum, row } = await openGrades(page, reader, journey);
  await expect(sum).toContainText('– / 8');
  await expect(row).toContainText('Handed in');
  await row.getByRole('link', { name: journey.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: journey.title })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Handed in so far');
  await expect(page.getByRole('region', { name: 'Feedback', exact: true })).toBeHidden();
  const sent = await learnerRecord(page, journey);
  expect(sent).toMatchObject({ score: null, entered_score: null, posted_at: null });
  expect(JSON.stringify(sent)).not.toContain(comment);
}

function learnerRecord(page: Page, { student_id, assignment_id }: Journey) {
  return call(page.request, 'GET', `/students/${student_id}/assignments/${assignment_id}`);
}

async function post(page: Page, journey: Journey) {
  const { grid } = await openSheet(page, journey);
  await grid.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: student })).toBeVisible();
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Post or hide' });
  await expect(dialog.getByRole('status')).toContainText('1 grade becomes visible');
  await dialog.getByRole('button', { name: 'Post', exact: true }).press('Enter');
  await expect(page.getByText('1 grade posted')).toBeVisible();
}

async function seeGrade(page: Page, reader: Reader, journey: Journey) {
  const { sum, row, whole } = await openGrades(page, reader, journey);
  await expect(sum).toContainText('6 / 8');
  journey.sums.push((await whole.textContent()) ?? '');
  await expect(row).toContainText('6/8');
  await row.getByRole('link', { name: journey.title }).click();
  const feedback = page.getByRole('region', { name: 'Feedback', exact: true });
  await expect(feedback).toContainText('6/8');
  await expect(feedback).toContainText(/Evidence\s*Clear\s*4\/4/);
  await expect(feedback).toContainText(/Reasoning\s*Partly\s*2\/4/);
  await expect(feedback.getByRole('list', { name: 'Comments' })).toContainText(comment);
  await expect(page.getByRole('main')).not.toContainText(staffNote);
}

async function compareSums(page: Page, journey: Journey) {
  const { row } = await openSheet(page, journey);
  await row.getByRole('gridcell').first().getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: `How the total of ${student} comes about` });
  await drawer.getByRole('radio', { name: 'Student and family' }).check();
  const whole = partOf(drawer.getByRole('region', { name: 'The arithmetic' }), journey.title);
  await expect(whole.getByRole('listitem').filter({ hasText: journey.title })).toContainText('6 / 8');
  const shown = (await whole.textContent()) ?? '';
  expect(journey.sums).toEqual([shown, shown]);
  await page.keyboard.press('Escape');
}

async function importEdited(page: Page, learner: Page, journey: Journey) {
  const { cell } = await openSheet(page, journey);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Grades as CSV', exact: true }).click();
  const file = await download;
  const buffer = Buffer.from(withGrade(await readFile(await file.path(), 'utf8'), journey, '7'));

  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import grades' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import grades' });
  const given = { name: file.suggestedFilename(), mimeType: 'text/csv', buffer };
  await dialog.getByLabel('CSV file').setInputFiles(given);
  await expect(dialog.getByText('Changes: 1', { exact: true })).toBeVisible();
  await expect(dialog.getByText('Changed since')).toHaveCount(0);
  const change = dialog.getByRole('row').filter({ hasText: '6 → 7' });
  await expect(change).toContainText(journey.title);
  expect(await learnerRecord(learner, journey)).toMatchObject({ score: '6' });
  await dialog.getByRole('button', { name: 'Change 1 grade' }).click();
  await expect(page.getByText('1 grade imported')).toBeVisible();
  await expect(cell).toHaveText(/^7(?!\d)/);
}

/** The exported table with one grade written over. */
function withGrade(table: string, { assignment_id, student_id }: Journey, entry: string): string {
  const lines = table.split('\r\n').map((line) => {
    const cells = line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g);
    return [...cells].map(([, cell = '']) => cell);
  });
  const at = lines[0]?.findIndex((header) => header.includes(assignment_id)) ?? -1;
  const row = lines.find((cells) => cells.some((cell) => cell.includes(student_id)));
  expect(row?.[at]).toBe('6');
  if (row) row[at] = entry;
  return lines.map((cells) => cells.join(',')).join('\r\n');
}

async function takeBack(page: Page, journey: Journey) {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const drawer = page.getByRole('dialog', { name: 'History' });
  const imported = drawer.getByRole('listitem').filter({ hasText: 'Imported: 1 grade' }).first();
  await imported.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('1 grade put back')).toBeVisible();
  await expect(imported).toContainText('Taken back');
  const { cell } = await openSheet(page, journey);
  await expect(cell).toHaveText(/^6(?!\d)/);
}
