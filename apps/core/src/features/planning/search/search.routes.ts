import {
  createSavedSearch,
  deleteSavedSearch,
  listSavedSearches,
  search,
  suggest,
  updateSavedSearch,
} from '@k12/contracts/planning/search';
import { route } from '../../../platform/http/route.ts';
import * as saved from './saved-searches.service.ts';
import * as service from './search.service.ts';

export const searchRoutes = [
  route(search, ({ context, query }) => service.search(context, query)),
  route(suggest, async ({ context, query }) => ({ groups: await service.suggest(context, query.q) })),
  route(listSavedSearches, ({ context }) => saved.listSavedSearches(context)),
  route(createSavedSearch, ({ context, body }) => saved.createSavedSearch(context, body)),
  route(updateSavedSearch, ({ context, params, body }) => saved.updateSavedSearch(context, params.id, body)),
  route(deleteSavedSearch, ({ context, params }) => saved.deleteSavedSearch(context, params.id)),
];
