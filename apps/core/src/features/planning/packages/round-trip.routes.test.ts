import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAlignment } from '@k12/contracts/planning/alignments';
import { activatePlannerPack, createPlannerPack } from '@k12/contracts/planning/pack-admin';
import {
  applyPackageImport,
  createPackageImport,
  createPlanSetExport,
  getPackageImport,
  getPlanSetExport,
  getPlanSetExportFile,
} from '@k12/contracts/planning/plan-packages';
import {
  createUnitLesson,
  createUnitPlan,
  listUnitPlans,
  updateUnitPlan,
} from '@k12/contracts/planning/plans';
import { attachResource } from '@k12/contracts/planning/resource-attachments';
import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { applyImport, getImport } from '@k12/contracts/planning/standard-imports';
import { listStandards } from '@k12/contracts/planning/standards';
import { cutUnitVersion, listUnitVersions } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { actorOf, aSchool } from '../../../test/a-school.ts';
import { exportedSet, partsOf, previewPackage, uploadPackage, workOnApply } from '../../../test/packages.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';
import { aFile, aLink, aPdf, upload } from '../../../test/resources.ts';
import { previewOf, workOnImport } from '../../../test/standards.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000,"export":1000}',
});
const { anonymous, student, guardian, lead, districtAdmin, school, otherTenantAdmin, otherTenantSchool } =
  world;

/** One white dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9BUNFygAAAABJRU5ErkJggg==',
  'base64',
);

async function aFramework() {
  const identifier = newId();
  const items = ['R.1', 'R.1.a'].map((humanCodingScheme) => ({
    identifier: newId(),
    uri: `urn:uuid:${newId()}`,
    humanCodingScheme,
    fullStatement: `Statement ${humanCodingScheme}`,
    educationLevel: ['06'],
    publisherNote: { kept: 'as it was' },
  }));
  const node = (one: string) => ({ identifier: one, uri: `urn:uuid:${one}`, title: '' });
  const [parent, child] = items;
  const link = (from: string, to: string, sequenceNumber: number) => ({
    identifier: newId(),
    uri: `urn:uuid:${newId()}`,
    associationType: 'isChildOf',
    originNodeURI: node(from),
    destinationNodeURI: node(to),
    sequenceNumber,
  });
  const content = {
    CFDocument: { identifier, uri: `urn:uuid:${identifier}`, title: 'Ratio standards', creator: 'A board' },
    CFItems: items,
    CFAssociations: [
      link(parent?.identifier ?? '', identifier, 1),
      link(child?.identifier ?? '', parent?.identifier ?? '', 1),
    ],
  };
  const preview = await previewOf(districtAdmin, 'ratio.json', JSON.stringify(content));
  await districtAdmin.call(applyImport, { params: { id: preview.id } });
  await workOnImport(districtAdmin, preview.id, 'apply');
  const done = await districtAdmin.call(getImport, { params: { id: preview.id } });
  const id = done.framework_id ?? '';
  const { data } = await districtAdmin.call(listStandards, { query: { framework_id: id } } as never);
  return { id, identifier, standards: data };
}

/** A unit with two lessons, three versions, a pack of its own, standards, a file, a link and a picture. */
async function aDepartment(subject: string) {
  const framework = await aFramework();
  const copied = await districtAdmin.call(createPlannerPack, {
    body: {
      copy_of: { key: 'plain', version: 1 },
      as: 'new_pack',
      key: `own_${subject.toLowerCase()}`,
      label: { en: 'Ours' },
    },
  } as never);
  const pack = await districtAdmin.call(activatePlannerPack, {
    params: { id: copied.id },
    body: { lock_version: copied.lock_version },
  } as never);
  const unit = await lead.call(createUnitPlan, {
    body: {
      title: 'Ratios in the kitchen',
      home: 'school',
      subjects: [subject],
      grade_levels: ['6'],
      tags: ['cooking'],
      language: 'fr',
      pack_key: pack.key,
      pack_version: pack.version,
    },
  });
  const picture = await upload(lead, dot, 'dot.png', 'image/png');
  const overview = richText('Deux recettes');
  overview.content.push({
    type: 'image',
    attrs: { src: `/api/v1/files/${picture}/content`, alt: 'A dot', title: null },
  } as never);
  await writeDraft(world, unit.id, { overview, objectives: objectives('1Write ratios') });
  const cut = (change_note: string) =>
    lead.call(cutUnitVersion, { params: { id: unit.id }, body: { change_note } });
  await cut('First words');
  const lessons = [];
  for (const title of ['Lemonade', 'Bread']) {
    const lesson = await lead.call(createUnitLesson, {
      params: { id: unit.id },
      body: { title, duration_minutes: 45 },
    });
    await writeDraft(world, lesson.id, { objectives: objectives(`1${title} for two`) });
    lessons.push(lesson);
  }
  const [standard, other] = framework.standards;
  const target = { target_type: 'unit_plan', target_id: unit.id } as const;
  await lead.call(createAlignment, {
    body: { ...target, standard_id: standard?.id ?? '', emphasis: 'developed', note: 'Twice' },
  });
  await cut('With lessons and a standard');
  const file = await aFile(lead, { title: 'Lab sheet', visibility: 'school', school_id: school.id });
  const link = await aLink(lead, { visibility: 'school', school_id: school.id });
  for (const [at, resource] of [file, link].entries())
    await lead.call(attachResource, {
      params: { id: resource.id },
      body: { ...target, caption: `Number ${at}`, audience: at === 0 ? 'student' : 'teacher' },
    });
  await cut('With resources');
  await lead.call(createAlignment, { body: { ...target, standard_id: other?.id ?? '' } });
  await writeDraft(world, unit.id, { overview, objectives: objectives('1Write ratios', '2Compare them') });
  return { unit, lessons, framework };
}

const exportOf = (actor: typeof lead, subject: string) =>
  exportedSet(actor, { format: 'package', set: { of: 'department', subject } });

/** A package without what must differ elsewhere: ids in order of their appearance, people, moments of export. */
async function comparable(archive: Buffer) {
  const parts = await partsOf(archive);
  const manifest = JSON.parse(String(parts.get('manifest.json')));
  const plans = manifest.plans.map((id: string) => JSON.parse(String(parts.get(`plans/${id}.json`))));
  const standards = manifest.frameworks.map(({ path }: { path: string }) =>
    JSON.parse(String(parts.get(path))),
  );
  const resources = JSON.parse(String(parts.get('resources.json')));
  const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title);
  resources.resources.sort(byTitle);
  resources.files.sort((a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name));
  const files = [...parts]
    .filter(([name]) => name.startsWith('files/'))
    .map(([name, content]) => [name, content.length]);
  files.sort();
  const seen = new Map<string, string>();
  const text = JSON.stringify({ plans, resources }, (key, value) => (key === 'author' ? 'somebody' : value));
  const named = text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    // Entries of lists keep their ids, and standards are called the same everywhere.
    if (id.startsWith('00000000') || JSON.stringify(standards).includes(id)) return id;
    seen.set(id, seen.get(id) ?? `id ${seen.size}`);
    return seen.get(id) ?? '';
  });
  return { ...JSON.parse(named), standards, files };
}

test('PLN-189 a department comes out as an open package and comes back in elsewhere without a loss', async () => {
  const { framework, unit } = await aDepartment('Cookery');
  const { made, file } = await exportOf(lead, 'Cookery');
  expect(made).toMatchObject({
    state: 'ready',
    plans_count: 3,
    done_count: 3,
    left_out: [],
    title: 'Cookery',
  });
  const place = { home: 'school', school_id: otherTenantSchool.id } as const;
  const preview = await previewPackage(otherTenantAdmin, file, place);
  expect(preview.problems).toEqual([]);
  expect(preview).toMatchObject({
    state: 'previewed',
    title: 'Cookery',
    can: { apply: true },
    counts: {
      ...{ units: 1, lessons: 2, documents: 0, resources: 2, pictures: 1, packs_added: 1 },
      ...{ frameworks_added: 1, frameworks_found: 0, alignments: 2, alignments_unlinked: 0 },
    },
  });
  // A preview writes nothing.
  expect((await otherTenantAdmin.call(listFrameworks, { query: {} } as never)).data).toEqual([]);
  expect((await otherTenantAdmin.call(listUnitPlans, { query: {} } as never)).data).toEqual([]);
  await otherTenantAdmin.call(applyPackageImport, { params: { id: preview.id } });
  await workOnApply(otherTenantAdmin, preview.id);
  const done = await otherTenantAdmin.call(getPackageImport, { params: { id: preview.id } });
  expect(done).toMatchObject({ state: 'applied', can: { apply: false } });
  expect(done.plan_ids).toHaveLength(3);
  const [newUnit = ''] = done.plan_ids;
  expect(newUnit).not.toBe(unit.id);
  const { data: versions } = await otherTenantAdmin.call(listUnitVersions, {
    params: { id: newUnit },
    query: {},
  } as never);
  expect(versions.map(({ change_note }) => change_note)).toEqual([
    'With resources',
    'With lessons and a standard',
    'First words',
  ]);
  const again = await exportOf(otherTenantAdmin, 'Cookery');
  const [before, after] = [await comparable(file), await comparable(again.file)];
  // The pack got a key that is free there; it is the same pack.
  for (const plan of [...before.plans, ...after.plans]) plan.pack.key = 'same';
  expect(after).toEqual(before);
  expect(before.standards[0].CFDocument.identifier).toBe(framework.identifier);
  expect(before.standards[0].CFItems[0].publisherNote).toEqual({ kept: 'as it was' });
});

test('PLN-189 in the same district standards and packs are found again, and the plans are copies', async () => {
  const { unit } = await aDepartment('Baking');
  const { file } = await exportOf(lead, 'Baking');
  const preview = await previewPackage(lead, file, { home: 'school', school_id: school.id });
  expect(preview.counts).toMatchObject({
    frameworks_added: 0,
    frameworks_found: 1,
    packs_added: 0,
    alignments: 2,
  });
  await lead.call(applyPackageImport, { params: { id: preview.id } });
  await workOnApply(lead, preview.id);
  const { data } = await lead.call(listUnitPlans, { query: { subject: 'Baking' } } as never);
  expect(data).toHaveLength(2);
  expect(new Set(data.map(({ pack_key }) => pack_key)).size).toBe(1);
  // Once is once: applied twice it says so.
  expect((await lead.send(applyPackageImport, { params: { id: preview.id } })).status).toBe(409);
  expect(data.some(({ id }) => id === unit.id)).toBe(true);
});

test('PLN-171 PLN-172 what one may not read is not in the package, and what may not be opened is named', async () => {
  const mine = await lead.call(createUnitPlan, { body: { title: 'Secret', subjects: ['Secrets'] } });
  const colleague = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
  const hidden = { format: 'package' as const, set: { of: 'plans' as const, plan_ids: [mine.id] } };
  expect((await colleague.send(createPlanSetExport, { body: hidden })).status).toBe(404);
  const nothing = { format: 'package', set: { of: 'department', subject: 'Secrets' } } as const;
  expect((await colleague.send(createPlanSetExport, { body: nothing })).status).toBe(422);
  const shared = await colleague.call(createUnitPlan, {
    body: { title: 'Shared', home: 'school', subjects: ['Sharing'] },
  });
  const secret = await aFile(colleague, { file_id: await upload(colleague, aPdf()), title: 'Only mine' });
  await colleague.call(attachResource, {
    params: { id: secret.id },
    body: { target_type: 'unit_plan', target_id: shared.id, sharing: 'by_target' },
  });
  await colleague.call(cutUnitVersion, { params: { id: shared.id }, body: {} });
  const other = await actorOf(world.server, world.tenant, { role: 'teacher', school_ids: [school.id] });
  // Let in by the plan: a reader of it takes it along.
  expect((await exportOf(other, 'Sharing')).made.left_out).toEqual([]);
  const taken = await exportOf(other, 'Sharing');
  await colleague.call(updateUnitPlan, {
    params: { id: shared.id },
    body: { home: 'personal', lock_version: shared.lock_version },
  });
  const params = { id: taken.made.id };
  expect((await other.send(getPlanSetExport, { params })).status).toBe(404);
  expect((await other.send(getPlanSetExportFile, { params })).status).toBe(404);
});

test('PLN-173 PLN-189 who may: signed out 401, families 403, of another person or tenant 404', async () => {
  const body = { format: 'package', set: { of: 'department' } } as const;
  expect((await anonymous.send(createPlanSetExport, { body })).status).toBe(401);
  for (const actor of [student, guardian]) {
    expect((await actor.send(createPlanSetExport, { body })).status).toBe(403);
    expect((await actor.send(createPackageImport, { body: { file_id: newId() } })).status).toBe(403);
  }
  await lead.call(createUnitPlan, { body: { title: 'Weather', home: 'school', subjects: ['Weather'] } });
  const { made, file } = await exportOf(lead, 'Weather');
  const { body: uploaded } = await uploadPackage(lead, file);
  expect((await districtAdmin.send(createPackageImport, { body: { file_id: uploaded.id } })).status).toBe(
    404,
  );
  const mine = await lead.call(createPackageImport, { body: { file_id: uploaded.id } });
  for (const actor of [districtAdmin, otherTenantAdmin]) {
    expect((await actor.send(getPlanSetExport, { params: { id: made.id } })).status).toBe(404);
    expect((await actor.send(getPackageImport, { params: { id: mine.id } })).status).toBe(404);
    expect((await actor.send(applyPackageImport, { params: { id: mine.id } })).status).toBe(404);
  }
  // Not read yet, so there is nothing to take over.
  expect((await lead.send(applyPackageImport, { params: { id: mine.id } })).status).toBe(409);
});

test('PLN-171 who may not add standards or packs keeps the words of standards, and is told of a missing pack', async () => {
  await aDepartment('Grilling');
  const { file } = await exportOf(lead, 'Grilling');
  const elsewhere = await actorOf(world.server, world.otherTenant, {
    role: 'teacher',
    school_ids: [otherTenantSchool.id],
  });
  const preview = await previewPackage(elsewhere, file);
  expect(preview.can.apply).toBe(false);
  expect(preview.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'error pack_missing',
    'note framework_missing',
    'note standard_missing',
    'note standard_missing',
  ]);
});
