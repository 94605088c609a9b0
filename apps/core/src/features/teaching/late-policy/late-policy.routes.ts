import * as contract from '@k12/contracts/teaching/late-policy';
import { route } from '../../../platform/http/route.ts';
import * as service from './late-policy.service.ts';

export const latePolicyRoutes = [
  route(contract.previewLatePolicy, ({ context, params, body }) =>
    service.previewLatePolicy(context, params.id, body),
  ),
  route(contract.changeLatePolicy, ({ context, params, body }) =>
    service.changeLatePolicy(context, params.id, body),
  ),
];
