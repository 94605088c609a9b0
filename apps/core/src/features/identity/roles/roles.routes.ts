import { createRole, deleteRole, getRole, listRoles, updateRole } from '@k12/contracts/identity/roles';
import { route } from '../../../platform/http/route.ts';
import * as service from './roles.service.ts';

export const rolesRoutes = [
  route(listRoles, ({ context, query }) => service.listRoles(context, query)),
  route(getRole, ({ context, params }) => service.getRole(context, params.id)),
  route(createRole, ({ context, body }) => service.createRole(context, body)),
  route(updateRole, ({ context, params, body }) => service.updateRole(context, params.id, body)),
  route(deleteRole, ({ context, params, query }) =>
    service.deleteRole(context, params.id, query.replacement_id),
  ),
];
