import { getMe, updateMe } from '@k12/contracts/identity/me';
import { route } from '../../../platform/http/route.ts';
import * as service from './me.service.ts';

export const meRoutes = [
  route(getMe, ({ context }) => service.getMe(context)),
  route(updateMe, ({ context, body }) => service.updateMe(context, body)),
];
