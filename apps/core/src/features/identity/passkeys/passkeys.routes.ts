import * as contracts from '@k12/contracts/identity/passkeys';
import { route } from '../../../platform/http/route.ts';
import { checkBrowserToken } from '../sessions/browser-token.service.ts';
import { setSessionCookie } from '../sessions/session-cookie.service.ts';
import { sendSecret } from '../sessions/session-secret.service.ts';
import { visitorOf } from '../sessions/visitor.service.ts';
import { startPasskeySignIn } from './passkey-proof.service.ts';
import { signInWithPasskey } from './passkey-sign-in.service.ts';
import * as service from './passkeys.service.ts';

export const passkeysRoutes = [
  route(contracts.listPasskeys, ({ context }) => service.listPasskeys(context)),
  route(contracts.startPasskey, ({ context }) => service.startPasskey(context)),
  route(contracts.createPasskey, async ({ context, body, reply }) => {
    const { passkey, replaced } = await service.createPasskey(context, body);
    sendSecret(reply, context.platform, replaced);
    return passkey;
  }),
  route(contracts.updatePasskey, ({ context, params, body }) =>
    service.updatePasskey(context, params.id, body.name),
  ),
  route(contracts.deletePasskey, ({ context, params }) => service.deletePasskey(context, params.id)),
  route(contracts.startPasskeySignIn, async ({ platform, request }) => {
    await checkBrowserToken(platform, request);
    return startPasskeySignIn(platform);
  }),
  route(contracts.signInWithPasskey, async ({ platform, body, request, reply }) => {
    await checkBrowserToken(platform, request);
    const opened = await signInWithPasskey(platform, visitorOf(request, platform), body);
    setSessionCookie(reply, platform.config, opened.secret, opened.expires_at);
    return opened.result;
  }),
];
