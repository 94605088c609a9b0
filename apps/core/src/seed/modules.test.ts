import { expect, test } from 'vitest';
import { startTestServer } from '../test/test-server.ts';
import { seedDemo } from './demo.ts';

const { platform } = await startTestServer();

test('TCH-26 the demo courses have their published units as modules, with lessons and work in the order of their days', async () => {
  await seedDemo(platform);
  const { modules, items } = await platform.db.asJob('test', async (tx) => ({
    modules: await tx.selectFrom('modules').selectAll().execute(),
    items: await tx.selectFrom('module_items').selectAll().execute(),
  }));
  expect(new Set(modules.map(({ state }) => state))).toEqual(new Set(['published', 'scheduled', 'draft']));
  expect(modules.every(({ unit_version_id }) => unit_version_id !== null)).toBe(true);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['lesson', 'assignment']));
  for (const module of modules.slice(0, 20)) {
    const days = items
      .filter((item) => item.module_id === module.id && item.planned_on !== null)
      .sort((a, b) => a.position - b.position)
      .map(({ planned_on }) => planned_on ?? '');
    expect(days).toEqual([...days].sort());
  }
});
