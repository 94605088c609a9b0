import { acceptInvitation, getInvitation, inviteUser } from '@k12/contracts/identity/invitations';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken } from '../sessions/browser-token.service.ts';
import { setSessionCookie } from '../sessions/session-cookie.service.ts';
import { visitorOf } from '../sessions/visitor.service.ts';
import * as service from './invitations.service.ts';

export const invitationsRoutes = [
  route(inviteUser, ({ context, params }) => service.inviteUser(context, params.id)),
  route(getInvitation, ({ platform, params }) => service.getInvitation(platform, params.token)),
  route(acceptInvitation, async ({ platform, params, body, request, reply }) => {
    await checkBrowserToken(platform, request);
    const visitor = visitorOf(request, platform);
    const outcome = await service.acceptInvitation(platform, visitor, params.token, body.password);
    if (!('secret' in outcome)) return outcome;
    setSessionCookie(reply, platform.config, outcome.secret, outcome.expires_at);
    return outcome.result;
  }),
];
