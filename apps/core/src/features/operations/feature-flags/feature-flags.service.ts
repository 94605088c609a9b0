import type {
  FeatureFlag,
  FlagOverrideSet,
  GlobalFlag,
  GlobalFlagUpdate,
} from '@k12/contracts/operations/feature-flags';
import { type FlagKey, flagKeys, flags } from '@k12/contracts/operations/flags';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './feature-flags.queries.ts';
import { fullSince, needsCleanUp } from './feature-flags.rules.ts';

export async function listFlags(context: Context): Promise<{ data: FeatureFlag[] }> {
  const [global, overrides] = await Promise.all([
    queries.listFlags(context.platform.db),
    context.withTenant((tx) => queries.listOverrides(tx)),
  ]);
  return { data: flagKeys.map((key) => present(context, key, global, overrides)) };
}

export async function setOverride(
  context: Context,
  key: FlagKey,
  input: FlagOverrideSet,
): Promise<FeatureFlag> {
  await requireManageable(context, key);
  const { actor, platform } = context;
  await context.withTenant(async (tx) => {
    const set_at = platform.clock.now().toISOString();
    await queries.putOverride(tx, { key, ...input, set_by: actor.user_id, set_at });
    const changes = {
      key,
      enabled: input.enabled,
      rollout_percent: input.rollout_percent,
      roles: input.roles,
    };
    await recordAudit(tx, context, {
      action: 'feature_flag.overridden',
      target_type: 'feature_flag',
      changes,
    });
  });
  return applied(context, key);
}

export async function clearOverride(context: Context, key: FlagKey): Promise<FeatureFlag> {
  await requireManageable(context, key);
  await context.withTenant(async (tx) => {
    await queries.deleteOverride(tx, key);
    const entry = { action: 'feature_flag.override_cleared', target_type: 'feature_flag', changes: { key } };
    await recordAudit(tx, context, entry);
  });
  return applied(context, key);
}

/** An organisation decides about itself as a whole, and only where the operator leaves it to them (OPS-111). */
async function requireManageable(context: Context, key: FlagKey): Promise<void> {
  authorize(reachesTenant(context.actor, 'feature_flags.manage'), 'feature_flags.manage');
  const flag = await queries.selectOptionalFlag(context.platform.db, key);
  authorize(flag?.tenant_manageable === true, 'feature_flags.manage');
}

async function applied(context: Context, key: FlagKey): Promise<FeatureFlag> {
  await context.platform.flags.changed();
  const { data } = await listFlags(context);
  const flag = data.find((row) => row.key === key);
  if (!flag) throw new Problem('not_found');
  return flag;
}

type FlagRow = Awaited<ReturnType<typeof queries.listFlags>>[number];
type OverrideRow = Awaited<ReturnType<typeof queries.listOverrides>>[number];

function present(context: Context, key: FlagKey, global: FlagRow[], overrides: OverrideRow[]): FeatureFlag {
  const { enabled, origin } = context.platform.flags.evaluate(key, context.actor);
  const override = overrides.find((row) => row.key === key);
  return {
    key,
    description: flags[key].description,
    kind: flags[key].kind,
    tenant_manageable: global.find((row) => row.key === key)?.tenant_manageable ?? false,
    enabled,
    origin,
    override: override ?? null,
  };
}

export async function listGlobalFlags(context: Context): Promise<{ data: GlobalFlag[] }> {
  const rows = await queries.listFlags(context.platform.db);
  return { data: rows.flatMap((row) => (row.key in flags ? [presentGlobal(context, row)] : [])) };
}

export async function updateGlobalFlag(
  context: Context,
  key: FlagKey,
  { lock_version, ...given }: GlobalFlagUpdate,
): Promise<GlobalFlag> {
  const { db, clock, flags: evaluation } = context.platform;
  const before = await queries.selectOptionalFlag(db, key);
  if (!before) throw new Problem('not_found');
  const now = clock.now().toISOString();
  const next = {
    enabled: given.enabled === undefined ? before.enabled : given.enabled,
    tenant_manageable: given.tenant_manageable ?? before.tenant_manageable,
    rollout_percent: given.rollout_percent === undefined ? before.rollout_percent : given.rollout_percent,
    rollout_by: given.rollout_by ?? (before.rollout_by as 'tenant' | 'user'),
    roles: given.roles ?? before.roles,
    expires_on: given.expires_on === undefined ? before.expires_on : given.expires_on,
  };
  const full_since_at = fullSince(next, before.full_since_at, now);
  const flag = await queries.updateFlag(db, key, lock_version, { ...next, full_since_at, updated_at: now });
  if (!flag) throw new Problem('version_conflict', { current: presentGlobal(context, before) });
  await context.withTenant((tx) =>
    recordAudit(tx, context, {
      action: 'feature_flag.changed',
      target_type: 'feature_flag',
      changes: { key, ...next },
    }),
  );
  await evaluation.changed();
  return presentGlobal(context, flag);
}

function presentGlobal({ platform }: Context, row: FlagRow): GlobalFlag {
  const key = row.key as FlagKey;
  return {
    ...row,
    key,
    rollout_by: row.rollout_by as GlobalFlag['rollout_by'],
    default_enabled: flags[key].default_enabled,
    to_clean_up: needsCleanUp(row, platform.clock.now()),
  };
}
