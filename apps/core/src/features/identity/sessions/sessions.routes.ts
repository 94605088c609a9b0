import { getCsrfToken, signIn, signOut } from '@k12/contracts/identity/session';
import type { FastifyRequest } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken, issueBrowserToken } from './browser-token.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import * as service from './sessions.service.ts';
import { signInWithPassword, type Visitor } from './sign-in.service.ts';

export const sessionsRoutes = [
  route(getCsrfToken, ({ platform, request, reply }) => issueBrowserToken(platform, request, reply)),

  route(signIn, async ({ platform, body, request, reply }) => {
    await checkBrowserToken(platform, request);
    const outcome = await signInWithPassword(platform, visitorOf(request), body);
    if (!('secret' in outcome)) return outcome;
    setSessionCookie(reply, platform.config, outcome.secret, outcome.expires_at);
    return outcome.result;
  }),

  route(signOut, async ({ context, reply }) => {
    await service.signOut(context);
    clearSessionCookie(reply, context.platform.config);
    return undefined;
  }),
];

function visitorOf(request: FastifyRequest): Visitor {
  return {
    request_id: request.id,
    ip: request.ip,
    user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
  };
}
