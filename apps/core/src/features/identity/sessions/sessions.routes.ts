import * as contracts from '@k12/contracts/identity/session';
import { listMySignInEvents, listUserSignInEvents } from '@k12/contracts/identity/sign-in-events';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken, issueBrowserToken } from './browser-token.service.ts';
import { reportUnknownSignIn } from './new-device.service.ts';
import { signInWithPassword } from './password-sign-in.service.ts';
import * as secondStep from './second-step.service.ts';
import { clearSessionCookie, deviceHashOf, setSessionCookie } from './session-cookie.service.ts';
import { sendSecret } from './session-secret.service.ts';
import * as service from './sessions.service.ts';
import * as signInEvents from './sign-in-events.service.ts';
import { visitorOf } from './visitor.service.ts';

export const sessionsRoutes = [
  route(contracts.getCsrfToken, ({ platform, request, reply }) =>
    issueBrowserToken(platform, request, reply),
  ),

  route(contracts.signIn, async ({ platform, body, request, reply }) => {
    await checkBrowserToken(platform, request);
    const outcome = await signInWithPassword(platform, visitorOf(request, platform), body);
    if (!('secret' in outcome)) return outcome;
    setSessionCookie(reply, platform.config, outcome.secret, outcome.expires_at);
    return outcome.result;
  }),

  route(contracts.signOut, async ({ context, reply }) => {
    await service.signOut(context);
    clearSessionCookie(reply, context.platform.config);
    // IDN-84: nothing of the session stays behind in the browser.
    reply.header('clear-site-data', '"cache", "storage"');
  }),

  route(contracts.getSession, ({ context }) => service.getSession(context)),
  route(contracts.extendSession, ({ context }) => service.getSession(context)),

  route(contracts.confirmSecondFactor, async ({ context, body, request, reply }) => {
    const deviceHash = deviceHashOf(request, context.platform.config);
    const { result, replaced } = await secondStep.confirmSecondFactor(context, deviceHash, body);
    sendSecret(reply, context.platform, replaced);
    return result;
  }),
  route(contracts.reauthenticate, ({ context, body, request }) =>
    secondStep.reauthenticate(context, deviceHashOf(request, context.platform.config), body),
  ),
  route(contracts.replaceTemporaryPassword, async ({ context, body, reply }) => {
    const { result, replaced } = await secondStep.replaceTemporaryPassword(context, body.password);
    sendSecret(reply, context.platform, replaced);
    return result;
  }),
  route(contracts.changePassword, async ({ context, body, request, reply }) => {
    const deviceHash = deviceHashOf(request, context.platform.config);
    sendSecret(reply, context.platform, await secondStep.changePassword(context, deviceHash, body));
  }),

  route(contracts.listMySessions, ({ context }) => service.listMySessions(context)),
  route(contracts.endMySession, ({ context, params }) => service.endMySession(context, params.id)),
  route(contracts.endMyOtherSessions, ({ context }) => service.endMyOtherSessions(context)),
  route(contracts.listUserSessions, ({ context, params }) => service.listUserSessions(context, params.id)),
  route(contracts.endUserSessions, ({ context, params }) => service.endUserSessions(context, params.id)),
  route(contracts.endUserSession, ({ context, params }) =>
    service.endUserSession(context, params.id, params.session_id),
  ),
  route(contracts.reportUnknownSignIn, async ({ platform, params, request }) => {
    await checkBrowserToken(platform, request);
    await reportUnknownSignIn(platform, params.token, request.id);
  }),
  route(listMySignInEvents, ({ context, query }) => signInEvents.listMySignInEvents(context, query)),
  route(listUserSignInEvents, ({ context, params, query }) =>
    signInEvents.listUserSignInEvents(context, params.id, query),
  ),
];
