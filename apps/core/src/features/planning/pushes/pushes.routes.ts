import * as contract from '@k12/contracts/planning/pushes';
import { route } from '../../../platform/http/route.ts';
import * as service from './pushes.service.ts';

export const pushesRoutes = [
  route(contract.listPushes, ({ context, query }) => service.listPushes(context, query)),
  route(contract.createPush, ({ context, body }) => service.createPush(context, body)),
  route(contract.getPush, ({ context, params }) => service.getPush(context, params.id)),
  route(contract.recallPush, ({ context, params }) => service.recallPush(context, params.id)),
];
