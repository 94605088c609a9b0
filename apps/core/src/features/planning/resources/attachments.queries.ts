import type { AttachmentTarget } from '@k12/contracts/planning/resource-attachments';
import { type Changes, newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';
import type { PlanCondition } from '../plans/plans.access.queries.ts';

export const planTargetTypes = {
  unit: 'unit_plan',
  lesson: 'lesson_plan',
  template: 'template',
  document: 'curriculum_document',
} as const;

export interface Place {
  target_type: AttachmentTarget;
  target_id: string;
  path: string;
}

export type AttachmentRow = Awaited<ReturnType<typeof listOfTargets>>[number];

function attachmentsFor(tx: Transaction) {
  return tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('resources as resource', 'resource.id', 'attachment.resource_id')
    .leftJoin('resource_versions as pinned', 'pinned.id', 'attachment.pinned_version_id')
    .selectAll('attachment')
    .select([
      'resource.title',
      'resource.kind',
      'resource.health',
      'resource.visibility',
      'resource.deleted_at as resource_deleted_at',
      'pinned.version_number as pinned_version_number',
    ]);
}

export function listOfTargets(tx: Transaction, targetIds: readonly string[]) {
  if (targetIds.length === 0) return Promise.resolve([]);
  return attachmentsFor(tx)
    .where('attachment.target_id', 'in', [...targetIds])
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute();
}

export async function selectAttachment(tx: Transaction, id: string): Promise<AttachmentRow> {
  const row = await attachmentsFor(tx).where('attachment.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function selectOptionalAttachment(tx: Transaction, resourceId: string, place: Place) {
  return attachmentsFor(tx)
    .where('attachment.resource_id', '=', resourceId)
    .where('attachment.target_id', '=', place.target_id)
    .where('attachment.target_type', '=', place.target_type)
    .where('attachment.path', '=', place.path)
    .executeTakeFirst();
}

export interface NewAttachment extends Place {
  id: string;
  resource_id: string;
  caption: string;
  audience: 'teacher' | 'student';
  pinned_version_id: string | null;
  opens_for_readers: boolean;
  created_by: string | null;
  created_at: string;
}

/** At the end of its target; false when it is there already (PLN-130). */
export async function createAttachment(tx: Transaction, attachment: NewAttachment): Promise<boolean> {
  const row = await tx
    .insertInto('resource_attachments')
    .values((eb) => ({
      ...attachment,
      position: sql<number>`coalesce(${eb
        .selectFrom('resource_attachments as other')
        .select((o) => o.fn.max('other.position').as('last'))
        .where('other.target_id', '=', attachment.target_id)
        .where('other.target_type', '=', attachment.target_type)}, -1) + 1`,
    }))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'target_id', 'target_type', 'path', 'resource_id']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function createAttachments(
  tx: Transaction,
  rows: readonly (NewAttachment & { position: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('resource_attachments')
    .values([...rows])
    .execute();
}

export async function updateAttachment(
  tx: Transaction,
  id: string,
  changes: Changes<{ caption: string; audience: 'teacher' | 'student'; pinned_version_id: string | null }>,
): Promise<void> {
  if (Object.values(changes).every((value) => value === undefined)) return;
  await tx.updateTable('resource_attachments').set(changes).where('id', '=', id).execute();
}

export async function updatePositions(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('resource_attachments')
    .set({ position: sql<number>`array_position(${[...ids]}::uuid[], ${sql.ref('id')}) - 1` })
    .where('id', 'in', [...ids])
    .execute();
}

export async function deleteAttachment(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('resource_attachments').where('id', '=', id).execute();
}

export async function deleteOfTargets(tx: Transaction, targetIds: readonly string[]): Promise<void> {
  if (targetIds.length === 0) return;
  await tx
    .deleteFrom('resource_attachments')
    .where('target_id', 'in', [...targetIds])
    .execute();
}

/** Whether a plan that the condition lets through opens this resource for its readers. */
export async function isAttachedToOne(
  tx: Transaction,
  resourceId: string,
  readable: PlanCondition,
): Promise<boolean> {
  const row = await tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('plans', 'plans.id', 'attachment.target_id')
    .select('attachment.id')
    .where('attachment.resource_id', '=', resourceId)
    .where('attachment.opens_for_readers', '=', true)
    .where(readable)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether one of the staff of a course finds it with an assignment of it that opens it for its readers (TCH-48). */
export async function isAttachedToTaught(
  tx: Transaction,
  resourceId: string,
  userId: string | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('assignments as assignment', 'assignment.id', 'attachment.target_id')
    .innerJoin('sections as section', 'section.course_id', 'assignment.course_id')
    .innerJoin('enrollments as member', 'member.section_id', 'section.id')
    .select('attachment.id')
    .where('attachment.resource_id', '=', resourceId)
    .where('attachment.target_type', '=', 'assignment')
    .where('attachment.opens_for_readers', '=', true)
    .where('assignment.state', '<>', 'deleted')
    .where('member.user_id', '=', userId)
    .where('member.role', '<>', 'student')
    .where('member.state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What an assignment hands its students, in order; what they cannot open is left out (TCH-48). */
export function listForStudents(tx: Transaction, assignmentId: string) {
  return tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('resources as resource', 'resource.id', 'attachment.resource_id')
    .leftJoin('resource_versions as version', (join) =>
      join.on((eb) =>
        eb('version.id', '=', eb.fn.coalesce('attachment.pinned_version_id', 'resource.current_version_id')),
      ),
    )
    .leftJoin('files as file', 'file.id', 'version.file_id')
    .select([
      'attachment.id',
      'attachment.caption',
      'resource.title',
      'resource.kind',
      'resource.url',
      'file.name',
      'file.size_bytes',
      'version.file_id',
    ])
    .where('attachment.target_id', '=', assignmentId)
    .where('attachment.target_type', '=', 'assignment')
    .where('attachment.audience', '=', 'student')
    .where('attachment.opens_for_readers', '=', true)
    .where('resource.deleted_at', 'is', null)
    .where('resource.kind', 'in', ['file', 'link'])
    .orderBy('attachment.position')
    .orderBy('attachment.id')
    .execute();
}

/** How many things meant for the students of an assignment they cannot open (TCH-29). */
export async function countClosedForStudents(tx: Transaction, assignmentId: string): Promise<number> {
  const row = await tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('resources as resource', 'resource.id', 'attachment.resource_id')
    .select((eb) => sql<number>`${eb.fn.countAll()}::int`.as('count'))
    .where('attachment.target_id', '=', assignmentId)
    .where('attachment.target_type', '=', 'assignment')
    .where('attachment.audience', '=', 'student')
    .where((eb) =>
      eb.or([eb('attachment.opens_for_readers', '=', false), eb('resource.deleted_at', 'is not', null)]),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The same attached to copies, by the id of what each is made from; what was deleted since stays behind. */
export async function copyToTargets(
  tx: Transaction,
  copies: ReadonlyMap<string, string>,
  made: { created_by: string | null; created_at: string },
): Promise<void> {
  const rows = await listOfTargets(tx, [...copies.keys()]);
  await createAttachments(
    tx,
    rows.flatMap((row) => {
      const target_id = copies.get(row.target_id);
      if (!target_id || row.resource_deleted_at !== null) return [];
      const { resource_id, target_type, path, caption, position, audience } = row;
      const { pinned_version_id, opens_for_readers } = row;
      return [
        {
          ...{ id: newId(), target_id, resource_id, target_type, path, caption, position, audience },
          ...{ pinned_version_id, opens_for_readers, ...made },
        },
      ];
    }),
  );
}

/** Where resources are attached, as far as the condition lets through; plans in the bin do not count. */
export function listUses(tx: Transaction, resourceId: string, readable: PlanCondition, most: number) {
  return tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('plans', 'plans.id', 'attachment.target_id')
    .select([
      'attachment.id as attachment_id',
      'attachment.target_type',
      'attachment.target_id',
      'plans.title',
      'plans.unit_plan_id',
    ])
    .where('attachment.resource_id', '=', resourceId)
    .where('plans.deleted_at', 'is', null)
    .where(readable)
    .orderBy('plans.title')
    .orderBy('attachment.id')
    .limit(most)
    .execute();
}

export async function countUses(tx: Transaction, resourceIds: readonly string[]) {
  if (resourceIds.length === 0) return [];
  return tx
    .selectFrom('resource_attachments as attachment')
    .leftJoin('plans', 'plans.id', 'attachment.target_id')
    .select((eb) => ['attachment.target_type', sql<number>`${eb.fn.countAll()}::int`.as('count')])
    .where('attachment.resource_id', 'in', [...resourceIds])
    .where('plans.deleted_at', 'is', null)
    .groupBy('attachment.target_type')
    .orderBy('attachment.target_type')
    .execute();
}

export async function countReadableUses(
  tx: Transaction,
  resourceId: string,
  readable: PlanCondition,
): Promise<number> {
  const row = await tx
    .selectFrom('resource_attachments as attachment')
    .innerJoin('plans', 'plans.id', 'attachment.target_id')
    .select((eb) => sql<number>`${eb.fn.countAll()}::int`.as('count'))
    .where('attachment.resource_id', '=', resourceId)
    .where('plans.deleted_at', 'is', null)
    .where(readable)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function hasCollaborators(tx: Transaction, planIds: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('plan_collaborators')
    .select('id')
    .where('plan_id', 'in', [...planIds])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectTargetType(tx: Transaction, planId: string) {
  const plan = await tx.selectFrom('plans').select('kind').where('id', '=', planId).executeTakeFirstOrThrow();
  return planTargetTypes[plan.kind as keyof typeof planTargetTypes];
}
