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

/** A record that was joined with another one and can still be taken apart (IDN-37). */
export const UndoableMerge = z.object({
  id,
  kept_id: id,
  /** Of the other record. */
  other_id: id,
  other_name: z.string(),
  merged_at: instant,
  undo_until: instant,
});
export type UndoableMerge = z.infer<typeof UndoableMerge>;

/** Everything an admin needs to help somebody, in one reply (IDN-40). */
export const UserOverview = z
  .object({
    user: User,
    roles_held: z.array(UserRoleHeld),
    methods: z.object({ password: z.boolean(), mfa: z.boolean(), passkeys_count: z.int() }),
    sign_in_events: z.array(ExplainedSignIn),
    guardian_links: z.array(GuardianLink),
    merges: z.array(UndoableMerge),
    history: z.array(UserHistoryEntry),
  })
  .meta({ id: 'UserOverview' });
export type UserOverview = z.infer<typeof UserOverview>;

export const getUserOverview = endpoint({
  name: 'users.overview',
  method: 'GET',
  path: '/users/{id}/overview',
  summary: 'State, roles and why, sign-ins, links, merges and history of a person',
  permission: 'users.read_restricted',
  rate: 'general',
  params: idParams,
  replies: { 200: UserOverview },
});
