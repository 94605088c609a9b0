import * as contracts from '@k12/contracts/identity/password-resets';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken } from '../sessions/browser-token.service.ts';
import * as service from './password-resets.service.ts';

export const passwordResetsRoutes = [
  route(contracts.requestPasswordReset, async ({ platform, body, request }) => {
    await checkBrowserToken(platform, request);
    await service.requestPasswordReset(platform, request.id, body);
  }),
  route(contracts.getPasswordReset, ({ platform, params }) =>
    service.getPasswordReset(platform, params.token),
  ),
  route(contracts.completePasswordReset, async ({ platform, params, body, request }) => {
    await checkBrowserToken(platform, request);
    await service.completePasswordReset(platform, request.id, params.token, body.password);
  }),
  route(contracts.resetCredentials, ({ context, params, body }) =>
    service.resetCredentials(context, params.id, body.method),
  ),
];
