import type { Platform } from '../../../platform/context.ts';
import * as queries from './support-grants.queries.ts';
import { isInForce } from './support-grants.rules.ts';

/** Asked with each request of an operator in a tenant: null once it has ended or was revoked (IDN-99). */
export async function selectGrantInForce(
  platform: Platform,
  tenant_id: string,
  grantId: string | null,
): Promise<queries.GrantRow | null> {
  if (!grantId) return null;
  const grant = await platform.db.withTenant({ tenant_id }, (tx) => queries.selectOptionalGrant(tx, grantId));
  return grant && isInForce(grant, platform.clock.now()) ? grant : null;
}
