import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPackageImport, getPackageImport } from '@k12/contracts/planning/plan-packages';
import { createUnitLesson, createUnitPlan, listUnitPlans } from '@k12/contracts/planning/plans';
import { cutUnitVersion } from '@k12/contracts/planning/versions';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { buildZip } from '../../../test/build-zip.ts';
import { exportedSet, partsOf, previewPackage, uploadPackage, workOnApply } from '../../../test/packages.ts';
import { build } from '../../../test/people.ts';
import { objectives, richText, writeDraft } from '../../../test/plan-drafts.ts';

const world = await aSchool({
  STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`),
  RATE_LIMITS: '{"general":1000,"upload":1000,"export":1000}',
});
const { lead, otherTenantAdmin } = world;

interface Loose {
  // biome-ignore lint/suspicious/noExplicitAny: what a test breaks has no type
  [path: string]: any;
}

const unit = await lead.call(createUnitPlan, {
  body: { title: 'Ratios', home: 'school', subjects: ['Maths'] },
});
await writeDraft(world, unit.id, {
  overview: richText('Two recipes.'),
  objectives: objectives('1Write ratios'),
});
const lesson = await lead.call(createUnitLesson, { params: { id: unit.id }, body: { title: 'Lemonade' } });
await lead.call(cutUnitVersion, { params: { id: unit.id }, body: {} });
await writeDraft(world, unit.id, { overview: richText('Three recipes.') });
await lead.call(cutUnitVersion, { params: { id: unit.id }, body: {} });
const good = await partsOf(
  (await exportedSet(lead, { format: 'package', set: { of: 'plans', plan_ids: [unit.id] } })).file,
);
const unitPath = `plans/${unit.id}.json`;
const lessonPath = `plans/${lesson.id}.json`;

/** The good package with something wrong in it; the manifest tells the truth about it unless asked to lie. */
function broken(
  change: (parts: Loose) => void,
  { raw = {}, lies = false, extra = [] as Parameters<typeof buildZip>[0] } = {},
): Buffer {
  const parts: Loose = {};
  for (const [name, content] of good) parts[name] = JSON.parse(String(content));
  change(parts);
  const written = new Map<string, string>();
  for (const [name, value] of Object.entries(parts))
    if (name !== 'manifest.json') written.set(name, JSON.stringify(value));
  for (const [name, text] of Object.entries<string>(raw)) written.set(name, text);
  const manifest = parts['manifest.json'];
  if (!lies && Array.isArray(manifest?.parts)) {
    manifest.parts = [...written].map(([path, text]) => ({
      path,
      size_bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    }));
  }
  if (manifest !== undefined) written.set('manifest.json', JSON.stringify(manifest));
  return buildZip([...[...written].map(([name, content]) => ({ name, content })), ...extra]);
}

const nothing = () => {};
const forever = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What is wrong, and what is said about it: the code, and the part or pointer it is about. */
const faults: [string, Buffer, string, string][] = [
  ['broken JSON', broken(nothing, { raw: { [unitPath]: '{"id": ' } }), 'broken_json', unitPath],
  [
    'a manifest that is no JSON',
    broken(
      (p) => {
        p['manifest.json'] = undefined;
      },
      { extra: [{ name: 'manifest.json', content: '{' }] },
    ),
    'broken_json',
    'manifest.json',
  ],
  [
    'no manifest',
    broken((p) => {
      p['manifest.json'] = undefined;
    }),
    'missing_part',
    'manifest.json',
  ],
  [
    'another format',
    broken((p) => {
      p['manifest.json'].format = 'other';
    }),
    'unknown_format',
    'manifest.json',
  ],
  [
    'a newer format',
    broken((p) => {
      p['manifest.json'].format_version = 99;
    }),
    'newer_format',
    'manifest.json',
  ],
  ['endless nesting', broken(nothing, { raw: { [unitPath]: forever(200_000) } }), 'too_deep', unitPath],
  [
    'a missing part',
    broken((p) => {
      delete p[lessonPath];
    }),
    'missing_part',
    lessonPath,
  ],
  [
    'a changed part',
    broken(
      (p) => {
        p[unitPath].draft.title = 'Other';
      },
      { lies: true },
    ),
    'changed_part',
    unitPath,
  ],
  [
    'NUL in a text',
    broken((p) => {
      p[unitPath].draft.title = 'a\u0000b';
    }),
    'forbidden_character',
    unitPath,
  ],
  [
    'half a sign',
    broken(nothing, { raw: { [unitPath]: String(good.get(unitPath)).replace('Ratios', '\\ud800') } }),
    'forbidden_character',
    unitPath,
  ],
  [
    'a wrong kind',
    broken((p) => {
      p[unitPath].kind = 'virus';
    }),
    'wrong_shape',
    `${unitPath}#/kind`,
  ],
  [
    'a title of another type',
    broken((p) => {
      p[unitPath].draft.title = { a: 1 };
    }),
    'wrong_shape',
    `${unitPath}#/draft/title`,
  ],
  [
    'the same plan twice',
    broken((p) => {
      p['manifest.json'].plans.push(unit.id);
    }),
    'duplicate_id',
    'manifest.json',
  ],
  [
    'the same resource twice',
    broken((p) => {
      p['resources.json'].resources = [1, 2].map(() => ({
        id: unit.id,
        kind: 'link',
        title: 'A',
        description: '',
        tags: [],
        url: 'https://example.test',
        drive_file_id: null,
        versions: [],
      }));
    }),
    'duplicate_id',
    'resources.json',
  ],
  [
    'a link that is a script',
    broken((p) => {
      p['resources.json'].resources = [
        {
          id: unit.id,
          kind: 'link',
          title: 'A',
          description: '',
          tags: [],
          url: 'javascript:alert(1)',
          drive_file_id: null,
          versions: [],
        },
      ];
    }),
    'wrong_shape',
    'resources.json#/resources/0/url',
  ],
  [
    'a lesson that is its own unit',
    broken((p) => {
      p[lessonPath].unit_id = lesson.id;
    }),
    'cycle',
    `${lessonPath}#/unit_id`,
  ],
  [
    'a unit inside its lesson',
    broken((p) => {
      p[unitPath].kind = 'lesson';
      p[unitPath].unit_id = lesson.id;
    }),
    'cycle',
    `${unitPath}#/unit_id`,
  ],
  [
    'a version restored from a later one',
    broken((p) => {
      p[unitPath].versions[0].restored_from = 2;
    }),
    'cycle',
    `${unitPath}#/versions/0/restored_from`,
  ],
  [
    'a lesson of no unit of the package',
    broken((p) => {
      p[lessonPath].unit_id = newId();
    }),
    'missing_unit',
    `${lessonPath}#/unit_id`,
  ],
  [
    'a gap between versions',
    broken((p) => {
      p[unitPath].versions[0].number = 7;
    }),
    'version_number',
    `${unitPath}#/versions/0`,
  ],
  [
    'a section the form does not have',
    broken((p) => {
      p[unitPath].draft.content.evil = 'x';
    }),
    'unknown_key',
    `${unitPath}#/draft/content/evil`,
  ],
  [
    'a pack nobody knows',
    broken((p) => {
      p[unitPath].pack.key = 'nobody';
    }),
    'unknown_schema',
    `${unitPath}#/pack`,
  ],
  [
    'a resource that is not there',
    broken((p) => {
      p[unitPath].draft.resources = [
        { resource_id: newId(), title: 'A', kind: null, path: null, caption: null, audience: 'teacher' },
      ];
    }),
    'missing_resource',
    unitPath,
  ],
  [
    'a part twice',
    broken(nothing, { extra: [{ name: 'resources.json', content: '{}' }] }),
    'duplicate_part',
    'resources.json',
  ],
  ['a program as a file', withFile('tool.exe', 'MZ\u0090'), 'executable', 'files/'],
  ['a page called a picture', withFile('dot.png', '<html><script>1</script>'), 'content_mismatch', 'files/'],
];

function withFile(name: string, content: string): Buffer {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return broken(
    (p) => {
      p['resources.json'].files = [{ id: newId(), name, content_type: 'application/octet-stream', sha256 }];
    },
    { raw: { [`files/${sha256}`]: content } },
  );
}

for (const [what, archive, code, place] of faults) {
  test(`PLN-189 a package with ${what} is reported as ${code} where it is, and nothing is taken over`, async () => {
    const preview = await previewPackage(otherTenantAdmin, archive, { home: 'personal' });
    const errors = preview.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.code)).toContain(code);
    expect(errors.some((one) => one.code === code && one.place.startsWith(place))).toBe(true);
    expect(preview).toMatchObject({ state: 'previewed', can: { apply: false } });
    const params = { id: preview.id };
    expect((await otherTenantAdmin.send(applyPackageImport, { params })).status).toBe(409);
    expect((await otherTenantAdmin.call(listUnitPlans, { query: {} } as never)).data).toEqual([]);
  });
}

const ofUpload: [string, Parameters<typeof buildZip>[0], string][] = [
  ['a bomb', [{ name: 'a.json', content: Buffer.alloc(30_000_000) }], 'archive_expands_too_much'],
  ['a path out of it', [{ name: '../../etc/passwd', content: 'x' }], 'archive_path'],
  ['a path from the root', [{ name: '/etc/passwd', content: 'x' }], 'archive_path'],
  ['a drive of a machine', [{ name: 'C:\\a.json', content: 'x' }], 'archive_path'],
  ['a link', [{ name: 'manifest.json', content: '/etc/passwd', is_link: true }], 'archive_link'],
  ['a password', [{ name: 'manifest.json', content: '{}', encrypted: true }], 'archive_encrypted'],
  ['a claim of 3 GB', [{ name: 'a.json', content: 'x', claimed_size: 3_000_000_000 }], 'archive_too_large'],
];
for (const [what, parts, code] of ofUpload) {
  test(`PLN-189 IDN-106 an archive with ${what} is refused at the door as ${code}`, async () => {
    const { status, body } = await uploadPackage(lead, buildZip(parts));
    expect([status, body.errors?.map((error) => error.code)]).toEqual([422, [code]]);
  });
}

test('PLN-189 a part that unpacks to more than it claims is stopped, whatever it claims', async () => {
  const bomb = Buffer.alloc(80_000_000, ' ');
  const noise = Array.from({ length: 9_000 }, (_, at) => createHash('sha512').update(`${at}`).digest());
  const archive = broken(nothing, {
    extra: [
      { name: 'noise', content: Buffer.concat([...noise, ...noise]) },
      { name: unitPath, content: bomb, claimed_size: 10 },
    ],
  });
  const preview = await previewPackage(otherTenantAdmin, archive);
  const codes = preview.problems.map((problem) => problem.code);
  expect(codes).toContain('part_too_large');
  expect(preview.can.apply).toBe(false);
});

test('PLN-189 every fault of a package is told at once', async () => {
  const archive = broken((p) => {
    p[unitPath].versions[0].number = 7;
    p[unitPath].draft.content.evil = 'x';
    p[lessonPath].unit_id = newId();
  });
  const { problems, errors_count } = await previewPackage(otherTenantAdmin, archive);
  const codes = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(codes.sort()).toEqual(['missing_unit', 'unknown_key', 'version_number']);
  expect(errors_count).toBe(3);
});

test('PLN-189 what fails while it is taken over leaves nothing behind, not even the standards before it', async () => {
  const archive = broken((p) => {
    // Fits the format, and not the database: the year of a moment.
    p[unitPath].versions[1].created_at = '9999-12-31T23:59:59+00:00';
    p[unitPath].versions[0].created_at = '0000-01-01T00:00:00+00:00';
  });
  const preview = await previewPackage(otherTenantAdmin, archive);
  expect(preview.can.apply).toBe(true);
  await otherTenantAdmin.call(applyPackageImport, { params: { id: preview.id } });
  await workOnApply(otherTenantAdmin, preview.id);
  expect((await otherTenantAdmin.call(listUnitPlans, { query: {} } as never)).data).toEqual([]);
  const left = await build(world.platform, (tx) =>
    tx.selectFrom('plan_versions').select('id').where('tenant_id', '=', world.otherTenant.id).execute(),
  );
  expect(left).toEqual([]);
  const row = await otherTenantAdmin.call(getPackageImport, { params: { id: preview.id } });
  expect(row).toMatchObject({ state: 'failed', plan_ids: [], can: { apply: false } });
  expect(row.problems.at(-1)).toMatchObject({ severity: 'error', code: 'failed' });
});

test('PLN-189 PLN-11 a text with what no text may hold comes in without it', async () => {
  const archive = broken((p) => {
    p[unitPath].draft.content.overview = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'Hello',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
            },
          ],
        },
        { type: 'iframe', attrs: { src: 'https://evil.test' } },
      ],
    };
    p[unitPath].draft.is_newest_version = false;
  });
  const preview = await previewPackage(lead, archive, { home: 'personal' });
  expect(preview.problems).toEqual([]);
  await lead.call(applyPackageImport, { params: { id: preview.id } });
  await workOnApply(lead, preview.id);
  const { plan_ids } = await lead.call(getPackageImport, { params: { id: preview.id } });
  const { file } = await exportedSet(lead, {
    format: 'package',
    set: { of: 'plans', plan_ids: [plan_ids[0] ?? ''] },
  });
  const text = String((await partsOf(file)).get(`plans/${plan_ids[0]}.json`));
  expect(text).toContain('Hello');
  expect(text).not.toMatch(/javascript:|iframe|evil\.test/);
});
