import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { contextOf } from '../../../test/a-platform.ts';
import { aSchool } from '../../../test/a-school.ts';
import { forgetTenant, selectTenant, selectTenantOfNow } from './tenants.service.ts';

const { platform, tenant } = await aSchool();
const context = contextOf(platform, tenant);

afterEach(() => {
  vi.restoreAllMocks();
});

test('OPS-69 more transactions than connections ask for their tenant when it is due to be read again, and none waits', async () => {
  await selectTenantOfNow(platform, tenant.id);
  const later = performance.now() + 6_000;
  vi.spyOn(performance, 'now').mockReturnValue(later);
  const names = await Promise.all(
    Array.from({ length: 60 }, () =>
      context.readTenant(async (tx) => {
        await sql`select 1`.execute(tx);
        return (await selectTenant(platform, tenant.id)).name;
      }),
    ),
  );
  expect(new Set(names).size).toBe(1);
});

test('IDN-35 a change is known here at once, and what is asked for anew is never older than five seconds', async () => {
  const before = await selectTenantOfNow(platform, tenant.id);
  const rename = (name: string) =>
    platform.db.asJob('a change by another process', (tx) =>
      tx.updateTable('tenants').set({ name }).where('id', '=', tenant.id).execute(),
    );
  await rename('Renamed');
  expect((await selectTenantOfNow(platform, tenant.id)).name).toBe(before.name);
  const later = performance.now() + 20_000;
  vi.spyOn(performance, 'now').mockReturnValue(later);
  await rename('Renamed');
  expect((await selectTenantOfNow(platform, tenant.id)).name).toBe('Renamed');
  await rename(before.name);
  forgetTenant(platform, tenant.id);
  expect((await selectTenant(platform, tenant.id)).name).toBe(before.name);
});
