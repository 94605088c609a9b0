import type { Page, Route } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problem, serveScenes } from '../../../../test/serve-scenes.ts';

let scenes: Awaited<ReturnType<typeof serveScenes>>;
beforeAll(async () => {
  scenes = await serveScenes();
});
afterAll(() => scenes?.close());

const unitId = '01900000-0000-7000-8000-00000000aaaa';
const ids = ['1', '2', '3', '4'].map((at) => `01900000-0000-7000-8000-0000000000b${at}`);
const at = '2026-11-02T10:42:00Z';
const statement =
  'Use a model to illustrate how photosynthesis turns light energy into stored chemical energy.';
const owner = { id: ids[0], display_name: 'Sam Rivera' };
const unit = {
  ...{ id: unitId, title: 'Cells and energy', school_id: null, owner, home: 'school', subjects: ['Science'] },
  ...{ grade_levels: ['9'], planning_context_id: null, academic_year_id: null, pack_key: 'plain' },
  ...{ pack_version: 1, schema_key: 'unit', state: 'draft', draft_revision: 1, draft_ahead: true },
  ...{ current_version_id: null, current_version_number: null, published_version_id: null },
  ...{ published_version_number: null, template_version_id: null, source_plan_id: null },
  ...{ source_version_id: null, locked_paths: [], tags: [], language: 'en', created_at: at, updated_at: at },
  ...{ deleted_at: null, purge_at: null, lock_version: 0, lessons_count: 0, planned_minutes: 0 },
  ...{ available_minutes: null, needs_approval: false, course_name: null },
  can: {
    comment: true,
    update: true,
    delete: true,
    restore: true,
    share: true,
    publish: true,
    approve: false,
  },
};
const sections = [
  { key: 'overview', kind: 'rich_text', label: { en: 'Overview' } },
  { key: 'standards', kind: 'standards', label: { en: 'Standards' } },
  { key: 'lessons', kind: 'lessons', label: { en: 'Lessons' } },
];
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const content = { overview: { type: 'doc', content: [paragraph('First.'), paragraph('Second.')] } };
const alignment = {
  ...{ id: ids[1], framework_title: 'Science', target_type: 'unit_plan', target_id: unitId },
  ...{ target_title: null, emphasis: 'developed', note: null, source: 'manual', is_parent: false },
  standard: { id: ids[2], code: 'LS1.5', statement, short_statement: null },
  can: { delete: true },
};

/** A server with one unit; what is shared and written is kept for the test to read. */
function planServer() {
  const shared: unknown[] = [];
  const written: { changes: { value?: unknown }[] }[] = [];
  const list = { data: [], next_cursor: null };
  const replies: Record<string, unknown> = {
    [`/unit_plans/${unitId}`]: unit,
    [`/unit_plans/${unitId}/draft`]: {
      plan_id: unitId,
      revision: 1,
      content,
      last_edited_at: at,
      last_editor: owner,
    },
    [`/unit_plans/${unitId}/collaborators`]: { owner, data: [], lock_version: 0 },
    '/planner/schema': {
      ...{ pack_key: 'plain', pack_version: 1, schema_key: 'unit', label: null, json_schema: null },
      schema: { key: 'unit', plan_kind: 'unit', label: { en: 'Unit' }, sections },
      terminology: { unit: { one: { en: 'unit' } }, lesson: { one: { en: 'lesson' } } },
      why: { source: 'platform' },
    },
    '/standard_alignments': { data: [alignment], next_cursor: null },
    '/users': { data: [{ id: ids[3], display_name: 'Ravi Iyer' }], next_cursor: null },
    '/standards/suggestions': {
      used: [],
      of_unit: [],
      recent: [],
      frameworks: [],
      grade_levels: [],
      subjects: [],
    },
  };
  const api = async (route: Route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() === 'PUT') {
      const body = request.postDataJSON() as { collaborators: { user_id: string; access: string }[] };
      shared.push(body);
      const data = body.collaborators.map(({ user_id, access }) => ({
        ...{ user: { id: user_id, display_name: 'Ravi Iyer' }, team: null, access },
      }));
      replies[path] = { owner, data, lock_version: shared.length };
    }
    if (request.method() === 'PATCH') {
      written.push(request.postDataJSON() as (typeof written)[number]);
      return route.fulfill({
        json: { revision: 1 + written.length, last_edited_at: at, last_editor: owner, merged: [] },
      });
    }
    return route.fulfill({ json: replies[path] ?? list });
  };
  return { api, shared, written };
}

const open = async (width: number) => {
  const server = planServer();
  const me = { capabilities: { 'unit_plans.read': ['tenant'], 'unit_plans.update': ['tenant'] } } as never;
  const page = await scenes.open('unit', {
    api: server.api,
    me,
    context: { viewport: { width, height: 900 } },
  });
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  return { page, ...server };
};
const boxOf = async (part: ReturnType<Page['locator']>) => {
  const box = await part.boundingBox();
  if (!box) throw new Error('not shown');
  return box;
};

test('UXP-19 the panel beside a plan is resized from 280 to 480 by hand and by key, remembered, and covers nothing', async () => {
  const { page } = await open(1366);
  const panel = page.getByRole('complementary', { name: 'Beside the plan' });
  const edge = page.getByRole('separator', { name: 'Width of the panel' });
  const width = async () => (await boxOf(panel)).width;
  expect(await width()).toBe(320);
  await edge.press('End');
  expect(await width()).toBe(480);
  await edge.press('ArrowRight');
  expect(await width()).toBe(464);
  const grip = await boxOf(edge);
  await page.mouse.move(grip.x + grip.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(1300, 400, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(280);
  await edge.press('End');
  await page.reload();
  await panel.waitFor();
  await expect.poll(width).toBe(480);
  const text = page.getByRole('textbox', { name: 'Overview' });
  await text.click();
  const [field, beside] = [await boxOf(text), await boxOf(panel)];
  expect(field.x + field.width).toBeLessThanOrEqual(beside.x);
  await page.context().close();
});

test('UXP-19 on a phone the panel is a sheet that is opened and closed', async () => {
  const { page } = await open(390);
  expect(await page.getByRole('complementary', { name: 'Beside the plan' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Beside the plan' }).click();
  const sheet = page.getByRole('dialog', { name: 'Beside the plan' });
  await sheet.getByText(statement).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.context().close();
});

test('UXP-123 UXP-125 a standard tells its full text on focus; a slash offers what a line can become; blocks move by key', async () => {
  const { page, written } = await open(1366);
  const chip = page.locator('#section-standards').getByText('LS1.5');
  await chip.locator('..').focus();
  await page.getByRole('tooltip').getByText(statement).waitFor();
  const text = page.getByRole('textbox', { name: 'Overview' });
  await text.getByText('Second.').click();
  await page.getByRole('toolbar', { name: 'Text tools' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/tab');
  const offered = page.getByRole('listbox', { name: 'Insert' });
  await offered.getByRole('option', { name: 'Table', selected: true }).waitFor();
  await page.keyboard.press('Escape');
  await offered.waitFor({ state: 'detached' });
  for (const _ of '/tab') await page.keyboard.press('Backspace');
  await page.keyboard.type('/head');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Week one');
  await text.getByRole('heading', { name: 'Week one' }).waitFor();
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect
    .poll(() => JSON.stringify(written.at(-1)?.changes.at(-1)?.value ?? ''), { timeout: 8_000 })
    .toMatch(/First.*Week one.*Second/);
  await page.context().close();
});

test('PLN-18 PLN-142 a unit is shared by name with a right, the right is changed and taken away, with undo', async () => {
  const { page, shared } = await open(1366);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share “Cells and energy”' });
  await dialog.getByRole('combobox', { name: 'Colleague or team' }).fill('Ravi');
  await page.getByRole('option', { name: 'Ravi Iyer' }).click();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  const person = dialog.getByRole('listitem').filter({ hasText: 'Ravi Iyer' });
  await person.waitFor();
  const given = (access: string) => [{ user_id: ids[3], team_id: null, access }];
  expect(shared).toEqual([{ collaborators: given('edit'), lock_version: 0 }]);
  await person.getByRole('combobox', { name: 'What Ravi Iyer may do' }).selectOption('comment');
  await expect.poll(() => shared.at(-1)).toEqual({ collaborators: given('comment'), lock_version: 1 });
  await person.getByRole('button', { name: 'Stop sharing with Ravi Iyer' }).click();
  await person.waitFor({ state: 'detached' });
  expect(shared.at(-1)).toEqual({ collaborators: [], lock_version: 2 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await person.waitFor();
  await page.context().close();
});

test('PLN-13 titles of lessons written one after the other are all kept, in their order, while the server is slow; a refused one comes back', async () => {
  const { page } = await open(1366);
  const sent: string[] = [];
  const answers: ((status: number) => Promise<void>)[] = [];
  await page.route('**/unit_plans/*/lesson_plans', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent.push((route.request().postDataJSON() as { title: string }).title);
    answers.push((status) => route.fulfill({ status, json: status < 400 ? unit : problem(422, 'invalid') }));
  });
  const field = page.getByRole('textbox', { name: 'New lesson' });
  for (const title of ['Light', 'Leaves', 'Roots']) {
    await field.pressSequentially(title);
    await field.press('Enter');
  }
  await field.pressSequentially('Sta');
  await expect.poll(() => sent).toEqual(['Light']);
  await answers[0]!(201);
  await expect.poll(() => sent).toEqual(['Light', 'Leaves']);
  await answers[1]!(201);
  await expect.poll(() => sent).toEqual(['Light', 'Leaves', 'Roots']);
  await answers[2]!(201);
  expect(await field.inputValue()).toBe('Sta');
  await field.press('Enter');
  await expect.poll(() => sent.length).toBe(4);
  await answers[3]!(422);
  await expect.poll(() => field.inputValue()).toBe('Sta');
  await page.context().close();
});

test('PLN-174 (oneself) a title changed again before the first change was answered is saved after it, on the version it left', async () => {
  const { page } = await open(1366);
  const sent: { title: string; lock_version: number }[] = [];
  const answers: (() => Promise<void>)[] = [];
  await page.route(`**/unit_plans/${unitId}`, (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    const body = route.request().postDataJSON() as (typeof sent)[number];
    sent.push(body);
    answers.push(() =>
      route.fulfill({ json: { ...unit, title: body.title, lock_version: body.lock_version + 1 } }),
    );
  });
  const title = page.getByRole('textbox', { name: 'Title' });
  for (const words of ['Cells', 'Cells at work']) {
    await title.fill(words);
    await title.press('Enter');
  }
  await expect.poll(() => sent.length).toBe(1);
  await answers[0]!();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toEqual([
    { title: 'Cells', lock_version: 0 },
    { title: 'Cells at work', lock_version: 1 },
  ]);
  await answers[1]!();
  await page.context().close();
});

test('PLN-11 pictures within pasted text are taken where the clipboard holds them, and the others are told', async () => {
  const { page, written } = await open(1366);
  await page.route('**/files?purpose=resource', (route) =>
    route.fulfill({ status: 201, json: { id: ids[3] } }),
  );
  const text = page.getByRole('textbox', { name: 'Overview' });
  await text.getByText('Second.').click();
  await page.getByRole('toolbar', { name: 'Text tools' }).waitFor();
  await text.evaluate((field) => {
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const clipboardData = new DataTransfer();
    const pictures = `<img src="data:image/png;base64,${dot}" alt="Leaf"><img src="file:///C:/a.png">`;
    clipboardData.setData('text/html', `<p>From Word ${pictures}</p>`);
    // Word adds a picture of the whole; the words are what was meant.
    clipboardData.items.add(new File(['whole'], 'whole.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.getByText('1 picture did not come along').waitFor();
  await text.getByText('From Word').waitFor();
  await text.getByRole('img', { name: 'Leaf' }).waitFor({ state: 'attached' });
  const kept = () => JSON.stringify(written.at(-1)?.changes.at(-1)?.value ?? '');
  await expect.poll(kept, { timeout: 8_000 }).toContain(`/api/v1/files/${ids[3]}/content`);
  expect(kept()).not.toContain('file:');
  await page.context().close();
});

const preview = {
  ...{ plan_id: unitId, state: 'draft', lock_version: 0, current: null, published: null },
  draft: {
    ...{ title: unit.title, content, alignments: [], resources: [], tags: [], duration_minutes: null },
    lessons: [{ lesson_plan_id: ids[0], title: 'Light', position: 0, version_id: ids[1] }],
  },
  ...{ next_version_number: 1, has_unsaved_changes: true, changes: [], schedule: [] },
  warnings: [{ code: 'unaligned', path: null, label: null, count: null, blocks: false }],
  approval: { required: false, steps: 0, request_id: null, rule: null, approvers: [] },
  can: { submit: false, withdraw: false, publish: true, unpublish: false, archive: true, unarchive: false },
};

/** Publishes, hands in and takes back as the server would; what was asked of it is kept. */
async function servePublishing(page: Page, shown: object) {
  const asked: string[] = [];
  await page.route(`**/unit_plans/${unitId}/*`, (route) => {
    const step = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (step === 'preview') return route.fulfill({ json: { ...preview, ...shown } });
    if (!['publish', 'unpublish', 'submit'].includes(step)) return route.fallback();
    asked.push(step);
    return route.fulfill({ json: { id: unitId, warnings: [] } });
  });
  return asked;
}

test('PLN-48 PLN-52 publishing tells first what it does and why no approval is needed, and is taken back by undo', async () => {
  const { page } = await open(1366);
  const asked = await servePublishing(page, {});
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1?' });
  for (const said of ['Everybody who plans at the school.', '1 lesson is published', 'Not needed: no rule'])
    await dialog.getByText(said).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => asked).toEqual(['publish', 'unpublish']);
  await page.context().close();
});

test('PLN-45 where a rule asks for approval, its place and who decides are named before a unit is handed in', async () => {
  const { page } = await open(390);
  const rule = { school_name: 'Riverbend High', subject: 'Science', publish_on_approval: false };
  const approvers = ['Ravi Iyer', 'Mae Lin', 'Ann Roe', 'Jo Day', 'Al Fox'].map((display_name, at) => ({
    ...{ id: `${ids[0]!.slice(0, -1)}${at}`, display_name },
  }));
  const asked = await servePublishing(page, {
    approval: { required: true, steps: 2, request_id: null, rule, approvers },
    can: { ...preview.can, submit: true, publish: false },
  });
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit version 1 for approval?' });
  await dialog
    .getByText(
      'Needed for Science · Riverbend High. Ravi Iyer, Mae Lin, Ann Roe, and 2 more people can decide.',
    )
    .waitFor();
  expect(await dialog.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Submit for approval' }).click();
  await expect.poll(() => asked).toEqual(['submit']);
  await page.context().close();
});

test('UXP-23 a dialog that asks for words begins in the field for them', async () => {
  const { page } = await open(1366);
  await page.getByRole('button', { name: 'Details' }).click();
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.context().close();
});

test('PLN-88 before anything is typed the panel offers what one aligned last, and one press aligns it', async () => {
  const { page } = await open(1366);
  const recent = { ...alignment.standard, id: ids[3], code: 'LS2.3', statement: 'Cycles of matter' };
  const asked: unknown[] = [];
  await page.route('**/standards/suggestions**', (route) =>
    route.fulfill({ json: { used: [], of_unit: [], recent: [recent, alignment.standard] } }),
  );
  await page.route('**/standard_alignments', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    asked.push(route.request().postDataJSON());
    return route.fulfill({ status: 201, json: alignment });
  });
  await page.reload();
  const offered = page.getByRole('region', { name: 'Recently used' });
  await offered.getByRole('button', { name: 'Align LS2.3' }).click();
  expect(await offered.getByRole('button').count()).toBe(1);
  await expect
    .poll(() => asked)
    .toEqual([{ standard_id: ids[3], target_type: 'unit_plan', target_id: unitId }]);
  await page.context().close();
});

test('PLN-150 (within 15 minutes) one changes a comment of one’s own, and nothing typed is lost when that is refused', async () => {
  const { page } = await open(1366);
  const comment = {
    ...{ id: ids[1], author: owner, body: 'Frist thought', mentions: [], created_at: at, edited_at: null },
    ...{ lock_version: 2, can: { update: true } },
  };
  const thread = {
    ...{ id: ids[2], plan_id: unitId, path: null, quote: null, anchor: 'plan', version_id: null },
    ...{ approval_request_id: null, state: 'open', resolved_by: null, resolved_at: null, created_at: at },
    ...{ comments: [comment, { ...comment, id: ids[3], body: 'Of another', can: { update: false } }] },
    can: { reply: true, resolve: true, reopen: false },
  };
  const sent: unknown[] = [];
  await page.route('**/plan_comments**', (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: { data: [thread] } });
    sent.push(route.request().postDataJSON());
    if (sent.length === 1) return route.fulfill({ status: 409, json: problem(409, 'conflict') });
    comment.body = 'First thought';
    return route.fulfill({ json: thread });
  });
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByText('Of another').waitFor();
  await page.getByRole('button', { name: 'Change the comment' }).click();
  const field = page.getByRole('textbox', { name: 'Change the comment' });
  await field.fill('First thought');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('region', { name: 'Messages' }).getByText('Refused: conflict').waitFor();
  expect(await field.inputValue()).toBe('First thought');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('First thought', { exact: true }).waitFor();
  await field.waitFor({ state: 'detached' });
  expect(sent.at(-1)).toEqual({ body: 'First thought', mentions: [], lock_version: 2 });
  await page.context().close();
});

test('PLN-61 PLN-141 another plan form shows first where each part goes; the history tells where the unit comes from and what it kept', async () => {
  const { page } = await open(1366);
  const pack = { id: ids[3], key: 'inquiry', version: 2, label: { en: 'Inquiry' }, description: { en: '' } };
  const places = [
    {
      from_key: 'overview',
      from_label: { en: 'Overview' },
      to_key: null,
      to_label: null,
      candidates: ['idea'],
    },
  ];
  const sent: { dry_run?: boolean; mapping: object }[] = [];
  await page.route('**/planner_packs**', (route) =>
    route.fulfill({ json: { data: [pack], next_cursor: null } }),
  );
  await page.route(`**/planner_packs/${pack.id}`, (route) =>
    route.fulfill({
      json: {
        ...pack,
        schemas: [{ plan_kind: 'unit', sections: [{ key: 'idea', label: { en: 'Central idea' } }] }],
      },
    }),
  );
  await page.route(`**/unit_plans/${unitId}/pack_move`, (route) => {
    sent.push(route.request().postDataJSON() as (typeof sent)[number]);
    const unmapped = [{ key: 'overview', label: { en: 'Overview' }, value: 'Words without a place' }];
    return route.fulfill({ json: { moved: false, mapping: places, unmapped, unit } });
  });
  await page.route(`**/unit_plans/${unitId}/lineage`, (route) =>
    route.fulfill({
      json: {
        copies_count: 3,
        template: null,
        source: { id: ids[0], title: 'Light', version_number: 2, readable: true },
      },
    }),
  );
  await page.route(`**/unit_plans/${unitId}/kept_texts`, (route) =>
    route.fulfill({
      json: {
        data: [
          {
            id: ids[1],
            path: '/a',
            label: { en: 'Aims' },
            value: 'Kept aims',
            reason: 'push',
            created_at: at,
          },
        ],
      },
    }),
  );
  await page.getByRole('tab', { name: 'History' }).click();
  const origin = page.getByRole('region', { name: 'Where it comes from' });
  await origin.getByText('Copied 3 times').waitFor();
  expect(await origin.getByRole('link', { name: 'Light' }).getAttribute('href')).toContain(ids[0]);
  await page.getByRole('region', { name: 'Kept words' }).getByText('Kept aims').waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Change the plan form/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the plan form' });
  await dialog.getByRole('combobox', { name: 'New plan form' }).selectOption({ label: 'Inquiry, version 2' });
  await dialog.getByText('Words without a place').waitFor();
  await dialog.getByRole('combobox', { name: 'Overview' }).selectOption({ label: 'Central idea' });
  await expect.poll(() => sent.at(-1)?.mapping).toEqual({ overview: 'idea' });
  expect(sent.every(({ dry_run }) => dry_run === true)).toBe(true);
  await dialog.getByRole('button', { name: 'Change the form' }).click();
  await page.waitForURL(`**/plan/units/${unitId}`);
  expect(sent.at(-1)?.dry_run).toBe(undefined);
  await page.context().close();
});
