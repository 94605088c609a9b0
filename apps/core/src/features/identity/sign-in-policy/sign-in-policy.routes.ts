import {
  getSignInMethods,
  getSignInPolicy,
  updateSignInPolicy,
} from '@k12/contracts/identity/sign-in-policy';
import { route } from '../../../platform/http/route.ts';
import * as service from './sign-in-policy.service.ts';

export const signInPolicyRoutes = [
  route(getSignInMethods, ({ platform, query, request }) =>
    service.getSignInMethods(platform, query.tenant, request.hostname),
  ),
  route(getSignInPolicy, ({ context }) => service.getSignInPolicy(context)),
  route(updateSignInPolicy, ({ context, body }) => service.updateSignInPolicy(context, body)),
];
