import * as contract from '@k12/contracts/teaching/assignments';
import { batchAssignments as batch } from '@k12/contracts/teaching/assignments-batch';
import { route } from '../../../platform/http/route.ts';
import * as bin from './assignment-bin.service.ts';
import * as states from './assignment-states.service.ts';
import * as service from './assignments.service.ts';
import { batchAssignments } from './batch.service.ts';
import { duplicateAssignment } from './duplicate.service.ts';
import { clearLabels } from './labels.service.ts';
import { getPublishChecks } from './publish-checks.service.ts';

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
  route(contract.getPublishChecks, ({ context, params }) => getPublishChecks(context, params.id)),
  route(contract.publishAssignment, ({ context, params, body }) =>
    states.publishAssignment(context, params.id, body),
  ),
  route(contract.unpublishAssignment, ({ context, params }) =>
    states.unpublishAssignment(context, params.id),
  ),
  route(contract.closeAssignment, ({ context, params }) => states.closeAssignment(context, params.id)),
  route(contract.getAssignmentUsage, ({ context, params }) => service.getUsage(context, params.id)),
  route(contract.deleteAssignment, ({ context, params, query }) =>
    bin.deleteAssignment(context, params.id, query.confirm ?? false),
  ),
  route(contract.restoreAssignment, ({ context, params }) => bin.restoreAssignment(context, params.id)),
  route(contract.duplicateAssignment, ({ context, params, body }) =>
    duplicateAssignment(context, params.id, body),
  ),
  route(batch, ({ context, params, body }) => batchAssignments(context, params.id, body)),
  route(contract.clearLabels, ({ context, params }) => clearLabels(context, params.id)),
];
