import * as contract from '@k12/contracts/planning/approvals';
import { route } from '../../../platform/http/route.ts';
import * as settings from './approval-routes.service.ts';
import * as service from './approvals.service.ts';
import * as decisions from './decisions.service.ts';

export const approvalsRoutes = [
  route(contract.listApprovals, ({ context, query }) => service.listApprovals(context, query)),
  route(contract.listApprovers, ({ context, query }) => service.listApprovers(context, query)),
  route(contract.getApproval, ({ context, params }) => service.getApproval(context, params.id)),
  route(contract.openApprovalDiff, ({ context, params }) => service.openDiff(context, params.id)),
  route(contract.approveRequest, ({ context, params, body }) => decisions.approve(context, params.id, body)),
  route(contract.returnRequest, ({ context, params, body }) =>
    decisions.returnToAuthor(context, params.id, body),
  ),
  route(contract.delegateRequest, ({ context, params, body }) =>
    decisions.delegate(context, params.id, body),
  ),
  route(contract.bulkApprove, ({ context, body }) => decisions.bulkApprove(context, body)),
  route(contract.listApprovalRoutes, ({ context }) => settings.listRoutes(context)),
  route(contract.createApprovalRoute, ({ context, body }) => settings.createRoute(context, body)),
  route(contract.updateApprovalRoute, ({ context, params, body }) =>
    settings.updateRoute(context, params.id, body),
  ),
  route(contract.deleteApprovalRoute, ({ context, params }) => settings.deleteRoute(context, params.id)),
];
