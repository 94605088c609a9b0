import { endImpersonation, startImpersonation } from '@k12/contracts/identity/impersonation';
import { route } from '../../../platform/http/route.ts';
import { sendSecret } from '../sessions/session-secret.service.ts';
import * as service from './start-impersonation.service.ts';

export const impersonationRoutes = [
  route(startImpersonation, async ({ context, body, reply }) => {
    const started = await service.startImpersonation(context, body);
    sendSecret(reply, context.platform, started.replaced);
    return started.reply;
  }),
  route(endImpersonation, async ({ context, reply }) => {
    sendSecret(reply, context.platform, await service.endImpersonation(context));
  }),
];
