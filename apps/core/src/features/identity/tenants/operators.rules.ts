import type { Capability } from '@k12/contracts';
import type { Grant } from '../../../platform/auth/actor.ts';

/**
 * Operators live in a tenant that is no school's: they sign in, prove a second factor and are audited like everybody,
 * and nothing of any school is within their reach (IDN-99). There is one, under an id that nothing else can get.
 */
export const operatorsTenantId = '00000000-0000-7000-8000-000000000001';

const none: Grant = { tenant: false, schools: new Set(), course: false, own: false, linked: false };

/** The column SA of the table, for what is not a permission of its own (IDN-43): their account, their own log. */
export const operatorGrants: ReadonlyMap<Capability, Grant> = new Map<Capability, Grant>([
  ['sessions.read_own', { ...none, own: true }],
  ['sessions.revoke_own', { ...none, own: true }],
  ['credentials.manage_own', { ...none, own: true }],
  ['audit_log.read', { ...none, tenant: true }],
  ['audit_log.export', { ...none, tenant: true }],
  ['operations.read_own', { ...none, tenant: true }],
]);
