import { createAssignment } from '@k12/contracts/teaching/assignments';
import { getLearnerAssignment } from '@k12/contracts/teaching/learning';
import { createModuleItems, publishModuleItem } from '@k12/contracts/teaching/module-items';
import { completeItem, listMyModules, openMyItem } from '@k12/contracts/teaching/module-progress';
import {
  createModule,
  deleteModule,
  listDeletedModules,
  listModules,
  publishModule,
  reorderItems,
  reorderModules,
  restoreModule,
  updateModule,
} from '@k12/contracts/teaching/modules';
import { getMySubmission } from '@k12/contracts/teaching/submissions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aWorkingCourse, words } from '../../../test/a-working-course.ts';
import { publishModulesJob } from './modules.jobs.ts';

const world = await aWorkingCourse();
const { teacher, student, stranger, otherTenantTeacher, course_id, clock, platform } = world;

const soon = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
const course = { params: { id: course_id } };

function aModule(title: string, fields: object = {}) {
  return teacher.call(createModule, { ...course, body: { title, ...fields } });
}

async function headers(moduleId: string, ...titles: string[]) {
  const items = titles.map((title) => ({ kind: 'header' as const, title }));
  return (await teacher.call(createModuleItems, { params: { id: moduleId }, body: { items } })).data;
}

function publish(id: string, given: { publish_at?: string } = {}) {
  return teacher.call(publishModule, { params: { id }, body: { what: 'module_and_items', ...given } });
}

async function outline() {
  return teacher.call(listModules, { ...course, query: {} });
}

async function mine() {
  return (await student.call(listMyModules, { ...course, query: {} })).data;
}

async function link(moduleId: string, title: string, fields: object = {}) {
  const body = { items: [{ kind: 'link' as const, title, url: 'https://example.org/a', ...fields }] };
  const { data } = await teacher.call(createModuleItems, { params: { id: moduleId }, body });
  return data[0]?.id ?? '';
}

function runDue() {
  const system = { platform, request_id: 'test', signal: new AbortController().signal };
  return publishModulesJob.run(system, {}, { job_id: newId(), attempt: 1, signal: system.signal });
}

test('TCH-16 modules of another tenant are not found, and students do not get the list of staff', async () => {
  expect((await otherTenantTeacher.send(listModules, { ...course, query: {} })).status).toBe(404);
  expect((await student.send(listModules, { ...course, query: {} })).status).toBe(403);
  expect((await stranger.send(listMyModules, { ...course, query: {} })).status).toBe(404);
});

test('TCH-18 modules are reordered by the full list and the version; stale answers 409 with the order, a mismatch 422', async () => {
  const made = [await aModule('One'), await aModule('Two'), await aModule('Three')];
  const before = await outline();
  const all = before.data.map(({ id }) => id);
  const turned = [...all].reverse();
  const body = { list_version: before.list_version, module_ids: turned };
  const after = await teacher.call(reorderModules, { ...course, body });
  expect(after.data.map(({ id }) => id)).toEqual(turned);
  const stale = await teacher.send(reorderModules, { ...course, body: { ...body, module_ids: all } });
  expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
  expect(stale.body.current.data.map(({ id }: { id: string }) => id)).toEqual(turned);
  for (const module_ids of [all.slice(1), [...all, newId()], [...all.slice(1), all[1] ?? '']]) {
    const wrong = await teacher.send(reorderModules, {
      ...course,
      body: { list_version: after.list_version, module_ids },
    });
    expect(wrong.status).toBe(422);
  }
  expect((await outline()).data.map(({ id }) => id)).toEqual(turned);
  expect((await outline()).list_version).toBe(after.list_version);
  expect(made).toHaveLength(3);
});

test('TCH-18 items move between modules with both full lists', async () => {
  const [a, b] = [await aModule('From'), await aModule('To')];
  const [one, two] = await headers(a.id, 'One', 'Two');
  const [three] = await headers(b.id, 'Three');
  const { list_version } = await outline();
  const body = {
    list_version,
    item_ids: [three?.id ?? '', one?.id ?? ''],
    from: { module_id: a.id, item_ids: [two?.id ?? ''] },
  };
  const after = await teacher.call(reorderItems, { params: { id: b.id }, body });
  const titles = (id: string) =>
    after.data.find((module) => module.id === id)?.items.map(({ title }) => title);
  expect([titles(a.id), titles(b.id)]).toEqual([['Two'], ['Three', 'One']]);
  const lost = { ...body, list_version: after.list_version, item_ids: [three?.id ?? ''] };
  expect((await teacher.send(reorderItems, { params: { id: b.id }, body: lost })).status).toBe(422);
});

test('TCH-19 publishing takes the module only, or what is in it too', async () => {
  const module = await aModule('Cells');
  await headers(module.id, 'Read first');
  const alone = await teacher.call(publishModule, { params: { id: module.id }, body: { what: 'module' } });
  expect([alone.state, alone.items[0]?.state]).toEqual(['published', 'draft']);
  const whole = await publish(module.id);
  expect(whole.items[0]?.state).toBe('published');
});

test('TCH-19 an item with handed-in work cannot be unpublished; 409 names the assignment to close', async () => {
  const module = await aModule('With work');
  const assignment = await world.assignment();
  const body = { items: [{ kind: 'assignment' as const, target_id: assignment }] };
  const { data } = await teacher.call(createModuleItems, { params: { id: module.id }, body });
  const id = data[0]?.id ?? '';
  await publish(module.id);
  await world.setCell(assignment, { attempts_count: 1, submission_state: 'submitted' });
  const refused = await teacher.send(publishModuleItem, { params: { id }, body: { published: false } });
  expect([refused.status, refused.body.code]).toEqual([409, 'module_item.has_submissions']);
  expect(refused.body.context.assignment_id).toBe(assignment);
});

test('TCH-20 a scheduled module is nowhere before its time, and there after it', async () => {
  const module = await aModule('Surprise');
  await headers(module.id, 'Inside');
  await publish(module.id, { publish_at: soon(60) });
  await runDue();
  expect(JSON.stringify(await mine())).not.toContain('Surprise');
  clock.advance({ minutes: 61 });
  await runDue();
  const seen = (await mine()).find(({ title }) => title === 'Surprise');
  expect(seen?.items.map(({ title }) => title)).toEqual(['Inside']);
});

test('TCH-20 a draft assignment in a published module is not there for students', async () => {
  const module = await aModule('Coming');
  const draft = await teacher.call(createAssignment, { ...course, body: { title: 'Secret essay' } });
  const body = { items: [{ kind: 'assignment' as const, target_id: draft.id }] };
  await teacher.call(createModuleItems, { params: { id: module.id }, body });
  await publish(module.id);
  expect(JSON.stringify(await mine())).not.toContain('Secret essay');
});

test('TCH-21 a prerequisite that closes a loop answers 422 and names the loop', async () => {
  const a = await aModule('Alpha');
  const b = await aModule('Beta', { prerequisite_ids: [a.id] });
  const c = await aModule('Gamma', { prerequisite_ids: [b.id] });
  const refused = await teacher.send(updateModule, {
    params: { id: a.id },
    body: { prerequisite_ids: [c.id], lock_version: a.lock_version },
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'module.prerequisite_loop']);
  expect(refused.body.context.titles).toEqual(['Alpha', 'Gamma', 'Beta', 'Alpha']);
});

test('TCH-21 what is locked shows title and reason only, and opening it answers 403 with the reason', async () => {
  const first = await aModule('Foundations');
  const step = await link(first.id, 'Watch', { completion_rule: 'mark_done' });
  const second = await aModule('Advanced', { prerequisite_ids: [first.id], description: 'Hidden words' });
  const item = await link(second.id, 'Experiment');
  await publish(first.id);
  await publish(second.id);
  const locked = (await mine()).find(({ title }) => title === 'Advanced');
  expect(locked).toMatchObject({
    description: null,
    lock: { kind: 'prerequisite', first: [{ title: 'Foundations' }] },
  });
  expect(locked?.items[0]).toMatchObject({ title: 'Experiment', url: null, target_id: null });
  const refused = await student.send(openMyItem, { params: { id: item }, body: {} });
  expect([refused.status, refused.body.code]).toEqual([403, 'locked']);
  expect(refused.body.context.lock.first[0].title).toBe('Foundations');
  await student.call(completeItem, { params: { id: step }, body: {} });
  const open = await student.call(openMyItem, { params: { id: item }, body: {} });
  expect(open.item.url).toBe('https://example.org/a');
});

test('TCH-21 work in a locked module is withheld by its own addresses too, until the lock opens', async () => {
  const assignment = await world.assignment({ instructions: words('Build a cell') });
  const module = await aModule('Work behind', { unlock_at: soon(30) });
  const body = { items: [{ kind: 'assignment' as const, target_id: assignment }] };
  await teacher.call(createModuleItems, { params: { id: module.id }, body });
  await publish(module.id);
  const own = { params: { id: assignment } };
  const page = { params: { id: student.id, assignment_id: assignment } };
  for (const refused of [
    await student.send(getMySubmission, own),
    await student.send(getLearnerAssignment, page),
  ]) {
    expect([refused.status, refused.body.code]).toEqual([403, 'locked']);
    expect(JSON.stringify(refused.body)).not.toContain('Build a cell');
  }
  clock.advance({ minutes: 31 });
  expect((await student.send(getMySubmission, own)).status).toBe(200);
});

test('TCH-21 a module locked by time opens with the clock', async () => {
  const module = await aModule('Later', { unlock_at: soon(30) });
  const item = await link(module.id, 'Map');
  await publish(module.id);
  const refused = await student.send(openMyItem, { params: { id: item }, body: {} });
  expect(refused.body.context.lock).toMatchObject({ kind: 'unlock_at', unlock_at: module.unlock_at });
  clock.advance({ minutes: 31 });
  expect((await student.send(openMyItem, { params: { id: item }, body: {} })).status).toBe(200);
});

test('TCH-05 a deleted module comes back whole and to its place within 30 days', async () => {
  const module = await aModule('Kept');
  await headers(module.id, 'One', 'Two');
  await aModule('After it');
  const before = (await outline()).data.map(({ id }) => id);
  await teacher.call(deleteModule, { params: { id: module.id } });
  expect((await outline()).data.some(({ id }) => id === module.id)).toBe(false);
  const bin = await teacher.call(listDeletedModules, course);
  expect(bin.data[0]).toMatchObject({ kind: 'module', title: 'Kept' });
  const back = await teacher.call(restoreModule, { params: { id: module.id }, body: {} });
  expect(back.items.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect((await outline()).data.map(({ id }) => id)).toEqual(before);
});
