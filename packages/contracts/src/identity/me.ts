import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nameText } from '../name-text.ts';
import { id, instant, locale, lockVersion, timeZone } from '../records.ts';
import { ReachName } from './access.ts';
import { SignInMethod } from './session.ts';

export const roleHomes = {
  teacher: '/dashboard',
  curriculum_lead: '/dashboard',
  student: '/learn/dashboard',
  guardian: '/guardian/dashboard',
  admin: '/admin/dashboard',
  district_admin: '/district/dashboard',
  super_admin: '/admin/operations',
} as const;

export const SchoolSummary = z.object({
  id,
  name: z.string(),
  code: z.string(),
  time_zone: z.string(),
  first_weekday: z.int().nullable(),
});

/** What the shell needs for its first paint, in one reply. */
export const Me = z.object({
  user: z.object({
    id,
    display_name: z.string(),
    given_name: z.string(),
    family_name: z.string(),
    email: z.string().nullable(),
    username: z.string().nullable(),
    pronouns: z.string().nullable(),
    pronounced_as: z.string().nullable(),
    picture_url: z.string().nullable(),
    locale: locale.nullable(),
    time_zone: z.string().nullable(),
    lock_version: lockVersion,
  }),
  tenant: z.object({
    id,
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['school', 'district']),
    locale,
    time_zone: z.string(),
  }),
  /** Role keys in force now, most powerful first. */
  roles: z.array(z.string()),
  home: z.string(),
  schools: z.array(SchoolSummary),
  /** Capability → reaches held, from the same source as the server's checks (IDN-124). */
  capabilities: z.record(z.string(), z.array(ReachName)),
  session: z
    .object({
      id,
      method: SignInMethod,
      expires_at: instant,
      idle_expires_at: instant,
      mfa: z.boolean(),
      signed_in_at: instant,
    })
    .nullable(),
  impersonation: z
    .object({
      actor_name: z.string(),
      target_name: z.string(),
      mode: z.enum(['read', 'act']),
      ends_at: instant,
    })
    .nullable(),
  unread_notifications: z.int(),
  feature_flags: z.record(z.string(), z.boolean()),
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
  name: 'me.get',
  method: 'GET',
  path: '/me',
  summary: 'The signed-in person, their organisation, schools and rights',
  permission: 'signed_in',
  rate: 'general',
  replies: { 200: Me },
});

export const MeUpdate = z.strictObject({
  lock_version: lockVersion,
  preferred_name: nameText(80).nullable().optional(),
  pronouns: z.string().trim().max(40).nullable().optional(),
  pronounced_as: nameText(120).min(1).nullable().optional(),
  locale: locale.nullable().optional(),
  time_zone: timeZone.nullable().optional(),
});

export const updateMe = endpoint({
  name: 'me.update',
  method: 'PATCH',
  path: '/me',
  summary: 'Change own name preference, pronouns, language or time zone',
  permission: 'signed_in',
  rate: 'general',
  body: MeUpdate,
  replies: { 200: Me },
  errors: ['version_conflict'],
});
