import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant, noContent } from '../records.ts';
import { PackWords } from './packs.ts';
import { PlanPerson, planInput } from './plan-records.ts';
import { UnitPlan } from './plans.ts';

export const DuplicateUnit = z
  .strictObject({
    title: planInput.title,
    home: planInput.home,
    school_id: planInput.school_id,
    planning_context_id: planInput.planning_context_id,
    academic_year_id: planInput.academic_year_id,
    /** Its school and year, where those are not named. */
    course_id: id,
  })
  .partial();
export type DuplicateUnit = z.infer<typeof DuplicateUnit>;

/** Units of more than 20 lessons: the copy is there at once, its lessons follow (PLN-140). */
export const UnitCopy = z.object({ unit: UnitPlan, lessons_pending: z.int() }).meta({ id: 'UnitCopy' });
export type UnitCopy = z.infer<typeof UnitCopy>;

export const duplicateUnit = endpoint({
  name: 'unit_plans.duplicate',
  method: 'POST',
  path: '/unit_plans/{id}/duplicate',
  summary: 'Make an independent copy of a unit with its lessons and standards',
  permission: 'unit_plans.create',
  rate: 'general',
  params: idParams,
  body: DuplicateUnit,
  replies: { 201: UnitCopy, 202: UnitCopy },
});

export const Lineage = z.object({
  /** For whoever manages the unit: how many copies there are (PLN-141). */
  copies_count: z.int().nullable(),
  source: z.object({ id, title: z.string(), version_number: z.int(), readable: z.boolean() }).nullable(),
  template: z.object({ id, title: z.string(), version_number: z.int(), readable: z.boolean() }).nullable(),
});
export type Lineage = z.infer<typeof Lineage>;

export const getLineage = endpoint({
  name: 'unit_plans.lineage',
  method: 'GET',
  path: '/unit_plans/{id}/lineage',
  summary: 'What a unit was made from, and how many were made from it',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: Lineage },
});

export const PlanOffer = z.object({
  id,
  plan_id: id,
  title: z.string(),
  user: PlanPerson.nullable(),
  team: z.object({ id, name: z.string() }).nullable(),
  school: z.object({ id, name: z.string() }).nullable(),
  note: z.string().nullable(),
  offered_by: PlanPerson,
  created_at: instant,
});
export type PlanOffer = z.infer<typeof PlanOffer>;

export const OfferCreate = z.strictObject({
  /** A person, a team or the staff of a school. */
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id }),
    z.strictObject({ kind: z.literal('team'), id }),
    z.strictObject({ kind: z.literal('school'), id }),
  ]),
  note: z.string().trim().max(500).nullable().default(null),
});
export type OfferCreate = z.infer<typeof OfferCreate>;

export const offerCopy = endpoint({
  name: 'unit_plans.offers.create',
  method: 'POST',
  path: '/unit_plans/{id}/offers',
  summary: 'Let colleagues take a copy of a unit',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: OfferCreate,
  replies: { 201: PlanOffer },
});

export const listOffersOfUnit = endpoint({
  name: 'unit_plans.offers.list',
  method: 'GET',
  path: '/unit_plans/{id}/offers',
  summary: 'To whom copies of a unit are offered',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(PlanOffer) }) },
});

export const listPlanOffers = endpoint({
  name: 'plan_offers.list',
  method: 'GET',
  path: '/plan_offers',
  summary: 'Units that the caller may take a copy of, newest first',
  permission: 'unit_plans.create',
  rate: 'general',
  query: z.strictObject(pageQuery),
  replies: { 200: page(PlanOffer) },
});

export const acceptPlanOffer = endpoint({
  name: 'plan_offers.accept',
  method: 'POST',
  path: '/plan_offers/{id}/accept',
  summary: 'Take a copy of an offered unit',
  permission: 'unit_plans.create',
  rate: 'general',
  params: idParams,
  replies: { 201: UnitPlan },
});

export const revokePlanOffer = endpoint({
  name: 'plan_offers.revoke',
  method: 'DELETE',
  path: '/plan_offers/{id}',
  summary: 'Withdraw an offer; copies already taken stay',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
});

/** Words that had to leave their place, kept beside the plan. */
export const KeptText = z.object({
  id,
  path: z.string(),
  label: PackWords,
  value: z.unknown(),
  reason: z.enum(['push', 'pack_move']),
  created_at: instant,
});
export type KeptText = z.infer<typeof KeptText>;

export const listKeptTexts = endpoint({
  name: 'unit_plans.kept_texts',
  method: 'GET',
  path: '/unit_plans/{id}/kept_texts',
  summary: 'Words that lost their place in a unit and were kept',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(KeptText) }) },
});

export const PackMove = z.strictObject({
  pack_key: z.string().min(1).max(80),
  pack_version: z.int().min(1),
  /** From the old section's key to the new one's; what is left out goes to a section of the same key and kind. */
  mapping: z.record(z.string().max(40), z.string().max(40).nullable()).default({}),
  dry_run: z.boolean().default(false),
});
export type PackMove = z.infer<typeof PackMove>;

export const PackMoveReply = z.object({
  moved: z.boolean(),
  mapping: z.array(
    z.object({
      from_key: z.string(),
      from_label: PackWords,
      to_key: z.string().nullable(),
      to_label: PackWords.nullable(),
      /** Where else it could go. */
      candidates: z.array(z.string()),
    }),
  ),
  /** Goes into no section: kept beside the plan. */
  unmapped: z.array(z.object({ key: z.string(), label: PackWords, value: z.unknown() })),
  unit: UnitPlan,
});
export type PackMoveReply = z.infer<typeof PackMoveReply>;

export const movePack = endpoint({
  name: 'unit_plans.pack_move',
  method: 'POST',
  path: '/unit_plans/{id}/pack_move',
  summary: 'Bring a unit to another pack or version; dry_run shows what goes where',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: PackMove,
  replies: { 200: PackMoveReply },
  errors: ['conflict', 'path_locked'],
});
