import * as contracts from '@k12/contracts/identity/support-grants';
import { route } from '../../../platform/http/route.ts';
import { sendSecret } from '../sessions/session-secret.service.ts';
import * as operators from './support-grants.operators.service.ts';
import * as service from './support-grants.service.ts';
import { useSupportGrant } from './support-sessions.service.ts';

export const supportGrantsRoutes = [
  route(contracts.getSupportAccess, ({ context }) => service.getSupportAccess(context)),
  route(contracts.setSupportAccess, ({ context, body }) =>
    service.setSupportAccess(context, body.support_access),
  ),
  route(contracts.listSupportGrants, ({ context, query }) => service.listGrants(context, query)),
  route(contracts.createSupportGrant, ({ context, body }) => service.createGrant(context, body)),
  route(contracts.approveSupportGrant, ({ context, params }) => service.approveGrant(context, params.id)),
  route(contracts.revokeSupportGrant, ({ context, params }) => service.revokeGrant(context, params.id)),
  route(contracts.listOperatorGrants, ({ context, query }) => operators.listGrantsOfAll(context, query)),
  route(contracts.requestSupportGrant, ({ context, params, body }) =>
    operators.requestGrant(context, params.id, body),
  ),
  route(contracts.breakGlass, ({ context, params, body }) => operators.breakGlass(context, params.id, body)),
  route(contracts.confirmBreakGlass, ({ context, params }) =>
    operators.confirmBreakGlass(context, params.id, params.grant_id),
  ),
  route(contracts.useSupportGrant, async ({ context, params, body, reply }) => {
    const started = await useSupportGrant(context, {
      ...body,
      tenant_id: params.id,
      grant_id: params.grant_id,
    });
    sendSecret(reply, context.platform, started.replaced);
    return started.reply;
  }),
];
