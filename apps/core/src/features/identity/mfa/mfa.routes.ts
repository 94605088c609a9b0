import * as contracts from '@k12/contracts/identity/mfa';
import { route } from '../../../platform/http/route.ts';
import { sendSecret } from '../sessions/session-secret.service.ts';
import * as service from './mfa.service.ts';

export const mfaRoutes = [
  route(contracts.getFactors, ({ context }) => service.getFactors(context)),
  route(contracts.startTotp, ({ context }) => service.startTotp(context)),
  route(contracts.confirmTotp, async ({ context, body, reply }) => {
    const { recovery_codes, replaced } = await service.confirmTotp(context, body.code);
    sendSecret(reply, context.platform, replaced);
    return { recovery_codes };
  }),
  route(contracts.removeTotp, ({ context }) => service.removeTotp(context)),
  route(contracts.renewRecoveryCodes, ({ context }) => service.renewRecoveryCodes(context)),
  route(contracts.clearFactors, ({ context, params, body }) =>
    service.clearFactors(context, params.id, body.reason),
  ),
];
