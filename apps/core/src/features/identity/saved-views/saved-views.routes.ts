import * as contracts from '@k12/contracts/identity/saved-views';
import { route } from '../../../platform/http/route.ts';
import * as service from './saved-views.service.ts';

export const savedViewsRoutes = [
  route(contracts.listSavedViews, ({ context, query }) => service.listSavedViews(context, query.page)),
  route(contracts.createSavedView, ({ context, body }) => service.createSavedView(context, body)),
  route(contracts.updateSavedView, ({ context, params, body }) =>
    service.updateSavedView(context, params.id, body),
  ),
  route(contracts.deleteSavedView, ({ context, params }) => service.deleteSavedView(context, params.id)),
];
