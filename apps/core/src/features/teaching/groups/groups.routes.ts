import * as contract from '@k12/contracts/teaching/groups';
import { route } from '../../../platform/http/route.ts';
import * as service from './groups.service.ts';

export const groupsRoutes = [
  route(contract.listGroupSets, ({ context, params }) => service.listGroupSets(context, params.id)),
  route(contract.createGroupSet, ({ context, params, body }) =>
    service.createGroupSet(context, params.id, body),
  ),
  route(contract.getGroupSet, ({ context, params }) => service.getGroupSet(context, params.id)),
  route(contract.updateGroupSet, ({ context, params, body }) =>
    service.updateGroupSet(context, params.id, body),
  ),
  route(contract.deleteGroupSet, ({ context, params }) => service.deleteGroupSet(context, params.id)),
];
