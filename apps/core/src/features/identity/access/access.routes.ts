import { capabilityKeys, sensitiveCapabilities, systemRoleGrants, systemRoleKeys } from '@k12/contracts';
import { listCapabilities } from '@k12/contracts/identity/access';
import { route } from '../../../platform/http/route.ts';

/** The published table is the one the checks use: there is no second copy to keep in step (IDN-43). */
const table = capabilityKeys.map((capability) => ({
  capability,
  sensitive: sensitiveCapabilities.has(capability),
  roles: systemRoleKeys.flatMap((role) =>
    systemRoleGrants[role]
      .filter((grant) => grant.capability === capability)
      .map(({ reaches, optional }) => ({ role, reaches, optional })),
  ),
}));

export const accessRoutes = [route(listCapabilities, async () => ({ data: table }))];
