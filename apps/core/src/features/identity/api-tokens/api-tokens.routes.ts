import * as contracts from '@k12/contracts/identity/api-tokens';
import { route } from '../../../platform/http/route.ts';
import * as service from './api-tokens.service.ts';
import * as accounts from './service-accounts.service.ts';

export const apiTokensRoutes = [
  route(contracts.listMyApiTokens, ({ context }) => service.listMyApiTokens(context)),
  route(contracts.createMyApiToken, ({ context, body }) => service.createMyApiToken(context, body)),
  route(contracts.revokeMyApiToken, ({ context, params }) => service.revokeMyApiToken(context, params.id)),
  route(contracts.listApiTokens, ({ context, query }) => service.listApiTokens(context, query)),
  route(contracts.revokeApiToken, ({ context, params }) => service.revokeApiToken(context, params.id)),
  route(contracts.listServiceAccounts, ({ context }) => accounts.listServiceAccounts(context)),
  route(contracts.createServiceAccount, ({ context, body }) => accounts.createServiceAccount(context, body)),
  route(contracts.adoptServiceAccount, ({ context, params, body }) =>
    accounts.adoptServiceAccount(context, params.id, body.owner_ids),
  ),
  route(contracts.createServiceToken, ({ context, params, body }) =>
    accounts.createServiceToken(context, params.id, body),
  ),
];
