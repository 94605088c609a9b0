import type { Platform } from '../../../platform/context.ts';
import * as queries from './device-sessions.queries.ts';

/** The app behind an access token, as long as nobody has ended it. */
export async function selectDeviceOf(platform: Platform, tenantId: string, deviceId: string) {
  const device = await platform.db.withTenant({ tenant_id: tenantId }, (tx) =>
    queries.selectOptionalDevice(tx, deviceId),
  );
  return device && new Date(device.expires_at) > platform.clock.now() ? device : null;
}
