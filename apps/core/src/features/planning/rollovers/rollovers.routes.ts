import * as contract from '@k12/contracts/planning/plan-rollovers';
import { route } from '../../../platform/http/route.ts';
import * as improvements from './improvements.service.ts';
import * as service from './rollovers.service.ts';

export const rolloversRoutes = [
  route(contract.previewRollover, ({ context, body }) => service.previewRollover(context, body)),
  route(contract.createRollover, ({ context, body }) => service.createRollover(context, body)),
  route(contract.getRollover, ({ context, params }) => service.getRollover(context, params.id)),
  route(contract.listImprovements, ({ context, params }) =>
    improvements.listImprovements(context, params.id),
  ),
  route(contract.updateImprovement, ({ context, params, body }) =>
    improvements.updateImprovement(context, params.id, body),
  ),
];
