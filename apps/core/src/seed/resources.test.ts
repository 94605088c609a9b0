import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { aPlatform } from '../test/a-platform.ts';
import { seedDemo } from './demo.ts';

const { platform } = await aPlatform({ STORAGE_DIR: join(tmpdir(), `homeroom-test-${newId()}`) });

test('OPS-135 the demo has a library: files that can be opened, links in every health, attached to units', async () => {
  await seedDemo(platform);
  const { resources, files, uses, folders } = await platform.db.asJob('test', async (tx) => ({
    resources: await tx
      .selectFrom('resources')
      .select(['kind', 'health', 'visibility', 'current_version_id'])
      .execute(),
    files: await tx.selectFrom('files').select('storage_key').where('purpose', '=', 'resource').execute(),
    uses: await tx.selectFrom('resource_attachments').select(['target_type', 'audience']).execute(),
    folders: await tx.selectFrom('resource_folders').select(['scope', 'ancestor_ids']).execute(),
  }));
  expect(resources.length).toBeGreaterThan(30);
  expect(new Set(resources.map(({ visibility }) => visibility))).toEqual(
    new Set(['private', 'school', 'tenant']),
  );
  const links = resources.filter(({ kind }) => kind === 'link');
  expect(new Set(links.map(({ health }) => health))).toEqual(
    new Set(['ok', 'unreachable', 'forbidden', 'unknown']),
  );
  expect(
    resources.every(({ kind, current_version_id }) => (kind === 'file') === (current_version_id !== null)),
  ).toBe(true);
  expect(new Set(uses.map(({ target_type }) => target_type))).toEqual(new Set(['unit_plan', 'lesson_plan']));
  expect(folders.some(({ ancestor_ids }) => ancestor_ids.length === 1)).toBe(true);
  for (const { storage_key } of files) {
    const content = await platform.files.open(storage_key);
    content.destroy();
  }
});
