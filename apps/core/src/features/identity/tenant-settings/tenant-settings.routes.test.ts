import { getTenantLimits, updateTenantLimits } from '@k12/contracts/identity/tenant-settings';
import { deleteUnitPlan, listUnitPlans } from '@k12/contracts/planning/plans';
import { expect, test } from 'vitest';
import { aSchool } from '../../../test/a-school.ts';
import { build } from '../../../test/people.ts';
import { aCompleteUnit } from '../../../test/plan-approvals.ts';
import { contextOfTests } from '../../../test/records.teaching.ts';
import { workFileBytes } from '../../teaching/uploads/upload-limit.service.ts';
import { tenantSettings, updateSettings } from './tenant-settings.service.ts';

const world = await aSchool();
const { districtAdmin, admin, teacher, anonymous, platform, tenant } = world;

test('TCH-53 PLN-19 the district decides how large handed-in files may be and how long plans wait in the bin', async () => {
  expect((await anonymous.send(getTenantLimits, {})).status).toBe(401);
  expect((await teacher.send(getTenantLimits, {})).status).toBe(403);
  const body = { submission_megabytes: 50, plan_bin_days: 60 };
  expect((await admin.send(updateTenantLimits, { body })).status).toBe(403);
  for (const refused of [{ plan_bin_days: 6 }, { plan_bin_days: 366 }, { submission_megabytes: 0 }])
    expect((await districtAdmin.send(updateTenantLimits, { body: refused })).status).toBe(422);
  expect(await districtAdmin.call(getTenantLimits, {})).toEqual({
    ...{ submission_megabytes: 200, plan_bin_days: 30 },
  });
  expect(await districtAdmin.call(updateTenantLimits, { body })).toEqual(body);
  expect(await workFileBytes(contextOfTests(world))).toBe(50 * 1024 * 1024);
  const { submission_megabytes } = await districtAdmin.call(updateTenantLimits, {
    body: { plan_bin_days: 90 },
  });
  expect(submission_megabytes).toBe(50);
  const events = await build(platform, (tx) =>
    tx
      .selectFrom('audit_events')
      .select('changes')
      .where('tenant_id', '=', tenant.id)
      .where('action', '=', 'tenant_limits.updated')
      .orderBy('occurred_at')
      .execute(),
  );
  expect(events[1]?.changes).toEqual({ plan_bin_days: [60, 90] });
});

test('PLN-19 a plan in the bin says until when, by the days of its organisation', async () => {
  await districtAdmin.call(updateTenantLimits, { body: { plan_bin_days: 45 } });
  const id = await aCompleteUnit(world, teacher);
  await teacher.call(deleteUnitPlan, { params: { id }, query: {} });
  const { data } = await teacher.call(listUnitPlans, { query: { deleted: 'true' } });
  const { deleted_at, purge_at } = data.find((plan) => plan.id === id) ?? {};
  expect(Date.parse(purge_at ?? '') - Date.parse(deleted_at ?? '')).toBe(45 * 86_400_000);
});

test('IDN-16 one setting that is not understood takes none of the others with it', async () => {
  const context = contextOfTests(world);
  const { archived_access, submission_megabytes } = await context.withTenant(async (tx) => {
    const at = platform.clock.now().toISOString();
    await updateSettings(tx, tenant.id, { archived_access: 'nobody' as never, submission_megabytes: 20 }, at);
    return tenantSettings(tx, tenant.id);
  });
  expect(archived_access).toEqual({ learners: 'own_work', months: 12 });
  expect(submission_megabytes).toBe(20);
});
