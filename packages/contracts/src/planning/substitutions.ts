import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, day, id, idParams, instant, locale } from '../records.ts';
import { timeOfDay } from '../teaching/meetings.ts';
import { PrintedPlan } from './exports.ts';
import { PlanPerson } from './plan-records.ts';

export const SubstitutionState = z.enum(['waiting', 'open', 'ended', 'revoked']);
export type SubstitutionState = z.infer<typeof SubstitutionState>;

/** Somebody stands in for a teacher: on these days, in these sections, reading only (PLN-126). */
export const Substitution = z
  .object({
    id,
    school_id: id,
    teacher: PlanPerson,
    /** Empty: every teacher of the school who has the address (PLN-191). */
    substitute: PlanPerson.nullable(),
    sections: z.array(
      z.object({
        id,
        name: z.string(),
        course_id: id,
        course_name: z.string(),
        color: z.string().nullable(),
      }),
    ),
    /** From here on the substitute may look, to prepare. */
    opens_on: day,
    starts_on: day,
    ends_on: day,
    note: z.string(),
    state: SubstitutionState,
    created_at: instant,
    can: abilities('arrange', 'revoke'),
  })
  .meta({ id: 'Substitution' });
export type Substitution = z.infer<typeof Substitution>;

export const SubstitutionCreate = z.strictObject({
  /** Whose lessons; oneself unless said. */
  teacher_id: id.optional(),
  substitute_id: id.nullish(),
  section_ids: z.array(id).min(1).max(60),
  starts_on: day,
  ends_on: day,
  note: z.string().trim().max(2000).default(''),
});
export type SubstitutionCreate = z.infer<typeof SubstitutionCreate>;

export const SubstituteResource = z.object({
  id,
  title: z.string(),
  kind: z.enum(['file', 'drive_file', 'link']),
  /** Of links; files are fetched through the substitution. */
  url: z.string().nullable(),
  caption: z.string(),
});

export const SubstituteSession = z.object({
  id,
  /** What the section did last, does on the day, and does next. */
  place: z.enum(['before', 'day', 'next']),
  lesson_plan_id: id,
  title: z.string(),
  unit_title: z.string().nullable(),
  duration_minutes: z.int().nullable(),
  section_id: id,
  section_name: z.string(),
  course_name: z.string(),
  color: z.string().nullable(),
  meeting_on: day,
  starts_at: timeOfDay.nullable(),
  ends_at: timeOfDay.nullable(),
  location: z.string().nullable(),
  carried_over: z.string().nullable(),
  resources: z.array(SubstituteResource),
});
export type SubstituteSession = z.infer<typeof SubstituteSession>;

export const SubstituteDay = z
  .object({
    substitution: Substitution,
    on: day,
    sessions: z.array(SubstituteSession),
  })
  .meta({ id: 'SubstituteDay' });
export type SubstituteDay = z.infer<typeof SubstituteDay>;

const reading = { permission: 'lesson_plans.read', rate: 'general' } as const;
const writing = { permission: 'lesson_plans.update', rate: 'general' } as const;

export const listSubstitutions = endpoint({
  ...reading,
  name: 'substitutions.list',
  method: 'GET',
  path: '/substitutions',
  summary: 'Where one is stood in for and where one stands in: to come, open, and of the last 30 days',
  replies: { 200: z.object({ data: z.array(Substitution) }) },
});

export const createSubstitution = endpoint({
  ...writing,
  name: 'substitutions.create',
  method: 'POST',
  path: '/substitutions',
  summary: 'Let somebody of the school read the lessons of some days',
  body: SubstitutionCreate,
  replies: { 201: Substitution },
});

export const getSubstitution = endpoint({
  ...reading,
  name: 'substitutions.get',
  method: 'GET',
  path: '/substitutions/{id}',
  summary: 'One substitution',
  params: idParams,
  replies: { 200: Substitution },
});

export const revokeSubstitution = endpoint({
  ...writing,
  name: 'substitutions.revoke',
  method: 'POST',
  path: '/substitutions/{id}/revoke',
  summary: 'End the access of a substitute at once',
  params: idParams,
  replies: { 200: Substitution },
});

export const getSubstituteDay = endpoint({
  ...reading,
  name: 'substitutions.day',
  method: 'GET',
  path: '/substitutions/{id}/day',
  summary: 'The lessons of a day with those before and after, and what belongs to them',
  params: idParams,
  query: z.strictObject({ on: day.optional() }),
  replies: { 200: SubstituteDay },
});

export const getSubstituteFile = endpoint({
  ...reading,
  name: 'substitutions.file',
  method: 'GET',
  path: '/substitutions/{id}/resources/{resource_id}/content',
  summary: 'A file of one of the lessons covered, as something to save',
  params: z.strictObject({ id, resource_id: id }),
  replies: { 200: z.string() },
  errors: ['storage_unavailable'],
  stream: 'download',
});

/** Everything for the day as one paper: the order of lessons, the notes, and each lesson (PLN-191). */
export const getSubstitutePacket = endpoint({
  ...reading,
  name: 'substitute_packets.get',
  method: 'GET',
  path: '/substitute_packets',
  summary: 'The packet of a day: of a substitution, or of one’s own sections',
  query: z.strictObject({
    substitution_id: id.optional(),
    on: day.optional(),
    locale: locale.default('en'),
  }),
  replies: { 200: PrintedPlan },
});
