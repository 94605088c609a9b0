import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, instant } from '../records.ts';
import { flagKeys } from './flags.ts';

export const FlagKeyName = z.enum(flagKeys as [(typeof flagKeys)[number], ...typeof flagKeys]);
const rolloutPercent = z.int().min(0).max(100).nullable();
const roles = z.array(z.string().max(40)).max(20);

export const FlagOverride = z.object({
  enabled: z.boolean(),
  rollout_percent: rolloutPercent,
  roles,
  reason: z.string().nullable(),
  set_at: instant,
});

export const FeatureFlag = z.object({
  key: FlagKeyName,
  description: z.string(),
  kind: z.enum(['release', 'kill_switch', 'entitlement']),
  tenant_manageable: z.boolean(),
  /** As it is for the caller now. */
  enabled: z.boolean(),
  origin: z.enum(['override', 'rule', 'global', 'default']),
  override: FlagOverride.nullable(),
});
export type FeatureFlag = z.infer<typeof FeatureFlag>;

export const listFeatureFlags = endpoint({
  name: 'feature_flags.list',
  method: 'GET',
  path: '/feature_flags',
  summary: 'Feature flags with the value that applies and where it comes from',
  permission: 'feature_flags.manage',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(FeatureFlag) }) },
});

export const FlagOverrideSet = z.strictObject({
  enabled: z.boolean(),
  rollout_percent: rolloutPercent.default(null),
  roles: roles.default([]),
  reason: z.string().trim().max(500).nullable().default(null),
});
export type FlagOverrideSet = z.infer<typeof FlagOverrideSet>;

const keyParams = z.strictObject({ key: FlagKeyName });

export const setFlagOverride = endpoint({
  name: 'feature_flags.override',
  method: 'PUT',
  path: '/feature_flags/{key}/override',
  summary: 'Decide a flag for the own organisation',
  permission: 'feature_flags.manage',
  rate: 'general',
  params: keyParams,
  body: FlagOverrideSet,
  replies: { 200: FeatureFlag },
});

export const clearFlagOverride = endpoint({
  name: 'feature_flags.clear_override',
  method: 'DELETE',
  path: '/feature_flags/{key}/override',
  summary: 'Leave a flag to its general value again',
  permission: 'feature_flags.manage',
  rate: 'general',
  params: keyParams,
  replies: { 200: FeatureFlag },
});

export const GlobalFlag = z.object({
  key: FlagKeyName,
  enabled: z.boolean().nullable(),
  default_enabled: z.boolean(),
  tenant_manageable: z.boolean(),
  rollout_percent: rolloutPercent,
  rollout_by: z.enum(['tenant', 'user']),
  roles,
  expires_on: day.nullable(),
  lock_version: z.int(),
  /** Past its date, or fully rolled out for 30 days: the code should stop asking. */
  to_clean_up: z.boolean(),
});
export type GlobalFlag = z.infer<typeof GlobalFlag>;

export const listGlobalFlags = endpoint({
  name: 'operations.feature_flags',
  method: 'GET',
  path: '/admin/operations/feature_flags',
  summary: 'What flags are for everybody, and which should go',
  permission: 'platform',
  rate: 'general',
  replies: { 200: z.object({ data: z.array(GlobalFlag) }) },
});

export const GlobalFlagUpdate = z.strictObject({
  lock_version: z.int(),
  enabled: z.boolean().nullable().optional(),
  tenant_manageable: z.boolean().optional(),
  rollout_percent: rolloutPercent.optional(),
  rollout_by: z.enum(['tenant', 'user']).optional(),
  roles: roles.optional(),
  expires_on: day.nullable().optional(),
});
export type GlobalFlagUpdate = z.infer<typeof GlobalFlagUpdate>;

export const updateGlobalFlag = endpoint({
  name: 'operations.update_feature_flag',
  method: 'PATCH',
  path: '/admin/operations/feature_flags/{key}',
  summary: 'Change what a flag is for everybody',
  permission: 'platform',
  rate: 'general',
  params: keyParams,
  body: GlobalFlagUpdate,
  replies: { 200: GlobalFlag },
  errors: ['version_conflict'],
});
