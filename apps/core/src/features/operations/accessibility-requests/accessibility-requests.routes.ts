import * as contracts from '@k12/contracts/operations/accessibility-requests';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken } from '../../identity/sessions/browser-token.service.ts';
import * as service from './accessibility-requests.service.ts';

export const accessibilityRequestsRoutes = [
  route(contracts.createAccessibilityRequest, async ({ platform, body, request }) => {
    await checkBrowserToken(platform, request);
    return service.createRequest(platform, request, body);
  }),
  route(contracts.listAccessibilityRequests, ({ context, query }) => service.listRequests(context, query)),
  route(contracts.setAccessibilityRequestState, ({ context, params, body }) =>
    service.setState(context, params.id, body),
  ),
];
