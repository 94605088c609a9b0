import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { lockVersion } from '../records.ts';
import { type SystemRoleKey, systemRoleKeys } from './capabilities.ts';

export const MfaRule = z.enum(['off', 'optional', 'required']);

function perRole<T extends z.ZodType>(value: (role: SystemRoleKey) => T) {
  return z.strictObject(
    Object.fromEntries(systemRoleKeys.map((role) => [role, value(role)])) as Record<SystemRoleKey, T>,
  );
}

const hour = 60;
const day = 24 * hour;
/** The longest a tenant may allow, in minutes (IDN-80). */
export const longestSession: Record<SystemRoleKey, { idle: number; absolute: number }> = {
  district_admin: { idle: 8 * hour, absolute: 24 * hour },
  admin: { idle: 8 * hour, absolute: 24 * hour },
  curriculum_lead: { idle: 24 * hour, absolute: 30 * day },
  teacher: { idle: 24 * hour, absolute: 30 * day },
  student: { idle: 12 * hour, absolute: 7 * day },
  guardian: { idle: 24 * hour, absolute: 30 * day },
};

const limitsOf = (role: SystemRoleKey) =>
  z
    .strictObject({
      idle_minutes: z.int().min(5).max(longestSession[role].idle),
      absolute_minutes: z.int().min(15).max(longestSession[role].absolute),
    })
    .refine((limits) => limits.idle_minutes <= limits.absolute_minutes, {
      error: 'the idle limit cannot be longer than the absolute one',
      path: ['idle_minutes'],
    })
    .nullable();

/** A network like `10.2.0.0/16` or `2001:db8::/32`. */
export const network = z
  .string()
  .max(50)
  .refine((value) => z.union([z.cidrv4(), z.cidrv6()]).safeParse(value).success, { error: 'not a network' });

export const SignInPolicy = z.strictObject({
  methods: z
    .strictObject({ password: z.boolean(), passkey: z.boolean(), google: z.boolean(), saml: z.boolean() })
    .refine((methods) => Object.values(methods).some(Boolean), { error: 'one method must stay on' }),
  /** The only method a role may use; null leaves the choice. */
  required_method: perRole(() => z.enum(['password', 'passkey', 'google', 'saml']).nullable()),
  mfa: perRole(() => MfaRule),
  mfa_grace_days: z.int().min(0).max(14),
  /** Null keeps the default of the role. */
  session_limits: perRole(limitsOf),
  /** Admins sign in from these networks only; empty allows all. */
  admin_networks: z.array(network).max(50),
  /** Minimum length for pupils of grades K-5. */
  young_student_password_length: z.int().min(6).max(8),
  /** The identity provider's own second step counts. */
  accepts_provider_mfa: z.boolean(),
});
export type SignInPolicy = z.infer<typeof SignInPolicy>;

const everyRole = <T>(value: T) =>
  Object.fromEntries(systemRoleKeys.map((role) => [role, value])) as Record<SystemRoleKey, T>;

export const defaultSignInPolicy: SignInPolicy = {
  methods: { password: true, passkey: true, google: false, saml: false },
  required_method: everyRole(null),
  mfa: { ...everyRole('optional' as const), admin: 'required', district_admin: 'required', student: 'off' },
  mfa_grace_days: 14,
  session_limits: everyRole(null),
  admin_networks: [],
  young_student_password_length: 8,
  accepts_provider_mfa: false,
};

const reply = SignInPolicy.extend({ lock_version: lockVersion });

export const getSignInPolicy = endpoint({
  name: 'sign_in_policy.get',
  method: 'GET',
  path: '/sign_in_policy',
  summary: 'How people of this organisation sign in',
  permission: 'tenant_settings.read',
  rate: 'general',
  replies: { 200: reply },
});

export const updateSignInPolicy = endpoint({
  name: 'sign_in_policy.update',
  method: 'PUT',
  path: '/sign_in_policy',
  summary: 'Replace the sign-in policy',
  permission: 'sign_in.manage',
  rate: 'general',
  fresh_sign_in: true,
  while_impersonating: 'refused',
  body: reply.strict(),
  replies: { 200: reply },
  errors: ['version_conflict'],
});

export const SignInMethods = z.object({
  tenant: z.object({ slug: z.string(), name: z.string(), locale: z.string() }).nullable(),
  methods: z.array(z.enum(['password', 'passkey', 'google', 'saml'])),
});
export type SignInMethods = z.infer<typeof SignInMethods>;

export const getSignInMethods = endpoint({
  name: 'sign_in.methods',
  method: 'GET',
  path: '/sign_in/methods',
  summary: 'What the login page of an organisation offers',
  permission: 'public',
  rate: 'sign_in',
  query: z.strictObject({ tenant: z.string().trim().max(40).optional() }),
  replies: { 200: SignInMethods },
});
