import * as contract from '@k12/contracts/planning/contexts';
import { route } from '../../../platform/http/route.ts';
import * as service from './contexts.service.ts';

export const contextsRoutes = [
  route(contract.listContexts, ({ context, query }) => service.listContexts(context, query)),
  route(contract.createContext, ({ context, body }) => service.createContext(context, body)),
  route(contract.getContext, ({ context, params }) => service.getContext(context, params.id)),
  route(contract.updateContext, ({ context, params, body }) =>
    service.updateContext(context, params.id, body),
  ),
  route(contract.deleteContext, ({ context, params }) => service.deleteContext(context, params.id)),
];
