import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { ArchivedAccess } from './archived-access.ts';

const planBinDays = z.int().min(7).max(365);
const submissionMegabytes = z.int().min(1).max(5_000);

/** All that an organisation has decided for itself, as it is kept; what it did not decide has the value of the product. */
export const TenantSettings = z.object({
  /** `role:capability` pairs of the optional marks of the table of rights. */
  optional_grants: z.array(z.string()).default([]),
  archived_access: ArchivedAccess.default({ learners: 'own_work', months: 12 }),
  /** Days that plans and resources stay in the bin (PLN-19). */
  plan_bin_days: planBinDays.default(30),
  /** How large a file of student work may be (TCH-53). */
  submission_megabytes: submissionMegabytes.default(200),
  /** Room for the files of the library; operators decide it (PLN-139). */
  storage_limit_gb: z.number().min(0).default(100),
});
export type TenantSettings = z.infer<typeof TenantSettings>;

export const TenantLimits = z
  .object({ plan_bin_days: planBinDays, submission_megabytes: submissionMegabytes })
  .meta({ id: 'TenantLimits' });
export type TenantLimits = z.infer<typeof TenantLimits>;

export const TenantLimitsUpdate = z
  .strictObject({ plan_bin_days: planBinDays, submission_megabytes: submissionMegabytes })
  .partial();
export type TenantLimitsUpdate = z.infer<typeof TenantLimitsUpdate>;

export const getTenantLimits = endpoint({
  name: 'tenant_limits.get',
  method: 'GET',
  path: '/tenant_limits',
  summary: 'How long plans stay in the bin and how large files of student work may be',
  permission: 'tenant_settings.read',
  rate: 'general',
  replies: { 200: TenantLimits },
});

export const updateTenantLimits = endpoint({
  name: 'tenant_limits.update',
  method: 'PATCH',
  path: '/tenant_limits',
  summary: 'Decide how long plans stay in the bin and how large files of student work may be',
  permission: 'tenant_settings.manage',
  rate: 'general',
  body: TenantLimitsUpdate,
  replies: { 200: TenantLimits },
});
