import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, noContent } from '../records.ts';

const installationId = z.string().min(16).max(100);

export const TokenPair = z.object({
  access_token: z.string(),
  access_expires_at: instant,
  refresh_token: z.string(),
  refresh_expires_at: instant,
});
export type TokenPair = z.infer<typeof TokenPair>;

export const DeviceSignIn = z.strictObject({
  identifier: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1024),
  tenant: z.string().trim().max(40).optional(),
  /** Of an authenticator app, or a recovery code, where a second factor is set up. */
  code: z.string().trim().min(6).max(24).optional(),
  device_name: z.string().trim().min(1).max(80),
  platform: z.enum(['ios', 'android', 'desktop']),
  /** Random, made once by the installation; a refresh is repeated safely only from the same one. */
  installation_id: installationId,
});
export type DeviceSignIn = z.infer<typeof DeviceSignIn>;

export const createDeviceSession = endpoint({
  name: 'mobile.sessions.create',
  method: 'POST',
  path: '/mobile/sessions',
  summary: 'Sign an app in with a password',
  permission: 'public',
  rate: 'sign_in',
  body: DeviceSignIn,
  replies: { 201: TokenPair },
  errors: [
    'sign_in.failed',
    'sign_in.wait',
    'sign_in.method_not_allowed',
    'mfa_required',
    'conflict',
    'tenant_suspended',
  ],
});

export const refreshDeviceSession = endpoint({
  name: 'mobile.refresh',
  method: 'POST',
  path: '/mobile/refresh',
  summary: 'Exchange a refresh token for a new pair; the former one stops working',
  permission: 'public',
  rate: 'sign_in',
  body: z.strictObject({ refresh_token: z.string().min(40).max(400), installation_id: installationId }),
  replies: { 200: TokenPair },
  errors: ['token.invalid', 'tenant_suspended'],
});

export const endDeviceSession = endpoint({
  name: 'mobile.session.delete',
  method: 'DELETE',
  path: '/mobile/session',
  summary: 'Sign the app out',
  permission: 'signed_in',
  rate: 'general',
  replies: { 204: noContent },
  errors: ['conflict'],
});
