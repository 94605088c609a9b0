import { getMe, updateMe } from '@k12/contracts/identity/me';
import { getPreferences, updatePreferences } from '@k12/contracts/identity/preferences';
import { route } from '../../../platform/http/route.ts';
import * as service from './me.service.ts';
import * as preferences from './preferences.service.ts';

export const meRoutes = [
  route(getMe, ({ context }) => service.getMe(context)),
  route(updateMe, ({ context, body }) => service.updateMe(context, body)),
  route(getPreferences, ({ context }) => preferences.getPreferences(context)),
  route(updatePreferences, ({ context, body }) => preferences.updatePreferences(context, body)),
];
