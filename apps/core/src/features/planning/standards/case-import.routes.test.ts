import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deleteFramework,
  getCasePackage,
  getFramework,
  getFrameworkTable,
} from '@k12/contracts/planning/standard-frameworks';
import {
  applyImport,
  cancelImport,
  createImport,
  getImport,
  getImportProblemsTable,
  listImportProblems,
} from '@k12/contracts/planning/standard-imports';
import { getFrameworkTree, getStandard, listStandards } from '@k12/contracts/planning/standards';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { previewOf, uploadStandards, workOnImport } from '../../../test/standards.ts';
import type { TestActor } from '../../../test/test-server.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000,"export":1000}',
});
const { districtAdmin, lead, teacher, platform, tenant } = world;

interface Given {
  document?: object;
  items?: object[];
  associations?: object[];
  rest?: object;
}

const uri = (id: string) => `https://case.example/uri/${id}`;

function item(id: string, code: string, statement: string, more: object = {}) {
  return {
    identifier: id,
    uri: uri(id),
    humanCodingScheme: code,
    fullStatement: statement,
    lastChangeDateTime: '2024-01-01T00:00:00Z',
    ...more,
  };
}

function childOf(child: string, parent: string, sequenceNumber?: number | string, more: object = {}) {
  return {
    identifier: newId(),
    associationType: 'isChildOf',
    originNodeURI: { title: child, identifier: child, uri: uri(child) },
    destinationNodeURI: { title: parent, identifier: parent, uri: uri(parent) },
    ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
    lastChangeDateTime: '2024-01-01T00:00:00Z',
    ...more,
  };
}

function aPackage({ document = {}, items = [], associations = [], rest = {} }: Given = {}) {
  const CFDocument = {
    identifier: newId(),
    uri: uri('doc'),
    title: 'Sample framework',
    creator: 'Sample board',
    ...document,
  };
  return { CFDocument, CFItems: items, CFAssociations: associations, ...rest };
}

async function apply(actor: TestActor, id: string) {
  await actor.call(applyImport, { params: { id } });
  await workOnImport(actor, id, 'apply');
  return actor.call(getImport, { params: { id } });
}

async function importOf(content: unknown, actor: TestActor = districtAdmin, given = {}) {
  const preview = await previewOf(
    actor,
    'package.json',
    typeof content === 'string' ? content : JSON.stringify(content),
    given,
  );
  expect(preview.fault).toBeNull();
  const done = await apply(actor, preview.id);
  expect([done.fault, done.state]).toEqual([null, 'applied']);
  return done;
}

async function problemsOf(id: string, actor: TestActor = districtAdmin) {
  const { data } = await actor.call(listImportProblems, { params: { id }, query: { limit: 200 } });
  return data;
}

async function treeOf(frameworkId: string, query: object = {}) {
  const { data } = await districtAdmin.call(getFrameworkTree, { params: { id: frameworkId }, query });
  return data.map(({ code }) => code);
}

async function exported(frameworkId: string) {
  const reply = await districtAdmin.send(getCasePackage, { params: { id: frameworkId } });
  expect(reply.status).toBe(200);
  return typeof reply.body === 'string' ? JSON.parse(reply.body) : reply.body;
}

const ids = (count: number) => Array.from({ length: count }, () => newId());

test('who may: a teacher not at all, a lead for the own school, a district admin for the district', async () => {
  const file_id = await uploadStandards(districtAdmin, 'package.json', JSON.stringify(aPackage()));
  expect((await teacher.send(createImport, { body: { file_id } })).status).toBe(403);
  expect((await districtAdmin.send(createImport, { body: { file_id: newId() } })).status).toBe(404);
  const own = await uploadStandards(lead, 'package.json', JSON.stringify(aPackage()));
  expect((await lead.send(createImport, { body: { file_id: own } })).status).toBe(403);
  expect((await lead.send(createImport, { body: { file_id: own, school_id: world.school.id } })).status).toBe(
    201,
  );
});

test('PLN-70 PLN-71 PLN-72 a package comes back as it was given: identifiers, every type of association, unknown fields, definitions', async () => {
  const [a, b, c] = ids(3) as [string, string, string];
  const external = newId();
  const given = aPackage({
    document: {
      adoptionStatus: 'Adopted',
      subject: ['Mathematics'],
      language: 'en',
      licenseURI: { title: 'CC BY', identifier: newId(), uri: 'https://cc.example/by' },
      'ext:publisherNote': { kept: [1, 2] },
    },
    items: [
      item(a, 'M.6.RP', 'Ratios', {
        CFItemType: 'Domain',
        educationLevel: ['06'],
        'x-unknown': { deep: ['a', null, 1.5] },
      }),
      item(b, 'M.6.RP.1', 'Use ratio language', {
        CFItemType: 'Standard',
        educationLevel: ['06', '07'],
        notes: 'Note',
        listEnumeration: '1',
        alternativeLabel: 'RP1',
      }),
      item(c, 'M.6.RP.2', 'Find unit rates', {
        CFItemTypeURI: { title: 'Standard', identifier: newId(), uri: uri('type') },
      }),
    ],
    associations: [
      childOf(a, 'DOC', 1),
      childOf(b, a, 10),
      childOf(c, a, 20),
      ...[
        'isPartOf',
        'isPeerOf',
        'exactMatchOf',
        'precedes',
        'isRelatedTo',
        'replacedBy',
        'exemplar',
        'hasSkillLevel',
        'isTranslationOf',
        'ext:prepares',
      ].map((associationType) => ({ ...childOf(b, external), associationType, 'ext:weight': 3 })),
    ],
    rest: {
      CFDefinitions: { CFSubjects: [{ identifier: newId(), title: 'Mathematics' }], CFItemTypes: [] },
      'ext:package': { made_by: 'tool' },
    },
  });
  const text = JSON.stringify(given)
    .replaceAll('"DOC"', JSON.stringify(given.CFDocument.identifier))
    .replaceAll('/DOC"', `/${given.CFDocument.identifier}"`);
  const done = await importOf(text);
  expect(done.counts).toMatchObject({ added: 3, bad: 0, associations: 13 });
  const packageOut = await exported(done.framework_id ?? '');
  const sorted = (list: { identifier: string }[]) =>
    [...list].sort((x, y) => x.identifier.localeCompare(y.identifier));
  const expected = JSON.parse(text);
  expect(packageOut.CFDocument).toEqual(expected.CFDocument);
  expect(sorted(packageOut.CFItems)).toEqual(sorted(expected.CFItems));
  expect(sorted(packageOut.CFAssociations)).toEqual(sorted(expected.CFAssociations));
  expect(packageOut.CFDefinitions).toEqual(expected.CFDefinitions);
  expect(packageOut['ext:package']).toEqual({ made_by: 'tool' });
  const table = await districtAdmin.send(getFrameworkTable, { params: { id: done.framework_id ?? '' } });
  expect(table.body).toContain('M.6.RP.1,Use ratio language,06 | 07,M.6.RP,Standard');
});

test('PLN-73 PLN-74 PLN-76 orphan, cycle, second parent and external end are listed with their places; the rest is a right tree', async () => {
  const [root, late, early, orphan, x, y, twice] = ids(7) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const document = newId();
  const given = aPackage({
    document: { identifier: document },
    items: [
      item(root, 'R', 'Root'),
      item(late, 'R.10', 'Late'),
      item(early, 'R.2', 'Early'),
      item(orphan, 'O', 'Orphan'),
      item(x, 'X', 'Circle'),
      item(y, 'Y', 'Circle'),
      item(twice, 'T', 'Two parents'),
    ],
    associations: [
      childOf(root, document, 1),
      childOf(late, root, '10'),
      childOf(early, root, 2),
      childOf(orphan, newId(), 1),
      childOf(x, y, 1),
      childOf(y, x, 1),
      childOf(twice, late, 5),
      childOf(twice, root, 3),
      { ...childOf(root, newId()), associationType: 'exactMatchOf' },
    ],
  });
  const preview = await previewOf(districtAdmin, 'package.json', JSON.stringify(given));
  expect(preview).toMatchObject({ state: 'previewed', counts: { added: 7, bad: 1 } });
  const problems = await problemsOf(preview.id);
  const place = (code: string) => problems.filter((one) => one.code === code).map((one) => one.place);
  expect(place('parent_missing')).toEqual(['/CFAssociations/3']);
  expect(place('cycle')).toHaveLength(1);
  expect(['/CFAssociations/4', '/CFAssociations/5']).toContain(place('cycle')[0]);
  expect(place('second_parent')).toEqual(['/CFAssociations/6']);
  expect(place('external_end')).toEqual(['/CFAssociations/8']);
  expect(await treeCount()).toBe(0);
  const done = await apply(districtAdmin, preview.id);
  expect(await treeOf(done.framework_id ?? '')).toEqual(['R']);
  expect(await treeOf(done.framework_id ?? '', { parent: root && (await idOf(done, 'R')) })).toEqual([
    'R.2',
    'T',
    'R.10',
  ]);
  const unplaced = await treeOf(done.framework_id ?? '', { unplaced: true });
  expect(unplaced).toContain('O');
  expect(unplaced.some((code) => code === 'X' || code === 'Y')).toBe(true);
  const bad = await districtAdmin.send(getImportProblemsTable, { params: { id: preview.id } });
  expect(bad.body).toMatch(/error,\/CFAssociations\/[45],/);

  async function treeCount() {
    const { data } = await districtAdmin.call(listStandards, { query: { limit: 200 } });
    return data.filter(({ statement }) => statement === 'Circle').length;
  }
});

async function idOf({ framework_id }: { framework_id: string | null }, code: string): Promise<string> {
  const { data } = await districtAdmin.call(listStandards, {
    query: { framework_id: framework_id ?? '', limit: 200 },
  });
  const found = data.find((row) => row.code === code);
  if (!found) throw new Error(`no standard ${code}`);
  return found.id;
}

test('PLN-74 PLN-71 spellings of publishers are understood: levels as text or list, URIs as text, wrappers, marks, missing times', async () => {
  const [a, b, c] = ids(3) as [string, string, string];
  const document = newId().toUpperCase();
  const given = aPackage({
    document: {
      identifier: document,
      uri: { title: 'x', uri: uri('doc') },
      adoptionStatus: 'private draft',
      language: 'en_US',
      subject: 'Science',
    },
    items: [
      {
        identifier: a.toUpperCase(),
        uri: uri(a),
        humanCodingScheme: 'S.1',
        fullStatement: 'Text level',
        educationLevel: 'KG,01',
      },
      {
        identifier: b,
        uri: { uri: uri(b) },
        humanCodingScheme: 7,
        fullStatement: 'Other name',
        educationalLevel: ['9-12'],
        CFItemType: { title: 'Standard' },
      },
      {
        uri: uri(c),
        abbreviatedStatement: 'No identifier, only short\u0000 text \ud83d',
        educationLevel: null,
      },
    ],
    associations: [
      {
        associationType: 'isChildOf',
        originNodeURI: uri(a),
        destinationNodeURI: uri(document.toLowerCase()),
        sequenceNumber: null,
      },
      {
        identifier: newId(),
        associationType: 'IsChildOf',
        originNodeURI: b,
        destinationNodeURI: { uri: uri(a) },
      },
      {
        identifier: newId(),
        associationType: 'isChildOf',
        originNodeURI: { identifier: c, title: null },
        destinationNodeURI: { identifier: a },
      },
    ],
  });
  const done = await importOf(`\ufeff${JSON.stringify([given])}`);
  expect(done.counts).toMatchObject({ added: 3, bad: 0 });
  const root = await districtAdmin.call(getStandard, { params: { id: await idOf(done, 'S.1') } });
  expect([root.grade_levels, root.is_leaf]).toEqual([['K', '1'], false]);
  const child = await districtAdmin.call(getStandard, { params: { id: await idOf(done, '7') } });
  expect([child.grade_levels, child.item_type, child.parent_id]).toEqual([
    ['9', '10', '11', '12'],
    'Standard',
    root.id,
  ]);
  const codes = new Set((await problemsOf(done.id)).map(({ code, severity }) => `${severity} ${code}`));
  for (const note of [
    'education_level_form',
    'uri_as_text',
    'identifier_from_uri',
    'no_change_time',
    'association_without_identifier',
    'characters_removed',
    'statement_from_other_field',
  ])
    expect(codes).toContain(`note ${note}`);
});

test.each([
  ['', 'empty'],
  ['{"CFDocument": {"identifier": "a"', 'truncated'],
  ['{"CFDocument": {"identifier": "a",}}', 'broken_json'],
  ['{"CFItems": [1 2]}', 'broken_json'],
  ['[]', 'no_package'],
  ['"text"', 'no_package'],
  ['{"CFItems": [{}]} trailing', 'broken_json'],
  [`${'['.repeat(5_000)}`, 'too_deep'],
])('PLN-76 a file that cannot be read says where and why: %s', async (content, code) => {
  if (content === '')
    return expect(uploadStandards(districtAdmin, 'package.json', content)).rejects.toThrow('422');
  const preview = await previewOf(districtAdmin, 'package.json', content);
  expect([preview.state, (await problemsOf(preview.id))[0]?.code]).toEqual(['failed', code]);
  if (code === 'broken_json') expect(preview.fault).toMatch(/line 1, byte \d+/);
});

test('PLN-76 rows that cannot be taken over are named one by one and the others come in', async () => {
  const [a, b] = ids(2) as [string, string];
  const document = newId();
  const done = await importOf(
    aPackage({
      document: { identifier: document },
      items: [
        item(a, 'A', 'Good'),
        item(a, 'A2', 'Same identifier'),
        item(b, 'B', ''),
        'text' as never,
        { fullStatement: 'nameless' },
        item(newId(), 'C', 'x'.repeat(20_001)),
      ],
      associations: [
        childOf(a, document, 1),
        { identifier: newId(), associationType: 'isChildOf', originNodeURI: null },
      ],
    }),
  );
  expect(done.counts).toMatchObject({ added: 2, bad: 5 });
  const errors = (await problemsOf(done.id))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => `${code} ${place}`);
  expect(errors.sort()).toEqual(
    [
      'duplicate_identifier /CFItems/1',
      'end_missing /CFAssociations/1',
      'identifier_missing /CFItems/4',
      'not_an_object /CFItems/3',
      'statement_too_long /CFItems/5',
    ].sort(),
  );
});

test('PLN-78 PLN-79 PLN-80 importing again: the same file changes nothing, a new one matches by identifier, then code; what is aligned is retired', async () => {
  const [root, kept, coded, aligned, gone] = ids(5) as [string, string, string, string, string];
  const document = newId();
  const first = aPackage({
    document: { identifier: document },
    items: [
      item(root, 'R', 'Root'),
      item(kept, 'R.1', 'First wording'),
      item(coded, 'R.2', 'Known by code'),
      item(aligned, 'R.3', 'Aligned'),
      item(gone, 'R.4', 'Not aligned'),
    ],
    associations: [
      childOf(root, document, 1),
      childOf(kept, root, 1),
      childOf(coded, root, 2),
      childOf(aligned, root, 3),
      childOf(gone, root, 4),
    ],
  });
  const done = await importOf(first);
  const before = {
    kept: await idOf(done, 'R.1'),
    coded: await idOf(done, 'R.2'),
    aligned: await idOf(done, 'R.3'),
  };
  await build(platform, (tx) =>
    tx
      .insertInto('standard_alignments')
      .values(
        [before.kept, before.aligned].map((standard_id) => ({
          tenant_id: tenant.id,
          id: newId(),
          standard_id,
          target_type: 'resource' as const,
          target_id: newId(),
          created_at: new Date(),
        })),
      )
      .execute(),
  );
  const again = await importOf(first);
  expect(again.framework_id).toBe(done.framework_id);
  expect(again.counts).toMatchObject({
    added: 0,
    changed: 0,
    moved: 0,
    retired: 0,
    removed: 0,
    unchanged: 5,
    associations: 0,
  });

  const renewed = newId();
  const second = aPackage({
    document: { identifier: document },
    items: [
      item(root, 'R', 'Root'),
      item(kept, 'R.1a', 'Second wording'),
      item(renewed, 'R.2', 'Known by code'),
    ],
    associations: [first.CFAssociations[0] as object, childOf(kept, document, 2), childOf(renewed, root, 1)],
  });
  const preview = await previewOf(districtAdmin, 'package.json', JSON.stringify(second));
  expect(preview.counts).toMatchObject({ added: 0, changed: 2, retired: 1, removed: 1, unchanged: 1 });
  expect((await districtAdmin.call(getStandard, { params: { id: before.kept } })).code).toBe('R.1');
  const applied = await apply(districtAdmin, preview.id);
  expect(await treeOf(applied.framework_id ?? '')).toEqual(['R', 'R.1a']);
  expect(await districtAdmin.call(getStandard, { params: { id: before.kept } })).toMatchObject({
    code: 'R.1a',
    parent_id: null,
    statement: 'Second wording',
  });
  expect(await districtAdmin.call(getStandard, { params: { id: before.coded } })).toMatchObject({
    identifier: renewed,
  });
  expect(await districtAdmin.call(getStandard, { params: { id: before.aligned } })).toMatchObject({
    state: 'retired',
  });
  await expect(idOf(applied, 'R.4')).rejects.toThrow();
  expect(
    (await districtAdmin.send(deleteFramework, { params: { id: done.framework_id ?? '' } })).body.code,
  ).toBe('framework.in_use');
  expect(
    (await districtAdmin.call(getFramework, { params: { id: done.framework_id ?? '' } })).standards_count,
  ).toBe(3);
});

test('PLN-80 two imports of one framework at once: the second gets 409, and a cancelled one leaves nothing', async () => {
  const document = newId();
  const a = newId();
  const given = JSON.stringify(
    aPackage({
      document: { identifier: document },
      items: [item(a, 'A', 'One')],
      associations: [childOf(a, document)],
    }),
  );
  const [first, second] = [
    await uploadStandards(districtAdmin, 'one.json', given),
    await uploadStandards(districtAdmin, 'two.json', given),
  ];
  const waiting = await districtAdmin.call(createImport, { body: { file_id: first } });
  const refused = await districtAdmin.send(createImport, { body: { file_id: second } });
  expect([refused.status, refused.body.code]).toEqual([409, 'standard_import.running']);
  await workOnImport(districtAdmin, waiting.id, 'preview');
  const other = await districtAdmin.call(createImport, { body: { file_id: second } });
  await workOnImport(districtAdmin, other.id, 'preview');
  const replies = await Promise.all(
    [waiting.id, other.id].map((id) => districtAdmin.send(applyImport, { params: { id } })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = replies.find(({ status }) => status === 200)?.body.id;
  await districtAdmin.call(cancelImport, { params: { id: winner } });
  await workOnImport(districtAdmin, winner, 'apply');
  expect(await districtAdmin.call(getImport, { params: { id: winner } })).toMatchObject({
    state: 'cancelled',
    framework_id: null,
  });
  const { data } = await districtAdmin.call(listStandards, { query: { limit: 200 } });
  expect(data.map(({ identifier }) => identifier)).not.toContain(a);
});

test('PLN-70 a file with several packages imports the one that is asked for', async () => {
  const packages = [1, 2].map((at) => {
    const document = newId();
    const a = newId();
    return aPackage({
      document: { identifier: document, title: `Framework ${at}` },
      items: [item(a, `P${at}`, `Of ${at}`)],
      associations: [childOf(a, document)],
    });
  });
  const preview = await previewOf(districtAdmin, 'packages.json', JSON.stringify({ CFPackages: packages }), {
    document_identifier: packages[1]?.CFDocument.identifier,
  });
  expect(preview.documents.map(({ title, items_count }) => [title, items_count])).toEqual([
    ['Framework 1', 1],
    ['Framework 2', 1],
  ]);
  expect(preview).toMatchObject({ title: 'Framework 2', counts: { added: 1 } });
});

test('PLN-77 a chain of 3,000 below each other comes in without recursion or a statement that is too long', async () => {
  const document = newId();
  const many = ids(3_000);
  const done = await importOf(
    aPackage({
      document: { identifier: document },
      items: many.map((id, at) => item(id, `N.${at}`, `Statement ${at}`)),
      associations: many.map((id, at) => childOf(id, at === 0 ? document : (many[at - 1] as string), 1)),
    }),
  );
  expect(done.counts).toMatchObject({ added: 3_000, bad: 0 });
  expect(done.done_count).toBe(done.total_count);
});
