import {
  createDocumentLink,
  deleteDocumentLink,
  listDocumentLinks,
  listDocumentsOfUnit,
  putDocumentLinkOrder,
} from '@k12/contracts/planning/document-links';
import { getDocumentDraft, patchDocumentDraft } from '@k12/contracts/planning/drafts';
import { createCurriculumDocument, createUnitPlan, updateUnitPlan } from '@k12/contracts/planning/plans';
import { publishDocument } from '@k12/contracts/planning/transitions';
import { diffDocumentVersions, listDocumentVersions } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';

const world = await aSchool();
const { teacher, student, guardian, anonymous, otherTenantTeacher } = world;
const colleague = await actorOf(world.server, world.tenant, {
  role: 'teacher',
  school_ids: [world.school.id],
});
const place = { school_id: world.school.id, home: 'school' as const };
const aUnit = (title: string, given: object = {}) =>
  teacher.call(createUnitPlan, { body: { ...place, title, ...given } });
const sequence = { document_type: 'scope_and_sequence', pack_key: 'plain', pack_version: 1 };
const aDocument = (title: string, given: object = {}) =>
  teacher.call(createCurriculumDocument, {
    body: { ...place, title, ...sequence, schema_key: 'scope_and_sequence', ...given },
  });
const link = (id: string, body: { type: 'contains' | 'derives_from' | 'aligned_with'; target_id: string }) =>
  teacher.send(createDocumentLink, { params: { id }, body });

test('PLN-17 links are for who may edit the document, and lead to what they may read', async () => {
  const [document, unit] = [await aDocument('Science, grade 9'), await aUnit('Cells')];
  const request = {
    params: { id: document.id },
    body: { type: 'contains' as const, target_id: unit.id },
  };
  expect((await anonymous.send(createDocumentLink, request)).status).toBe(401);
  for (const actor of [student, guardian, colleague]) {
    expect((await actor.send(createDocumentLink, request)).status).toBe(403);
  }
  expect((await otherTenantTeacher.send(createDocumentLink, request)).status).toBe(404);
  const hidden = await colleague.call(createUnitPlan, {
    body: { title: 'Mine alone', school_id: world.school.id },
  });
  for (const target_id of [hidden.id, newId()]) {
    const reply = await link(document.id, { type: 'contains', target_id });
    expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, 'unknown']);
  }
});

test('PLN-17 a link that the pack does not allow, to itself or in a circle answers 422 naming the rule', async () => {
  const [one, two, three] = [await aDocument('One'), await aDocument('Two'), await aDocument('Three')];
  const unit = await aUnit('Forces');
  const refused = async (id: string, body: Parameters<typeof link>[1]) => {
    const { status, body: answer } = await link(id, body);
    return [status, answer.errors?.[0]?.code, answer.errors?.[0]?.detail];
  };
  expect(await refused(one.id, { type: 'derives_from', target_id: unit.id })).toEqual([
    422,
    'link_not_allowed',
    'Scope and sequence: derives from documents of any type only.',
  ]);
  expect((await refused(one.id, { type: 'contains', target_id: one.id }))[1]).toBe('self_link');
  await link(one.id, { type: 'contains', target_id: two.id });
  await link(two.id, { type: 'contains', target_id: three.id });
  expect((await refused(three.id, { type: 'contains', target_id: one.id }))[1]).toBe('cycle');
  expect((await link(three.id, { type: 'aligned_with', target_id: one.id })).status).toBe(201);
  const both = await Promise.all([
    link(one.id, { type: 'contains', target_id: unit.id }),
    link(one.id, { type: 'contains', target_id: unit.id }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
});

test('PLN-17 two links at once that would close a circle leave one of them', async () => {
  const [one, two] = [await aDocument('First'), await aDocument('Second')];
  const replies = await Promise.all([
    link(one.id, { type: 'contains', target_id: two.id }),
    link(two.id, { type: 'contains', target_id: one.id }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('PLN-17 links are drawn both ways, in an order, and a unit shows the documents that contain it', async () => {
  const document = await aDocument('Biology');
  const units = [await aUnit('Cells'), await aUnit('Genes'), await aUnit('Populations')];
  for (const { id } of units) await link(document.id, { type: 'contains', target_id: id });
  const params = { id: document.id };
  const before = await teacher.call(listDocumentLinks, { params });
  expect(before.data.map(({ plan }) => plan.title)).toEqual(['Cells', 'Genes', 'Populations']);
  const ids = before.data.map(({ id }) => id);
  const stale = { type: 'contains' as const, link_ids: ids.slice(1) };
  expect((await teacher.send(putDocumentLinkOrder, { params, body: stale })).status).toBe(409);
  const order = { type: 'contains' as const, link_ids: ids.toReversed() };
  const after = await teacher.call(putDocumentLinkOrder, { params, body: order });
  expect(after.data.map(({ plan }) => plan.title)).toEqual(['Populations', 'Genes', 'Cells']);
  const [cells] = units;
  const shown = await colleague.call(listDocumentsOfUnit, { params: { id: cells?.id ?? '' } });
  expect(shown.data.map(({ type, plan }) => [type, plan.title])).toEqual([['contains', 'Biology']]);
  // A unit that is taken back from the school is counted, and not named.
  const hide = { home: 'personal' as const, lock_version: cells?.lock_version ?? 0 };
  await teacher.call(updateUnitPlan, { params: { id: cells?.id ?? '' }, body: hide });
  const fewer = await colleague.call(listDocumentLinks, { params });
  expect([fewer.data.length, fewer.hidden_count]).toEqual([2, 1]);
  await teacher.call(deleteDocumentLink, { params: { ...params, link_id: ids[0] ?? '' } });
  expect((await teacher.call(listDocumentLinks, { params })).data).toHaveLength(2);
  const audit = await build(world.platform, (tx) =>
    tx.selectFrom('audit_events').select('action').where('target_id', '=', document.id).execute(),
  );
  expect(audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['curriculum_document.linked', 'curriculum_document.unlinked']),
  );
});

test('PLN-17 a curriculum document is drafted, versioned, published and compared like a unit', async () => {
  const { id } = await aDocument('Chemistry');
  const params = { id };
  const draft = await teacher.call(getDocumentDraft, { params });
  const row = newId();
  const write = (revision: number, title: string) =>
    teacher.call(patchDocumentDraft, {
      params,
      body: {
        revision,
        change_id: newId(),
        changes: [{ op: 'set', path: '/sequence', value: [{ id: row, title, weeks: 4 }] }],
      },
    });
  const first = await write(draft.revision, 'Atoms and their parts');
  await teacher.call(publishDocument, { params, body: {} });
  await write(first.revision, 'Atoms and their bonds');
  await teacher.call(publishDocument, { params, body: {} });
  const { data } = await teacher.call(listDocumentVersions, { params, query: {} });
  expect(data.map(({ version_number, kind }) => [version_number, kind])).toEqual([
    [2, 'publish'],
    [1, 'publish'],
  ]);
  const diff = await teacher.call(diffDocumentVersions, { params, query: { from: '1', to: '2' } });
  const runs = JSON.stringify(diff);
  expect(runs).toContain('parts');
  expect(runs).toContain('bonds');
  expect((await otherTenantTeacher.send(getDocumentDraft, { params })).status).toBe(404);
});
