import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { EnrollmentRole } from './courses.ts';

export const mostPeople = 5_000;

/** What becomes of one line of a list of people (TCH-06). */
export const EnrollmentOutcome = z.enum([
  'will_enroll',
  'already',
  'not_found',
  'ambiguous',
  'wrong_role',
  'inactive_user',
]);
export type EnrollmentOutcome = z.infer<typeof EnrollmentOutcome>;

export const ListedPerson = z.object({
  line: z.int(),
  /** As it was written, cut where it is endless. */
  text: z.string(),
  outcome: EnrollmentOutcome,
  user_id: id.nullable(),
  /** Of one found person; null for none and for several. */
  name: z.string().nullable(),
});
export type ListedPerson = z.infer<typeof ListedPerson>;

export const EnrollmentPreview = z
  .object({
    id,
    section_id: id,
    role: EnrollmentRole,
    state: z.enum(['previewed', 'applied']),
    counts: z.object({
      will_enroll: z.int(),
      already: z.int(),
      not_found: z.int(),
      ambiguous: z.int(),
      wrong_role: z.int(),
      inactive_user: z.int(),
    }),
    people: z.array(ListedPerson),
    created_at: instant,
  })
  .meta({ id: 'EnrollmentPreview' });
export type EnrollmentPreview = z.infer<typeof EnrollmentPreview>;

export const EnrollmentPreviewCreate = z
  .strictObject({
    role: EnrollmentRole,
    /** Pasted: one person in a line, or several apart by commas. */
    text: z.string().max(700_000),
    /** Chosen one by one, beside what is pasted. */
    user_ids: z.array(id).max(500),
    /** Or the bytes of a CSV file; its encoding and separator are found out. */
    content_base64: z.base64().max(1_000_000),
  })
  .partial({ text: true, user_ids: true, content_base64: true })
  .refine(
    ({ text, user_ids, content_base64 }) =>
      (text === undefined && user_ids === undefined) !== (content_base64 === undefined),
    { error: 'Send either text and user_ids, or content_base64.', path: ['text'] },
  );
export type EnrollmentPreviewCreate = z.infer<typeof EnrollmentPreviewCreate>;

const common = { permission: 'enrollments.manage', rate: 'general', params: idParams } as const;

export const createEnrollmentPreview = endpoint({
  ...common,
  name: 'enrollment_previews.create',
  method: 'POST',
  path: '/sections/{id}/enrollment_previews',
  summary: 'Say of each person of a list what enrolling them would do; nobody is enrolled',
  body: EnrollmentPreviewCreate,
  replies: { 201: EnrollmentPreview },
});

export const getEnrollmentPreview = endpoint({
  ...common,
  name: 'enrollment_previews.get',
  method: 'GET',
  path: '/enrollment_previews/{id}',
  summary: 'What a list of people would do to a section',
  replies: { 200: EnrollmentPreview },
});

export const applyEnrollmentPreview = endpoint({
  ...common,
  name: 'enrollment_previews.apply',
  method: 'POST',
  path: '/enrollment_previews/{id}/apply',
  summary: 'Enroll the people of a preview who can be enrolled still',
  replies: { 200: z.object({ enrolled_count: z.int(), skipped: z.array(ListedPerson) }) },
  errors: ['conflict'],
});
