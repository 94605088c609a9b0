import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, day, id, idParams, instant, lockVersion, reason } from '../records.ts';

export const Relationship = z.enum(['parent', 'guardian', 'relative', 'other']);
export const GuardianLinkState = z.enum(['invited', 'active', 'inactive', 'restricted']);

export const GuardianLink = z
  .object({
    id,
    guardian_id: id,
    guardian_name: z.string(),
    student_id: id,
    student_name: z.string(),
    relationship: Relationship,
    may_access_records: z.boolean(),
    may_consent: z.boolean(),
    receives_communications: z.boolean(),
    /** For admins only; null for everybody else. */
    legal_note: z.string().nullable(),
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    source: z.enum(['manual', 'import', 'invitation', 'seed']),
    state: GuardianLinkState,
    /** From the student's 18th birthday on: what access rests on (IDN-55). */
    adult_basis: z.enum(['student_consent', 'lawful_basis']).nullable(),
    adult_basis_ends_on: day.nullable(),
    confirmed_at: instant.nullable(),
    created_at: instant,
    updated_at: instant,
    lock_version: lockVersion,
    /** `consent`: the student is of age, and it is theirs to say whether the guardian keeps access (IDN-55). */
    can: abilities('update', 'approve', 'restrict', 'end', 'restore', 'consent'),
  })
  .meta({ id: 'GuardianLink' });
export type GuardianLink = z.infer<typeof GuardianLink>;

const fields = {
  relationship: Relationship,
  may_access_records: z.boolean(),
  may_consent: z.boolean(),
  receives_communications: z.boolean(),
  legal_note: z.string().trim().max(2000).nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
};

export const GuardianLinkCreate = z
  .strictObject(fields)
  .partial()
  .extend({ guardian_id: id, student_id: id });
export type GuardianLinkCreate = z.infer<typeof GuardianLinkCreate>;

export const GuardianLinkUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type GuardianLinkUpdate = z.infer<typeof GuardianLinkUpdate>;

export const GuardianLinkQuery = z.strictObject({
  ...pageQuery,
  student_id: id.optional(),
  guardian_id: id.optional(),
  school_id: id.optional(),
  state: GuardianLinkState.optional(),
});
export type GuardianLinkQuery = z.infer<typeof GuardianLinkQuery>;

export const listGuardianLinks = endpoint({
  name: 'guardian_links.list',
  method: 'GET',
  path: '/guardian_links',
  summary: 'Links between guardians and students the caller may see',
  permission: 'guardian_links.read',
  rate: 'general',
  query: GuardianLinkQuery,
  replies: { 200: page(GuardianLink) },
});

export const getGuardianLink = endpoint({
  name: 'guardian_links.get',
  method: 'GET',
  path: '/guardian_links/{id}',
  summary: 'One link',
  permission: 'guardian_links.read',
  rate: 'general',
  params: idParams,
  replies: { 200: GuardianLink },
});

export const createGuardianLink = endpoint({
  name: 'guardian_links.create',
  method: 'POST',
  path: '/guardian_links',
  summary: 'Link a guardian to a student',
  permission: 'guardian_links.manage',
  rate: 'general',
  body: GuardianLinkCreate,
  replies: { 201: GuardianLink },
  errors: ['guardian_link.exists', 'guardian_link.limit'],
});

export const updateGuardianLink = endpoint({
  name: 'guardian_links.update',
  method: 'PATCH',
  path: '/guardian_links/{id}',
  summary: 'Change what a link allows',
  permission: 'guardian_links.manage',
  rate: 'general',
  params: idParams,
  body: GuardianLinkUpdate,
  replies: { 200: GuardianLink },
  errors: ['version_conflict'],
});

function stateChange<const Verb extends string>(verb: Verb, summary: string) {
  return endpoint({
    name: `guardian_links.${verb}`,
    method: 'POST',
    path: `/guardian_links/{id}/${verb}`,
    summary,
    permission: 'guardian_links.manage',
    rate: 'general',
    params: idParams,
    replies: { 200: GuardianLink },
    errors: ['conflict', 'guardian_link.limit'],
  });
}

export const approveGuardianLink = stateChange('approve', 'Confirm a link that came from an invitation');
export const restrictGuardianLink = stateChange(
  'restrict',
  'Hide everything of the student from the guardian',
);
export const endGuardianLink = stateChange('end', 'End a link');
export const restoreGuardianLink = stateChange('restore', 'Make an ended or restricted link active again');

export const recordAdultBasis = endpoint({
  name: 'guardian_links.adult_basis',
  method: 'POST',
  path: '/guardian_links/{id}/adult_basis',
  summary: 'Record why a guardian keeps access to a student of 18 or more',
  permission: 'guardian_links.manage',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ reason, ends_on: day }),
  replies: { 200: GuardianLink },
});

export const consentToGuardian = endpoint({
  name: 'guardian_links.consent',
  method: 'POST',
  path: '/guardian_links/{id}/consent',
  summary: 'A student of 18 or more lets a guardian keep, or takes away, access',
  permission: 'consents.respond',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ allow: z.boolean() }),
  replies: { 200: GuardianLink },
  errors: ['conflict'],
});
