import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant } from '../records.ts';
import { GuardianLink } from './guardian-links.ts';
import { User } from './users.ts';

export const ExplainedSignIn = z.object({
  id,
  occurred_at: instant,
  outcome: z.string(),
  method: z.string(),
  /** Code of the reason; `explanation` says it in plain words. */
  reason: z.string().nullable(),
  explanation: z.string(),
  ip: z.string().nullable(),
});
export type ExplainedSignIn = z.infer<typeof ExplainedSignIn>;

export const UserSession = z.object({
  id,
  method: z.string(),
  mfa: z.boolean(),
  device: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: instant,
  last_seen_at: instant,
});

export const UserRoleHeld = z.object({
  assignment_id: id,
  role_key: z.string(),
  role_name: z.string(),
  scope: z.enum(['tenant', 'school']),
  school_id: id.nullable(),
  school_name: z.string().nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  in_force: z.boolean(),
  /** Why: by hand, by an import, by a rule of a sign-in method. */
  source: z.string(),
  granted_by_name: z.string().nullable(),
  created_at: instant,
});

export const UserHistoryEntry = z.object({
  id,
  occurred_at: instant,
  action: z.string(),
  actor_name: z.string().nullable(),
  reason: z.string().nullable(),
  changed_fields: z.array(z.string()),
});

/** Everything an admin needs to help somebody, in one reply (IDN-40). */
export const UserOverview = z
  .object({
    user: User,
    roles_held: z.array(UserRoleHeld),
    methods: z.object({ password: z.boolean(), mfa: z.boolean(), passkeys_count: z.int() }),
    sign_in_events: z.array(ExplainedSignIn),
    sessions: z.array(UserSession),
    guardian_links: z.array(GuardianLink),
    history: z.array(UserHistoryEntry),
  })
  .meta({ id: 'UserOverview' });
export type UserOverview = z.infer<typeof UserOverview>;

export const getUserOverview = endpoint({
  name: 'users.overview',
  method: 'GET',
  path: '/users/{id}/overview',
  summary: 'State, roles and why, sign-ins, sessions, links and history of a person',
  permission: 'users.read_restricted',
  rate: 'general',
  params: idParams,
  replies: { 200: UserOverview },
});
