import {
  useBankEntry as countUse,
  createBankEntry,
  deleteBankEntry,
  importCommentBank,
  listCommentBank,
  updateBankEntry,
} from '@k12/contracts/teaching/comment-bank';
import { expect, test } from 'vitest';
import { actorOf } from '../../../test/a-school.ts';
import { aTaughtYear } from '../../../test/a-taught-year.ts';

const world = await aTaughtYear();
const { anonymous, teacher, student, admin, otherTenantTeacher, school, ids } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });

const phrasesOf = async (actor = teacher, q?: string) =>
  (await actor.call(listCommentBank, { query: q ? { q } : {} })).data.map(({ body }) => body);

test('TCH-75 signed out 401, students 403, phrases of others 404', async () => {
  const entry = await teacher.call(createBankEntry, { body: { body: 'Name the law, {first_name}.' } });
  const params = { id: entry.id };
  expect((await anonymous.send(listCommentBank, { query: {} })).status).toBe(401);
  expect((await student.send(listCommentBank, { query: {} })).status).toBe(403);
  for (const actor of [colleague, otherTenantTeacher])
    expect((await actor.send(deleteBankEntry, { params })).status).toBe(404);
});

test('TCH-75 pasting a list twice adds nothing the second time', async () => {
  const lines = ['Show your working.', 'Clear graph.', 'Clear graph.'];
  const paste = () => teacher.call(importCommentBank, { body: { lines } });
  expect(await paste()).toEqual({ added_count: 2, known_count: 0 });
  expect(await paste()).toEqual({ added_count: 0, known_count: 2 });
  expect(await phrasesOf(teacher, 'graph')).toEqual(['Clear graph.']);
});

test('TCH-75 what is shared with the school or the course is used by colleagues and changed by its owner', async () => {
  const shared = await teacher.call(createBankEntry, {
    body: { body: 'Cite the source.', scope: 'school', school_id: school.id, shortcut: 'cite' },
  });
  expect(await phrasesOf(colleague, 'cite')).toEqual(['Cite the source.']);
  const params = { id: shared.id };
  const body = { body: 'Cite every source.', lock_version: 0 };
  expect((await colleague.send(updateBankEntry, { params, body })).status).toBe(403);
  expect((await teacher.call(updateBankEntry, { params, body })).lock_version).toBe(1);
  const stale = await teacher.send(updateBankEntry, { params, body });
  expect([stale.status, stale.body.current.body]).toEqual([409, 'Cite every source.']);
  const ofCourse = { body: 'Ours', scope: 'course' as const, course_id: ids.course };
  expect((await colleague.send(createBankEntry, { body: ofCourse })).status).toBe(404);
  await teacher.call(createBankEntry, { body: ofCourse });
  expect(await phrasesOf(colleague)).not.toContain('Ours');
  expect((await admin.send(deleteBankEntry, { params })).status).toBe(403);
});

test('TCH-75 the most used come first', async () => {
  const often = await teacher.call(createBankEntry, { body: { body: 'Zebra' } });
  for (const _ of [1, 2]) await teacher.call(countUse, { params: { id: often.id } });
  expect((await phrasesOf())[0]).toBe('Zebra');
});
