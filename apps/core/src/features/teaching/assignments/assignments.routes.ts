import * as contract from '@k12/contracts/teaching/assignments';
import { route } from '../../../platform/http/route.ts';
import * as states from './assignment-states.service.ts';
import * as service from './assignments.service.ts';

export const assignmentsRoutes = [
  route(contract.listAssignments, ({ context, params, query }) =>
    service.listAssignments(context, params.id, query),
  ),
  route(contract.createAssignment, ({ context, params, body }) =>
    service.createAssignment(context, params.id, body),
  ),
  route(contract.getAssignment, ({ context, params }) => service.getAssignment(context, params.id)),
  route(contract.updateAssignment, ({ context, params, body }) =>
    service.updateAssignment(context, params.id, body),
  ),
  route(contract.publishAssignment, ({ context, params, body }) =>
    states.publishAssignment(context, params.id, body),
  ),
  route(contract.getAssignmentUsage, ({ context, params }) => service.getUsage(context, params.id)),
];
