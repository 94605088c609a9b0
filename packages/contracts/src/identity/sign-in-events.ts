import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant } from '../records.ts';

export const SignInEvent = z.object({
  id,
  outcome: z.string(),
  method: z.string(),
  /** Why it failed, as a code that pages put into plain words. */
  reason: z.string().nullable(),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  occurred_at: instant,
});
export type SignInEvent = z.infer<typeof SignInEvent>;

const query = z.strictObject({ ...pageQuery });

export const listMySignInEvents = endpoint({
  name: 'me.sign_in_events.list',
  method: 'GET',
  path: '/me/sign_in_events',
  summary: 'Own sign-ins and failures of the last 30 days, newest first',
  permission: 'sessions.read_own',
  rate: 'general',
  query,
  replies: { 200: page(SignInEvent) },
});

export const listUserSignInEvents = endpoint({
  name: 'users.sign_in_events.list',
  method: 'GET',
  path: '/users/{id}/sign_in_events',
  summary: 'Sign-ins and failures of somebody in scope, last 30 days, newest first',
  permission: 'sessions.revoke_others',
  rate: 'general',
  params: idParams,
  query,
  replies: { 200: page(SignInEvent) },
});
