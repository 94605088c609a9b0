import { getMe } from '@k12/contracts/identity/me';
import {
  clearFlagOverride,
  listFeatureFlags,
  listGlobalFlags,
  setFlagOverride,
} from '@k12/contracts/operations/feature-flags';
import { uploadFile } from '@k12/contracts/operations/files';
import { flagKeys } from '@k12/contracts/operations/flags';
import { newId } from '@k12/db';
import { expect, test } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import { createPlatform } from '../../../platform/create-platform.ts';
import { bucketOf, evaluateFlag } from '../../../platform/flags/flag-rules.ts';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { fullSince, needsCleanUp } from './feature-flags.rules.ts';

const world = await aSchool();
const { districtAdmin, admin, teacher, otherTenantTeacher, otherTenantAdmin, platform } = world;
const subject = { tenant_id: newId(), user_id: newId(), roles: ['teacher'] };

test('OPS-110 every seeded key is there, with value and origin', async () => {
  const { data } = await districtAdmin.call(listFeatureFlags, {});
  expect(data.map(({ key }) => key)).toEqual(flagKeys);
  expect(data[0]).toMatchObject({ enabled: true, origin: 'default', override: null });
});

test('OPS-111 OPS-112 an override switches the endpoint off for its tenant only, and clearing it tells what applies', async () => {
  const params = { key: 'file_uploads' as const };
  const body = { enabled: false, reason: 'during the exams' };
  expect(await districtAdmin.call(setFlagOverride, { params, body })).toMatchObject({
    enabled: false,
    origin: 'override',
  });
  const off = await teacher.send(uploadFile, { query: { purpose: 'resource' } });
  expect([off.status, off.body.code]).toEqual([404, 'feature_disabled']);
  expect((await otherTenantTeacher.send(uploadFile, { query: { purpose: 'resource' } })).status).not.toBe(
    404,
  );
  expect((await teacher.call(getMe, {})).feature_flags.file_uploads).toBe(false);
  expect((await otherTenantTeacher.call(getMe, {})).feature_flags.file_uploads).toBe(true);
  expect(await districtAdmin.call(clearFlagOverride, { params })).toMatchObject({
    enabled: true,
    origin: 'default',
  });
  expect((await teacher.send(uploadFile, { query: { purpose: 'resource' } })).status).not.toBe(404);
});

test('OPS-111 a flag that is not left to tenants, and people who may not: 403', async () => {
  const body = { enabled: false };
  const refused = await districtAdmin.send(setFlagOverride, { params: { key: 'ai_safety_v2' }, body });
  expect(refused.status).toBe(403);
  for (const actor of [admin, teacher]) {
    expect((await actor.send(setFlagOverride, { params: { key: 'file_uploads' }, body })).status).toBe(403);
  }
  expect((await districtAdmin.send(listGlobalFlags, {})).status).toBe(403);
});

test('OPS-108 a change reaches another process without a restart', async () => {
  const { DATABASE_URL, DATABASE_JOB_URL } = platform.config;
  const second = createPlatform(
    readConfig({ HOMEROOM_MODE: 'test', DATABASE_URL, DATABASE_JOB_URL, LOG_LEVEL: 'silent' }),
  );
  await second.flags.reload();
  await expect.poll(() => second.bus.isConnected()).toBe(true);
  const there = () =>
    second.flags.isOn('print_export', { tenant_id: world.otherTenant.id, user_id: null, roles: [] });
  expect(there()).toBe(true);
  await otherTenantAdmin.call(setFlagOverride, { params: { key: 'print_export' }, body: { enabled: false } });
  await expect.poll(there, { timeout: 30_000 }).toBe(false);
  await second.close();
});

test('OPS-108 override, then rules, then the global value, then the code decide; an unknown key is off', () => {
  const row = { key: 'print_export', enabled: null, rollout_percent: null, rollout_by: 'tenant', roles: [] };
  const ask = (flag: object | undefined, override?: object) =>
    evaluateFlag('print_export', subject, flag as never, override as never);
  expect(ask(undefined)).toEqual({ enabled: true, origin: 'default' });
  expect(ask({ ...row, enabled: false })).toEqual({ enabled: false, origin: 'global' });
  expect(ask({ ...row, enabled: false, roles: ['teacher'] })).toEqual({ enabled: true, origin: 'rule' });
  expect(ask({ ...row, enabled: false, roles: ['student'] })).toEqual({ enabled: false, origin: 'global' });
  const off = { key: 'print_export', enabled: false, rollout_percent: null, roles: [] };
  expect(ask({ ...row, enabled: true, roles: ['teacher'] }, off)).toEqual({
    enabled: false,
    origin: 'override',
  });
  expect(ask({ ...row, enabled: true }, { ...off, roles: ['student'] })).toEqual({
    enabled: true,
    origin: 'global',
  });
  expect(platform.flags.isOn('no_such_flag', subject)).toBe(false);
});

test('OPS-109 the same subject always lands in the same place, and more percent only ever adds', () => {
  const ids = Array.from({ length: 2_000 }, () => newId());
  const within = (percent: number) =>
    new Set(ids.filter((id) => bucketOf('portfolio_enabled', id) < percent));
  const [ten, quarter] = [within(10), within(25)];
  for (const id of ten) expect(quarter.has(id)).toBe(true);
  expect(ten.size).toBeGreaterThan(120);
  expect(ten.size).toBeLessThan(290);
  expect(within(100).size).toBe(ids.length);
});

test('OPS-113 flags past their date or complete for thirty days are to be cleaned up', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  expect(needsCleanUp({ expires_on: '2026-11-20', full_since_at: null }, now)).toBe(true);
  expect(needsCleanUp({ expires_on: '2026-12-20', full_since_at: '2026-10-22T11:00:00Z' }, now)).toBe(true);
  expect(needsCleanUp({ expires_on: null, full_since_at: '2026-11-01T00:00:00Z' }, now)).toBe(false);
  expect(fullSince({ enabled: null, rollout_percent: 100, roles: [] }, null, 'now')).toBe('now');
  expect(fullSince({ enabled: null, rollout_percent: 100, roles: [] }, 'before', 'now')).toBe('before');
  expect(fullSince({ enabled: null, rollout_percent: 90, roles: [] }, 'before', 'now')).toBeNull();
});

test('PRV-119 an override leaves an audit event', async () => {
  await districtAdmin.call(setFlagOverride, { params: { key: 'print_export' }, body: { enabled: true } });
  const events = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['actor_id', 'changes'])
      .where('tenant_id', '=', world.tenant.id)
      .where('action', '=', 'feature_flag.overridden')
      .execute(),
  );
  expect(events.at(-1)).toMatchObject({
    actor_id: districtAdmin.id,
    changes: { key: 'print_export', enabled: true },
  });
});
