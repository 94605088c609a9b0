import { type Browser, expect, type Page, test } from '@playwright/test';
import { call, origin } from './call-api.ts';
import { accountOf, type DemoRole, stateOf } from './people.ts';
import { aSheet, cellOf, gridOf, open } from './sheet-records.ts';
import { signedIn } from './sign-in-everybody.ts';

test.use({ actionTimeout: 20_000 });

const student = accountOf('student').name;
const colleague = 'two.schools@riverbend.example';

async function pageOf(browser: Browser, role: DemoRole, width: number): Promise<Page> {
  const viewport = { width, height: 800 };
  return (await browser.newContext({ storageState: stateOf(role), viewport })).newPage();
}

/** A document of two pages, a line on each. */
function twoPages(): Buffer {
  const stream = (text: string) => {
    const drawn = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
    return `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`;
  };
  const page = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    ...[page(5), page(6), stream('The rate fell quickly.'), stream('Then it fell slowly.')],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** One white point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(by: Page, assignment: string, name: string, content_type: string, bytes: Buffer) {
  const size_bytes = bytes.length;
  const begun = { name, content_type, size_bytes };
  const { id } = await call(by.request, 'POST', `/assignments/${assignment}/uploads`, begun);
  const { csrf_token } = await (await by.request.get('/api/v1/csrf')).json();
  const sent = await by.request.fetch(`/api/v1/work_uploads/${id}?offset=0`, {
    method: 'PATCH',
    data: bytes,
    headers: {
      'x-csrf-token': csrf_token,
      'content-type': 'application/octet-stream',
      origin: origin(),
    },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const done = await call(by.request, 'POST', `/work_uploads/${id}/complete`, {});
  return done.file.file_id as string;
}

interface Work {
  id: string;
  title: string;
  learn: string;
  grade: string;
}

/** Work by a rubric that asks students to judge themselves, in a course both demo people are in. */
async function publishedWork(teacher: Page, learner: Page): Promise<Work> {
  const me = await call(learner.request, 'GET', '/me');
  const { data: learning } = await call(learner.request, 'GET', `/students/${me.user.id}/courses`);
  const { data: teaching } = await call(teacher.request, 'GET', '/courses?mine=true');
  const taught = new Set(teaching.map(({ id }: { id: string }) => id));
  const course = learning.find(({ id }: { id: string }) => taught.has(id));
  const { data: categories } = await call(teacher.request, 'GET', `/courses/${course.id}/grade_categories`);
  const ratings = ['Clear', 'Partly', 'Not yet'].map((label, at) => ({ label, points: String(4 - 2 * at) }));
  const title = `Rates ${crypto.randomUUID().slice(0, 6)}`;
  const rubric = await call(teacher.request, 'POST', '/rubrics', {
    ...{ title, scope: 'course', course_id: course.id, has_points: true, state: 'published' },
    criteria: ['Evidence', 'Reasoning'].map((name) => ({ title: name, ratings })),
  });
  const { id } = await call(teacher.request, 'POST', `/courses/${course.id}/assignments`, {
    ...{ title, points_possible: '8', category_id: categories[0]?.id ?? null },
    ...{ submission_types: ['text', 'file'], max_files: 3, posting_policy: 'manual' },
    ...{ rubric_id: rubric.id, rubric_use: 'grades', wants_self_assessment: true },
  });
  await call(teacher.request, 'POST', `/assignments/${id}/publish`, { accept_warnings: true });
  return {
    ...{ id, title },
    learn: `/learn/courses/${course.id}/assignments/${id}`,
    grade: `/teach/courses/${course.id}/assignments/${id}/grade/${me.user.id}`,
  };
}

const saved = (page: Page, method: string, path: RegExp) =>
  page.waitForResponse(
    (reply) => reply.request().method() === method && path.test(reply.url()) && reply.ok(),
  );
const level = (page: Page, criterion: string, name: string) =>
  page.getByRole('group', { name: criterion }).getByRole('radio', { name });
const score = (page: Page) => page.getByRole('textbox', { name: 'Score', exact: true });
const nameShown = (page: Page) => page.getByRole('heading', { level: 1 });

test('TCH-67 TCH-68 TCH-70 TCH-71 TCH-72 TCH-73 TCH-74 TCH-76 TCH-81 TCH-88 work is judged by its student, shown and marked in place, graded by one criterion, posted, and read with its marks', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const teacher = await pageOf(browser, 'teacher', 1366);
  const learner = await pageOf(browser, 'student', 390);
  const work = await publishedWork(teacher, learner);
  await test.step('the student sees the rubric, judges and hands in', () => judgeAndHandIn(learner, work));
  await test.step('files are shown in place', () => seeFiles(teacher, work));
  await test.step('pages and pictures are marked', () => markPages(teacher));
  await test.step('panes keep their size and stack', () => resizePanes(teacher));
  await test.step('the next student needs no network', () => goOnWithoutNetwork(teacher));
  await test.step('one criterion after the other student', () => gradeOneCriterion(teacher, work));
  await test.step('an unsent score stays; another’s change is shown', () => loseNetwork(teacher, work));
  await test.step('nothing is seen, then it is posted', () => post(teacher, learner, work));
});

async function judgeAndHandIn(page: Page, work: Work) {
  await page.goto(work.learn);
  const rubric = page.getByRole('region', { name: 'What it is judged by' });
  await expect(rubric).toContainText('Reasoning');
  const kept = saved(page, 'PUT', /my_self_assessment$/);
  await level(page, 'Evidence', 'Partly').check();
  await kept;
  const ids = [
    await upload(page, work.id, 'graph.pdf', 'application/pdf', twoPages()),
    await upload(page, work.id, 'beaker.png', 'image/png', picture),
  ];
  const { draft } = await call(page.request, 'GET', `/assignments/${work.id}/my_submission`);
  const body = { body: null, file_ids: ids, links: [], draft_version: draft.version };
  await call(page.request, 'POST', `/assignments/${work.id}/my_submission/submit`, body);
}

async function seeFiles(page: Page, work: Work) {
  const refused: string[] = [];
  page.on('console', (line) => line.text().includes('Content Security Policy') && refused.push(line.text()));
  await page.goto(work.grade);
  await expect(nameShown(page)).toHaveText(student);
  await expect(page.getByRole('region', { name: 'Page 1 of 2' })).toContainText('The rate fell quickly.');
  await expect(page.getByRole('img', { name: 'beaker.png' })).toHaveJSProperty('complete', true);
  await expect(page.getByRole('group', { name: 'Evidence' })).toContainText('student: Partly');
  expect(refused).toEqual([]);
}

const marksOf = (page: Page, file: string) =>
  page
    .getByRole('figure')
    .filter({ hasText: file })
    .getByRole('list', { name: 'Marks' })
    .getByRole('listitem');

async function markPages(page: Page) {
  const graph = page.getByRole('figure').filter({ hasText: 'graph.pdf' });
  const first = graph.getByRole('region', { name: 'Page 1 of 2' });
  await graph.getByRole('button', { name: 'Highlight' }).click();
  await first.scrollIntoViewIfNeeded();
  const box = await first.boundingBox();
  if (!box) throw new Error('no page');
  const made = saved(page, 'POST', /annotations$/);
  await page.mouse.move(box.x + box.width * 0.1, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 110, { steps: 5 });
  await page.mouse.up();
  const { place } = await (await made).json();
  expect(place.x).toBeCloseTo(0.1, 1);
  expect(place.width).toBeCloseTo(0.4, 1);
  const words = saved(page, 'PATCH', /annotations\//);
  await expect(page.getByRole('textbox', { name: 'Note on mark 1' })).toBeFocused();
  await page.keyboard.type('How quickly?');
  await page.keyboard.press('Tab');
  await words;

  const beaker = page.getByRole('figure').filter({ hasText: 'beaker.png' });
  const byKey = saved(page, 'POST', /annotations$/);
  await beaker.getByRole('button', { name: 'Note', exact: true }).focus();
  await page.keyboard.press('Enter');
  const before = (await (await byKey).json()).place;
  const mark = beaker.getByRole('button', { name: 'Mark 1: note' });
  const moved = saved(page, 'PATCH', /annotations\//);
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  expect((await (await moved).json()).place.x).toBeCloseTo(before.x + 0.01, 4);
  await page.reload();
  await expect(marksOf(page, 'graph.pdf')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Note on mark 1' }).first()).toHaveValue('How quickly?');
}

async function resizePanes(page: Page) {
  const separator = page.getByRole('separator', { name: 'Width of the grading column' });
  const column = page.getByRole('complementary', { name: 'Grading' });
  const widthOf = async () => (await column.boundingBox())?.width ?? 0;
  const before = await widthOf();
  await separator.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(widthOf).toBeCloseTo(before + 32, 0);
  await page.reload();
  await expect.poll(widthOf).toBeCloseTo(before + 32, 0);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(separator).toBeHidden();
  const paper = await page.getByRole('article').boundingBox();
  const who = await nameShown(page).boundingBox();
  const below = await score(page).boundingBox();
  expect(who?.y ?? 999).toBeLessThan(paper?.y ?? 0);
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((paper?.y ?? 0) + (paper?.height ?? 0));
  await page.setViewportSize({ width: 1366, height: 800 });
}

/** What comes next is here already: with the line cut it opens all the same. */
async function goOnWithoutNetwork(page: Page) {
  await page.waitForLoadState('networkidle');
  await page.route('**/api/v1/assignments/*/work/**', () => undefined);
  const before = await nameShown(page).textContent();
  await page.keyboard.press('j');
  await expect(nameShown(page)).not.toHaveText(before ?? '');
  await page.unroute('**/api/v1/assignments/*/work/**');
  await page.keyboard.press('k');
  await expect(nameShown(page)).toHaveText(before ?? '');
}

async function gradeOneCriterion(page: Page, work: Work) {
  const by = page.getByRole('combobox', { name: 'Grade by' });
  await by.selectOption('Evidence');
  await expect(page.getByRole('group', { name: 'Reasoning' })).toBeHidden();
  const so = page.getByRole('status').filter({ hasText: 'judged by this criterion' });
  await expect(so).toHaveText(/^0 of /);
  const before = await nameShown(page).textContent();
  const kept = saved(page, 'PUT', /rubric_assessment$/);
  await page.keyboard.press('3');
  await kept;
  await expect(nameShown(page)).not.toHaveText(before ?? '');
  await expect(so).toHaveText(/^1 of /);
  await page.goto(work.grade);
  await expect(level(page, 'Evidence', 'Clear')).toBeChecked();
}

async function loseNetwork(page: Page, work: Work) {
  await expect(nameShown(page)).toHaveText(student);
  await level(page, 'Reasoning', 'Partly').check();
  await expect(score(page)).toHaveValue('6');
  const status = (words: RegExp) => page.getByRole('status').filter({ hasText: words });
  await page.context().setOffline(true);
  await score(page).fill('7');
  await page.keyboard.press('Enter');
  await expect(status(/^Not sent yet/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(status(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(score(page)).toHaveValue('7');

  const path = work.grade.replace(/.*assignments\/([^/]+)\/grade\/(.*)/, '/assignments/$1/work/$2');
  const { cell } = await call(page.request, 'GET', path);
  const { grade_version } = cell;
  // The page does not hear of it before the score is sent: what it reads meanwhile waits.
  const isHeard = Promise.withResolvers<void>();
  await page.route(`**/api/v1${path}`, async (route) => {
    if (route.request().method() === 'GET') await isHeard.promise;
    await route.continue();
  });
  await call(page.request, 'PUT', `${path}/grade`, { entry: '5', grade_version });
  await score(page).fill('8');
  await page.keyboard.press('Enter');
  const notice = page.getByText(/changed this grade$/);
  await expect(notice).toContainText(accountOf('teacher').name);
  isHeard.resolve();
  await page.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(score(page)).toHaveValue('5');
}

async function post(teacher: Page, learner: Page, work: Work) {
  await learner.goto(work.learn);
  await expect(learner.getByRole('heading', { level: 1, name: work.title })).toBeVisible();
  await expect(learner.getByText('How quickly?')).toBeHidden();
  await teacher.getByRole('button', { name: 'Post or hide' }).click();
  const dialog = teacher.getByRole('dialog', { name: 'Post or hide' });
  await dialog.getByRole('radio', { name: 'This student only' }).check();
  await expect(dialog.getByRole('status')).toContainText('1 grade becomes visible');
  await dialog.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(dialog).toBeHidden();
  await learner.reload();
  const marks = learner.getByRole('region', { name: 'Marks on your work' });
  await expect(marks).toContainText('How quickly?');
  await expect(marks.getByRole('button', { name: 'Mark 1: highlight' })).toBeVisible();
  await expect(learner.getByRole('region', { name: 'Feedback' })).toContainText('you: Partly');
}

const typed = (page: Page) =>
  page.waitForResponse((reply) => reply.request().method() === 'PATCH' && reply.url().endsWith('/cells'));
const says = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });
const openCell = (page: Page) => page.getByRole('textbox', { name: 'Grade', exact: true });

test('TCH-93 TCH-94 TCH-95 TCH-96 TCH-97 TCH-99 TCH-100 TCH-101 grades are typed by keys alone, kept over a lost network, pasted and taken back, beside a colleague who types too', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'teacher', 1366);
  const other = await colleagueOf(browser);
  const sheet = await aSheet(page, (await call(other.request, 'GET', '/me')).user.id);
  const names = sheet.students.map(({ name }) => name) as Names;
  await noteDelays(page);
  await open(page, sheet);
  await open(other, sheet);
  await test.step('keys, entries and refusals', () => typeByKeys(page, names));
  await test.step('a lost network keeps it, says so, warns and sends it', () => loseTheSheet(page, names));
  await test.step('a colleague is not overwritten unknowingly', () => typeTheSame(page, other, names));
  await test.step('a block from a spreadsheet', () => pasteBlock(page, names));
  await test.step('the block is taken back but for what was changed since', () => takeBack(page, names));
});

type Names = [string, string, string];

async function colleagueOf(browser: Browser): Promise<Page> {
  const session = await signedIn(origin(), colleague);
  const storageState = await session.storageState();
  await session.dispose();
  const viewport = { width: 1366, height: 800 };
  return (await browser.newContext({ storageState, viewport })).newPage();
}

/** How long after leaving a cell by Enter its grade is on its way, as the page itself sees it. */
async function noteDelays(page: Page) {
  await page.addInitScript(() => {
    const delays: number[] = [];
    Object.assign(window, { delays });
    let left = 0;
    const note = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === 'Enter') left = timeStamp;
    };
    window.addEventListener('keydown', note, true);
    const send = window.fetch;
    window.fetch = (input, options) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.endsWith('/gradebook/cells')) delays.push(performance.now() - left);
      return send(input, options);
    };
  });
}

async function typeByKeys(page: Page, [first, second]: Names) {
  const missing = cellOf(page, first, 0);
  await expect(missing.locator('[data-letter=M]')).toBeVisible();
  await expect(missing).toHaveAccessibleName('Missing');
  await expect(page.locator('footer')).toContainText('Missing');
  await gridOf(page).focus();
  const sent = typed(page);
  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  await sent;
  const [delay] = await page.evaluate(() => (window as unknown as { delays: number[] }).delays);
  expect(delay).toBeLessThan(500);
  await expect(missing).toHaveAccessibleName(/Hidden from students/);
  const percent = typed(page);
  await page.keyboard.type('85%');
  await page.keyboard.press('Enter');
  await percent;
  for (const [entry, words] of [
    ['900', 'More than twice the points'],
    ['-3', 'below zero'],
  ] as const) {
    await page.keyboard.type(entry);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F2');
  await expect(openCell(page)).toHaveValue('85%');
  await page.keyboard.press('Escape');
  const undone = typed(page);
  await page.keyboard.press('Control+z');
  await undone;
  await expect(cellOf(page, second, 0)).not.toContainText('85%');
  const redone = typed(page);
  await page.keyboard.press('Control+y');
  await redone;
  await expect(cellOf(page, second, 0)).toContainText('85%');
  await expect(says(page, /^Saved/)).toBeVisible();
}

async function loseTheSheet(page: Page, [, , last]: Names) {
  const kept = cellOf(page, last, 2);
  await page.context().setOffline(true);
  await gridOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await expect(says(page, /1 grade is not saved yet/)).toBeVisible();
  await expect(kept).toContainText('13');
  await expect(kept).toHaveAccessibleName(/Not sent yet/);
  const asked = page.waitForEvent('dialog');
  const away = page.getByRole('link', { name: 'Roster' }).click();
  await (await asked).dismiss();
  await away;
  await expect(kept).toContainText('13');
  const arrived = typed(page);
  await page.context().setOffline(false);
  await arrived;
  await expect(kept).not.toHaveAccessibleName(/Not sent yet/);
  await expect(says(page, /^Saved/)).toBeVisible();
}

/** Both look at an empty cell; who types second is told by whom and what, and what was typed elsewhere comes by itself. */
async function typeTheSame(page: Page, other: Page, [first, second]: Names) {
  const mine = typed(page);
  await cellOf(page, first, 1).click();
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await mine;
  const theirs = typed(other);
  await cellOf(other, first, 1).click();
  await other.keyboard.type('12');
  await other.keyboard.press('Enter');
  await theirs;
  await other.keyboard.press('ArrowUp');
  const told = other.getByRole('alert').filter({ hasText: `${accountOf('teacher').name} entered 11` });
  await expect(told).toBeVisible();
  const overwritten = typed(other);
  await told.getByRole('button', { name: 'Use mine: 12' }).click();
  await overwritten;
  await expect(cellOf(other, first, 1)).toContainText('12');

  await cellOf(page, second, 1).dblclick();
  await page.keyboard.type('9');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(cellOf(page, first, 1)).toContainText('12');
  await expect(cellOf(page, first, 1)).toHaveAccessibleName(/Changed by somebody else/);
  await expect(openCell(page)).toHaveValue('9');
  await expect(openCell(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(says(other, /^Saved/)).toBeVisible();
}

async function pasteBlock(page: Page, [first, second]: Names) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: origin() });
  await page.evaluate(() => navigator.clipboard.writeText('5\t6\n7\twhat?'));
  await cellOf(page, first, 1).click();
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: 'Paste grades' });
  await expect(dialog).toContainText('3 change');
  await expect(dialog).toContainText('1 of them overwrite a grade');
  await expect(dialog).toContainText('1 cannot be taken');
  const pasted = typed(page);
  await dialog.getByRole('button', { name: 'Paste 3 changes' }).click();
  await pasted;
  await expect(cellOf(page, second, 1)).toContainText('7');
  const undone = typed(page);
  await page.keyboard.press('Control+z');
  await undone;
  await expect(cellOf(page, first, 1)).toContainText('12');
  await expect(cellOf(page, second, 1)).not.toContainText('7');
  const again = typed(page);
  await page.keyboard.press('Control+Shift+z');
  await again;
  await expect(cellOf(page, second, 1)).toContainText('7');
}

async function takeBack(page: Page, [first, second]: Names) {
  const corrected = typed(page);
  await cellOf(page, second, 1).click();
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await corrected;
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const drawer = page.getByRole('dialog', { name: 'History' });
  await drawer.getByRole('button', { name: 'Take back' }).first().click();
  await expect(page.getByText('2 grades put back; 1 changed since was left')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cellOf(page, first, 1)).toContainText('12');
  await expect(cellOf(page, first, 2)).not.toContainText('6');
  await expect(cellOf(page, second, 1)).toContainText('8');
}
