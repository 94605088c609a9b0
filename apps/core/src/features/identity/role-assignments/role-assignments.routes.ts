import {
  createRoleAssignment,
  deleteRoleAssignment,
  getEffectivePermissions,
  listRoleAssignments,
} from '@k12/contracts/identity/role-assignments';
import { route } from '../../../platform/http/route.ts';
import * as service from './role-assignments.service.ts';

export const roleAssignmentsRoutes = [
  route(listRoleAssignments, ({ context, query }) => service.listRoleAssignments(context, query)),
  route(createRoleAssignment, ({ context, body }) => service.createRoleAssignment(context, body)),
  route(deleteRoleAssignment, ({ context, params }) => service.deleteRoleAssignment(context, params.id)),
  route(getEffectivePermissions, ({ context, params }) =>
    service.getEffectivePermissions(context, params.id),
  ),
];
