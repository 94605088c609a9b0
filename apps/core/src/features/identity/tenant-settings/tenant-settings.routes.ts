import { getTenantLimits, updateTenantLimits } from '@k12/contracts/identity/tenant-settings';
import { route } from '../../../platform/http/route.ts';
import * as service from './tenant-settings.service.ts';

export const tenantSettingsRoutes = [
  route(getTenantLimits, ({ context }) => service.getTenantLimits(context)),
  route(updateTenantLimits, ({ context, body }) => service.updateTenantLimits(context, body)),
];
