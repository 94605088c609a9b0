import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nameText } from '../name-text.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, locale, lockVersion, reason, timeZone } from '../records.ts';
import { grade } from './grade.ts';

export const UserState = z.enum([
  'invited',
  'active',
  'suspended',
  'deactivated',
  'pending_deletion',
  'anonymized',
]);
export const UserSource = z.enum(['manual', 'import', 'sign_in', 'seed']);

const givenName = nameText(120).min(1);
const familyName = nameText(120);
const number = z.string().trim().min(1).max(60);

/** Where somebody belongs: a school, the grade there, and from when to when. */
export const Membership = z.object({
  id,
  school_id: id,
  school_name: z.string(),
  is_primary: z.boolean(),
  grade_level: z.string().nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  in_force: z.boolean(),
});
export type Membership = z.infer<typeof Membership>;

/** Left out for callers who may know the name only (IDN-34). */
export const UserContact = z.object({
  email: z.string().nullable(),
  username: z.string().nullable(),
  student_number: z.string().nullable(),
  staff_number: z.string().nullable(),
  external_id: z.string().nullable(),
});

const userFields = {
  id,
  given_name: z.string(),
  /** Empty where there is none: many people have one name (UXP-96). */
  family_name: z.string(),
  preferred_name: z.string().nullable(),
  /** How the name is said, in letters of the reader. */
  pronounced_as: z.string().nullable(),
  display_name: z.string(),
  pronouns: z.string().nullable(),
  avatar_file_id: id.nullable(),
  state: UserState,
  source: UserSource,
  /** Role keys in force today. */
  roles: z.array(z.string()),
  memberships: z.array(Membership),
  contact: UserContact.nullable(),
  mfa_enrolled: z.boolean(),
  last_sign_in_at: instant.nullable(),
  last_sign_in_method: z.string().nullable(),
  created_at: instant,
  updated_at: instant,
  lock_version: lockVersion,
  can: abilities('update', 'suspend', 'activate', 'deactivate', 'restore', 'invite', 'reset_credentials'),
};

export const UserListItem = z.object(userFields).meta({ id: 'UserListItem' });
export type UserListItem = z.infer<typeof UserListItem>;

export const User = z
  .object({
    ...userFields,
    locale: locale.nullable(),
    time_zone: z.string().nullable(),
    /** Only for callers with users.read_restricted. */
    restricted: z.object({ birth_on: day.nullable() }).nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

const email = z.email().max(254);
const username = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, { error: 'letters, digits, dot, dash and underscore only' });

const personFields = {
  given_name: givenName,
  family_name: familyName,
  preferred_name: nameText(80).min(1).nullable(),
  pronounced_as: nameText(120).min(1).nullable(),
  pronouns: z.string().trim().min(1).max(40).nullable(),
  email: email.nullable(),
  username: username.nullable(),
  student_number: number.nullable(),
  staff_number: number.nullable(),
  external_id: z.string().trim().min(1).max(120).nullable(),
  birth_on: day.nullable(),
  locale: locale.nullable(),
  time_zone: timeZone.nullable(),
};

export const UserCreate = z
  .strictObject({
    ...personFields,
    role_id: id,
    /** The school of the role and the membership; null gives the role in the whole tenant. */
    school_id: id.nullable(),
    grade_level: grade.nullable(),
    starts_on: day.nullable(),
    /** Sends an invitation; until it is accepted the account is `invited`. */
    invite: z.boolean().default(false),
  })
  .partial({
    family_name: true,
    preferred_name: true,
    pronounced_as: true,
    pronouns: true,
    email: true,
    username: true,
    student_number: true,
    staff_number: true,
    external_id: true,
    birth_on: true,
    locale: true,
    time_zone: true,
    school_id: true,
    grade_level: true,
    starts_on: true,
  })
  .refine((user) => Boolean(user.email ?? user.username), {
    path: ['email'],
    error: 'An e-mail address or a username is needed.',
    params: { code: 'email_or_username' },
  });
export type UserCreate = z.infer<typeof UserCreate>;

export const UserUpdate = z.strictObject(personFields).partial().extend({ lock_version: lockVersion });
export type UserUpdate = z.infer<typeof UserUpdate>;

export const UserSort = z.enum([
  'name',
  '-name',
  'last_sign_in_at',
  '-last_sign_in_at',
  'created_at',
  '-created_at',
]);
export type UserSort = z.infer<typeof UserSort>;

export const UserQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().min(1).max(100).optional(),
  role: z.string().max(40).optional(),
  school_id: id.optional(),
  grade_level: z.string().trim().min(1).max(12).optional(),
  state: UserState.optional(),
  /** How somebody signed in last; `none` for people who never did. */
  method: z.string().max(20).optional(),
  mfa: z.enum(['true', 'false']).optional(),
  source: UserSource.optional(),
  sort: UserSort.default('name'),
});
export type UserQuery = z.infer<typeof UserQuery>;

export const listUsers = endpoint({
  name: 'users.list',
  method: 'GET',
  path: '/users',
  summary: 'People the caller may see',
  permission: 'users.read',
  rate: 'general',
  query: UserQuery,
  replies: { 200: page(UserListItem) },
});

export const createUser = endpoint({
  name: 'users.create',
  method: 'POST',
  path: '/users',
  summary: 'Add a person with a role',
  permission: 'users.create',
  rate: 'general',
  body: UserCreate,
  replies: { 201: User },
  errors: ['user.duplicate', 'exceeds_own_rights', 'school_mismatch'],
});

export const getUser = endpoint({
  name: 'users.get',
  method: 'GET',
  path: '/users/{id}',
  summary: 'One person',
  permission: 'users.read',
  rate: 'general',
  params: idParams,
  replies: { 200: User },
});

export const updateUser = endpoint({
  name: 'users.update',
  method: 'PATCH',
  path: '/users/{id}',
  summary: 'Change what is on record about a person',
  permission: 'users.update',
  rate: 'general',
  params: idParams,
  body: UserUpdate,
  replies: { 200: User },
  errors: ['version_conflict', 'user.duplicate'],
});

const withReason = z.strictObject({ reason: reason.optional() });

export const suspendUser = endpoint({
  name: 'users.suspend',
  method: 'POST',
  path: '/users/{id}/suspend',
  summary: 'Lock a person out until further notice; their sessions end at once',
  permission: 'users.suspend',
  rate: 'general',
  params: idParams,
  body: withReason,
  replies: { 200: User },
  errors: ['conflict', 'last_admin'],
});

export const activateUser = endpoint({
  name: 'users.activate',
  method: 'POST',
  path: '/users/{id}/activate',
  summary: 'Let a suspended or invited person in',
  permission: 'users.suspend',
  rate: 'general',
  params: idParams,
  replies: { 200: User },
  errors: ['conflict'],
});

export const deactivateUser = endpoint({
  name: 'users.deactivate',
  method: 'POST',
  path: '/users/{id}/deactivate',
  summary: 'Close the account of somebody who left; their content stays',
  permission: 'users.deactivate',
  rate: 'general',
  params: idParams,
  body: withReason,
  replies: { 200: User },
  errors: ['conflict', 'last_admin'],
});

export const restoreUser = endpoint({
  name: 'users.restore',
  method: 'POST',
  path: '/users/{id}/restore',
  summary: 'Bring a deactivated person back',
  permission: 'users.restore',
  rate: 'general',
  params: idParams,
  replies: { 200: User },
  errors: ['conflict'],
});

export const MembershipCreate = z.strictObject({
  school_id: id,
  grade_level: grade.nullable().default(null),
  is_primary: z.boolean().default(false),
  starts_on: day.nullable().default(null),
  ends_on: day.nullable().default(null),
});
export type MembershipCreate = z.infer<typeof MembershipCreate>;

export const createMembership = endpoint({
  name: 'users.memberships.create',
  method: 'POST',
  path: '/users/{id}/memberships',
  summary: 'Add a person to a further school',
  permission: 'users.update',
  rate: 'general',
  params: idParams,
  body: MembershipCreate,
  replies: { 201: User },
  errors: ['conflict', 'school_mismatch'],
});

export const UserMove = z.strictObject({
  from_school_id: id,
  to_school_id: id,
  /** First day at the new school. */
  on: day,
  grade_level: grade.nullable().optional(),
});
export type UserMove = z.infer<typeof UserMove>;

export const moveUser = endpoint({
  name: 'users.move',
  method: 'POST',
  path: '/users/{id}/move',
  summary: 'Move a person to another school from a date on',
  permission: 'users.update',
  rate: 'general',
  params: idParams,
  body: UserMove,
  replies: { 200: User },
  errors: ['conflict', 'exceeds_own_rights'],
});
