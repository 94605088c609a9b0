import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, day, id, idParams, lockVersion } from '../records.ts';
import { PackWords } from './packs.ts';
import { PlanChange } from './plan-diff.ts';
import { type PlanFamily, planCapability, planFamilies } from './plan-families.ts';
import { PlanPerson, PlanState } from './plan-records.ts';
import { PlanVersion, WholePlanVersion } from './versions.ts';

export const PlanAction = z.enum([
  'submit',
  'withdraw',
  'approve',
  'return',
  'publish',
  'unpublish',
  'archive',
  'unarchive',
]);
export type PlanAction = z.infer<typeof PlanAction>;

/** What a plan is after a change of state. */
export const PlanStanding = z
  .object({
    id,
    state: PlanState,
    lock_version: lockVersion,
    current_version_id: id.nullable(),
    published_version_id: id.nullable(),
    approval_request_id: id.nullable(),
    /** Things worth knowing that did not stop the change: placements that follow a version no longer live. */
    warnings: z.array(z.object({ code: z.string(), count: z.int() })),
  })
  .meta({ id: 'PlanStanding' });
export type PlanStanding = z.infer<typeof PlanStanding>;

const note = z.string().trim().max(500).nullish();

export const SubmitPlan = z.strictObject({ change_note: note });
export type SubmitPlan = z.infer<typeof SubmitPlan>;

/** A reason is asked for once the version was approved. */
export const WithdrawPlan = z.strictObject({ reason: z.string().trim().max(500).nullish() });
export type WithdrawPlan = z.infer<typeof WithdrawPlan>;

/** The version that was looked at; when somebody has cut another since, nothing is published (PLN-51). */
export const PublishPlan = z.strictObject({ version_number: z.int().min(1).nullish(), change_note: note });
export type PublishPlan = z.infer<typeof PublishPlan>;

/** Future placements are asked about first, and removed when confirmed. */
export const ArchivePlan = z.strictObject({ confirm: z.boolean().default(false) });
export type ArchivePlan = z.infer<typeof ArchivePlan>;

export const PreviewWarning = z.object({
  code: z.enum(['missing', 'invalid', 'unaligned', 'no_lessons', 'broken_link', 'time_overrun']),
  /** The section, for `missing` and `invalid`. */
  path: z.string().nullable(),
  label: PackWords.nullable(),
  count: z.int().nullable(),
  /** Publishing and submitting are refused until it is mended (PLN-46). */
  blocks: z.boolean(),
});
export type PreviewWarning = z.infer<typeof PreviewWarning>;

export const PreviewPlacement = z.object({
  id,
  course_name: z.string(),
  starts_on: day,
  ends_on: day,
  state: z.string(),
});

/** The plan as readers would get it now (PLN-48). */
export const PlanPreview = z
  .object({
    plan_id: id,
    state: PlanState,
    lock_version: lockVersion,
    /** The draft as the version it would become. */
    draft: WholePlanVersion.pick({
      title: true,
      content: true,
      alignments: true,
      resources: true,
      lessons: true,
      tags: true,
      duration_minutes: true,
    }),
    current: PlanVersion.nullable(),
    published: PlanVersion.nullable(),
    /** The number that publishing would give, or that of the newest version when nothing changed since. */
    next_version_number: z.int(),
    has_unsaved_changes: z.boolean(),
    warnings: z.array(PreviewWarning),
    /** Against what is live; all of it when nothing is. */
    changes: z.array(PlanChange),
    schedule: z.array(PreviewPlacement),
    approval: z.object({
      required: z.boolean(),
      /** How many steps the route has. */
      steps: z.int(),
      request_id: id.nullable(),
      /** What the rule that asks for it holds for; null where a part of it holds for all. */
      rule: z
        .object({
          school_name: z.string().nullable(),
          subject: z.string().nullable(),
          publish_on_approval: z.boolean(),
        })
        .nullable(),
      /** Whom the first step would ask; empty where nobody but the caller could decide. */
      approvers: z.array(PlanPerson),
    }),
    can: abilities('submit', 'withdraw', 'publish', 'unpublish', 'archive', 'unarchive'),
  })
  .meta({ id: 'PlanPreview' });
export type PlanPreview = z.infer<typeof PlanPreview>;

function transitionEndpoints(family: PlanFamily) {
  const { noun } = planFamilies[family];
  const move = { rate: 'general', method: 'POST', params: idParams, replies: { 200: PlanStanding } } as const;
  const update = planCapability(family, 'update');
  const publish = planCapability(family, 'publish');
  return {
    preview: endpoint({
      name: `${family}.preview`,
      method: 'GET',
      path: `/${family}/{id}/preview`,
      summary: `A ${noun} as readers would get it, with what is missing`,
      permission: planCapability(family, 'read'),
      rate: 'general',
      params: idParams,
      replies: { 200: PlanPreview },
    }),
    submit: endpoint({
      ...move,
      name: `${family}.submit`,
      path: `/${family}/{id}/submit`,
      summary: `Hand a ${noun} in for approval`,
      permission: update,
      body: SubmitPlan,
      errors: ['invalid_transition'],
    }),
    withdraw: endpoint({
      ...move,
      name: `${family}.withdraw`,
      path: `/${family}/{id}/withdraw`,
      summary: `Take a ${noun} back from approval`,
      permission: update,
      body: WithdrawPlan,
      errors: ['invalid_transition'],
    }),
    publish: endpoint({
      ...move,
      name: `${family}.publish`,
      path: `/${family}/{id}/publish`,
      summary: `Make a version of a ${noun} the one that readers get`,
      permission: publish,
      body: PublishPlan,
      errors: ['invalid_transition', 'version_conflict'],
    }),
    unpublish: endpoint({
      ...move,
      name: `${family}.unpublish`,
      path: `/${family}/{id}/unpublish`,
      summary: `Take a ${noun} out of readers' sight`,
      permission: publish,
      errors: ['invalid_transition'],
    }),
    archive: endpoint({
      ...move,
      name: `${family}.archive`,
      path: `/${family}/{id}/archive`,
      summary: `Put a ${noun} away`,
      permission: update,
      body: ArchivePlan,
      errors: ['invalid_transition', 'plan.in_use'],
    }),
    unarchive: endpoint({
      ...move,
      name: `${family}.unarchive`,
      path: `/${family}/{id}/unarchive`,
      summary: `Take a ${noun} up again`,
      permission: update,
      errors: ['invalid_transition'],
    }),
  } as const;
}

export const {
  preview: previewUnit,
  submit: submitUnit,
  withdraw: withdrawUnit,
  publish: publishUnit,
  unpublish: unpublishUnit,
  archive: archiveUnit,
  unarchive: unarchiveUnit,
} = transitionEndpoints('unit_plans');

export const {
  preview: previewLesson,
  submit: submitLesson,
  withdraw: withdrawLesson,
  publish: publishLesson,
  unpublish: unpublishLesson,
  archive: archiveLesson,
  unarchive: unarchiveLesson,
} = transitionEndpoints('lesson_plans');

export const {
  preview: previewTemplate,
  submit: submitTemplate,
  withdraw: withdrawTemplate,
  publish: publishTemplate,
  unpublish: unpublishTemplate,
  archive: archiveTemplate,
  unarchive: unarchiveTemplate,
} = transitionEndpoints('templates');

export const {
  preview: previewDocument,
  submit: submitDocument,
  withdraw: withdrawDocument,
  publish: publishDocument,
  unpublish: unpublishDocument,
  archive: archiveDocument,
  unarchive: unarchiveDocument,
} = transitionEndpoints('curriculum_documents');
