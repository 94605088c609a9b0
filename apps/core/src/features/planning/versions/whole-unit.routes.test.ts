import { createAlignment } from '@k12/contracts/planning/alignments';
import { putUnitCollaborators } from '@k12/contracts/planning/collaborators';
import {
  createCurriculumDocument,
  createUnitLesson,
  createUnitPlan,
  getUnitPlan,
} from '@k12/contracts/planning/plans';
import { attachResource } from '@k12/contracts/planning/resource-attachments';
import { createFramework } from '@k12/contracts/planning/standard-frameworks';
import { createStandard } from '@k12/contracts/planning/standards';
import { createTemplate, createUnitFromTemplate } from '@k12/contracts/planning/templates';
import { publishUnit } from '@k12/contracts/planning/transitions';
import {
  cutDocumentVersion,
  cutTemplateVersion,
  cutUnitVersion,
  diffDocumentVersions,
  diffTemplateVersions,
  diffUnitVersions,
  getUnitVersion,
  listTemplateVersions,
  restoreDocumentVersion,
  restoreTemplateVersion,
} from '@k12/contracts/planning/versions';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { nextNumber } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import { publishVersion } from '../../../test/publish-plan.ts';
import { aLink } from '../../../test/resources.ts';

const world = await aSchool();
const { teacher, districtAdmin, school } = world;
const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
const framework = await districtAdmin.call(createFramework, { body: { title: 'District science' } });
const aStandard = () => {
  const code = `S.${nextNumber()}`;
  const body = { framework_id: framework.id, code, statement: 'Plan an investigation' };
  return districtAdmin.call(createStandard, { body });
};
const diff = (id: string, from: string, to: string) =>
  teacher.call(diffUnitVersions, { params: { id }, query: { from, to } });

test('PLN-185 a whole unit is compared word by word and entry by entry, with its lessons, standards and resources', async () => {
  const { id } = await teacher.call(createUnitPlan, { body: { title: 'Forces', school_id: school.id } });
  const lesson = await teacher.call(createUnitLesson, { params: { id }, body: { title: 'Friction' } });
  await writeDraft(world, id, {
    overview: richText('Things move'),
    objectives: objectives('1Name', '2Measure'),
  });
  await writeDraft(world, lesson.id, { check: 'What slows it?' });
  await teacher.call(cutUnitVersion, { params: { id }, body: {} });
  await writeDraft(world, id, {
    overview: richText('Things move faster'),
    objectives: objectives('2Measure', '1Name it'),
  });
  await writeDraft(world, lesson.id, { check: 'What slows it most?' });
  const standard = await aStandard();
  const target = { target_type: 'unit_plan' as const, target_id: id };
  await teacher.call(createAlignment, { body: { ...target, standard_id: standard.id } });
  const link = await aLink(teacher, { title: 'Friction lab' });
  await teacher.call(attachResource, { params: { id: link.id }, body: target });
  const draft = await diff(id, '1', 'draft');
  const found = draft.changes.map(({ kind, path, status }) => [kind, path.split('/')[1], status]);
  expect(found).toEqual(
    expect.arrayContaining([
      ['rich_text', 'overview', 'changed'],
      ['list_item', 'objectives', 'moved'],
      ['list_item', 'objectives', 'changed'],
    ]),
  );
  const kinds = draft.changes.map(({ kind, status }) => [kind, status]);
  expect(kinds).toContainEqual(['alignment', 'added']);
  expect(kinds).toContainEqual(['resource', 'added']);
  expect(kinds).toContainEqual(['lesson', 'changed']);
  const overview = draft.changes.find(({ path }) => path.startsWith('/overview'));
  expect(overview?.runs).toMatchObject([
    { status: 'same', text: 'Things move' },
    { status: 'added', text: ' faster' },
  ]);
  expect(draft.lessons).toMatchObject([{ lesson_plan_id: lesson.id, changes: [{ path: '/check' }] }]);
  await teacher.call(cutUnitVersion, { params: { id }, body: {} });
  expect((await diff(id, '1', '2')).changes).toEqual(draft.changes);
});

test('PLN-185 a unit is compared with the template it was made from', async () => {
  const template = await teacher.call(createTemplate, { body: { title: 'Lab', level: 'personal' } });
  await writeDraft(world, template.id, { overview: richText('Ask a question') });
  const { version } = await teacher.call(cutTemplateVersion, { params: { id: template.id }, body: {} });
  await publishVersion(world, template.id, version.id);
  const unit = await teacher.call(createUnitFromTemplate, { params: { id: template.id }, body: {} });
  await writeDraft(world, unit.id, { overview: richText('Ask a good question') });
  const compared = await diff(unit.id, 'source', 'draft');
  const change = compared.changes.find(({ path }) => path.startsWith('/overview'));
  expect([compared.from.plan_id, change?.status]).toEqual([template.id, 'changed']);
});

test('PLN-91 standards of a plan need its rights, show in its diff, and change what is published only by publishing', async () => {
  const body = { title: 'Energy', school_id: school.id, home: 'school' as const };
  const { id, lock_version } = await teacher.call(createUnitPlan, { body });
  const full = { overview: richText('Why'), objectives: objectives('1Explain it') };
  await writeDraft(world, id, full);
  const [first, second] = [await aStandard(), await aStandard()];
  const align = (actor: typeof teacher, standard_id: string) =>
    actor.send(createAlignment, { body: { standard_id, target_type: 'unit_plan', target_id: id } });
  const readerOnly = await align(colleague, first.id);
  expect(readerOnly.status).toBe(403);
  expect((await align(teacher, first.id)).status).toBe(201);
  const { version } = await teacher.call(cutUnitVersion, { params: { id }, body: {} });
  await publishVersion(world, id, version.id);
  const share = { collaborators: [{ user_id: colleague.id, access: 'edit' as const }], lock_version };
  await teacher.call(putUnitCollaborators, { params: { id }, body: share });
  expect((await align(colleague, second.id)).status).toBe(201);
  const changes = (await diff(id, 'published', 'draft')).changes;
  expect(changes).toMatchObject([{ kind: 'alignment', status: 'added' }]);
  const live = async () => {
    const { published_version_number } = await teacher.call(getUnitPlan, { params: { id } });
    const number = published_version_number ?? 0;
    const { alignments } = await teacher.call(getUnitVersion, { params: { id, number } });
    return alignments.map((one) => one.standard_id).sort();
  };
  expect(await live()).toEqual([first.id]);
  await teacher.call(publishUnit, { params: { id }, body: {} });
  expect(await live()).toEqual([first.id, second.id].sort());
});

test('PLN-36 (templates and documents) have the history, comparison and restoring that units have', async () => {
  const template = await teacher.call(createTemplate, { body: { title: 'Debate', level: 'personal' } });
  const params = { id: template.id };
  for (const words of ['Choose a side', 'Choose the other side']) {
    await writeDraft(world, template.id, { overview: richText(words) });
    await teacher.call(cutTemplateVersion, { params, body: {} });
  }
  const compared = await teacher.call(diffTemplateVersions, { params, query: { from: '1', to: '2' } });
  expect(compared.changes).toMatchObject([{ status: 'changed', kind: 'rich_text' }]);
  await teacher.call(restoreTemplateVersion, { params: { ...params, number: 1 }, body: {} });
  const { data } = await teacher.call(listTemplateVersions, { params, query: {} });
  expect(data.map(({ version_number, kind }) => [version_number, kind])).toEqual([
    [3, 'restore'],
    [2, 'manual'],
    [1, 'manual'],
  ]);
  const pinned = { pack_key: 'plain', pack_version: 1, schema_key: 'scope_and_sequence' };
  const body = { title: 'Rhetoric', school_id: school.id, document_type: 'scope_and_sequence', ...pinned };
  const document = { id: (await teacher.call(createCurriculumDocument, { body })).id };
  for (const words of ['First', 'Second']) {
    await writeDraft(world, document.id, { purpose: richText(words) });
    await teacher.call(cutDocumentVersion, { params: document, body: {} });
  }
  const restored = { params: { ...document, number: 1 }, body: {} };
  await teacher.call(restoreDocumentVersion, restored);
  const sides = { from: '1', to: '3' };
  const same = await teacher.call(diffDocumentVersions, { params: document, query: sides });
  expect(same.changes).toEqual([]);
});
