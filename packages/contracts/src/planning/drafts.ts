import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../records.ts';
import { type PlanFamily, planCapability, planFamilies } from './plan-families.ts';
import { PlanPerson } from './plan-records.ts';

/** Pointer into the content; the steps through lists are ids of items. */
const contentPath = z
  .string()
  .max(400)
  .regex(/^(\/([^/~]|~[01])+){1,6}$/, { error: 'a pointer such as /objectives/<id>/text' });

/** What one person did to one place of the content. */
export const DraftChange = z.discriminatedUnion('op', [
  /** A value of null takes the place away, as `remove` does. */
  z.strictObject({ op: z.literal('set'), path: contentPath, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: contentPath }),
  /** Into the list at `path`, after the item of this id; null is the beginning. */
  z.strictObject({
    op: z.literal('insert'),
    path: contentPath,
    value: z.looseObject({ id }),
    after: id.nullable(),
  }),
  z.strictObject({ op: z.literal('move'), path: contentPath, after: id.nullable() }),
]);
export type DraftChange = z.infer<typeof DraftChange>;

export const PlanDraft = z
  .object({
    plan_id: id,
    revision: z.int(),
    content: z.record(z.string(), z.unknown()),
    last_edited_at: instant,
    last_editor: PlanPerson,
  })
  .meta({ id: 'PlanDraft' });
export type PlanDraft = z.infer<typeof PlanDraft>;

export const DraftPatch = z.strictObject({
  /** The revision these changes were made on (PLN-05). */
  revision: z.int().min(0),
  /** Sent again with the same id, a write happens once; another write needs another id (PLN-03). */
  change_id: id,
  /** Where the person is, for those who have the plan open too (PLN-08). */
  section_key: z.string().max(80).optional(),
  changes: z.array(DraftChange).min(1).max(500),
});
export type DraftPatch = z.infer<typeof DraftPatch>;

/** What somebody else changed meanwhile: the value at this path now, null when it was taken away. */
export const MergedChange = z.object({
  path: z.string(),
  value: z.unknown(),
  author: PlanPerson,
  at: instant,
});
export type MergedChange = z.infer<typeof MergedChange>;

export const DraftSaved = z.object({
  revision: z.int(),
  last_edited_at: instant,
  last_editor: PlanPerson,
  merged: z.array(MergedChange),
});
export type DraftSaved = z.infer<typeof DraftSaved>;

/** `current` of a 409 `version_conflict`: both values of each path that two people changed (PLN-07). */
export const DraftConflict = z.object({
  revision: z.int(),
  conflicts: z.array(
    z.object({
      path: z.string(),
      mine: z.unknown(),
      theirs: z.unknown(),
      author: PlanPerson,
      at: instant,
    }),
  ),
});
export type DraftConflict = z.infer<typeof DraftConflict>;

/** Somebody who had the plan open in the last two minutes. */
export const PlanVisitor = z.object({
  person: PlanPerson,
  seen_at: instant,
  /** The section last saved. */
  section_key: z.string().nullable(),
});
export type PlanVisitor = z.infer<typeof PlanVisitor>;

const Visitors = z.object({ data: z.array(PlanVisitor) });

/** The working draft of one kind of plan, and who has it open. */
export function draftEndpoints(family: PlanFamily) {
  const { noun } = planFamilies[family];
  const common = { params: idParams, rate: 'general' } as const;
  return {
    getDraft: endpoint({
      ...common,
      name: `${family}.draft.get`,
      method: 'GET',
      path: `/${family}/{id}/draft`,
      summary: `The working draft of a ${noun}`,
      permission: planCapability(family, 'read'),
      replies: { 200: PlanDraft },
    }),
    patchDraft: endpoint({
      ...common,
      name: `${family}.draft.update`,
      method: 'PATCH',
      path: `/${family}/{id}/draft`,
      summary: `Save changes to the working draft of a ${noun}; what does not clash is merged`,
      permission: planCapability(family, 'update'),
      body: DraftPatch,
      replies: { 200: DraftSaved },
      errors: ['version_conflict', 'path_locked', 'conflict', 'idempotency_mismatch'],
    }),
    postVisit: endpoint({
      ...common,
      name: `${family}.visit`,
      method: 'POST',
      path: `/${family}/{id}/visit`,
      summary: `Say that one has the ${noun} open, and hear who else has`,
      permission: planCapability(family, 'read'),
      replies: { 200: Visitors },
    }),
  } as const;
}

export const {
  getDraft: getUnitDraft,
  patchDraft: patchUnitDraft,
  postVisit: postUnitVisit,
} = draftEndpoints('unit_plans');
export const {
  getDraft: getLessonDraft,
  patchDraft: patchLessonDraft,
  postVisit: postLessonVisit,
} = draftEndpoints('lesson_plans');
export const {
  getDraft: getDocumentDraft,
  patchDraft: patchDocumentDraft,
  postVisit: postDocumentVisit,
} = draftEndpoints('curriculum_documents');
export const {
  getDraft: getTemplateDraft,
  patchDraft: patchTemplateDraft,
  postVisit: postTemplateVisit,
} = draftEndpoints('templates');

export const RichTextClean = z.strictObject({ html: z.string().max(900_000) });
export type RichTextClean = z.infer<typeof RichTextClean>;

/** Markup of any origin becomes the rich text of plans; what is not part of it does not survive (PLN-11). */
export const cleanRichText = endpoint({
  name: 'rich_text.clean',
  method: 'POST',
  path: '/rich_text/clean',
  summary: 'Turn pasted markup into allowed rich text',
  permission: 'unit_plans.read',
  rate: 'general',
  body: RichTextClean,
  replies: { 200: z.object({ doc: z.record(z.string(), z.unknown()) }) },
});
