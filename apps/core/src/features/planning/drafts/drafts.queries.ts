import type { Transaction } from '@k12/db';

const editor = ['editor.given_name', 'editor.family_name', 'editor.preferred_name'] as const;

/** The working draft with the name of whoever wrote last. */
export function selectOptionalDraft(tx: Transaction, planId: string) {
  return tx
    .selectFrom('plan_drafts as draft')
    .innerJoin('users as editor', 'editor.id', 'draft.last_editor_id')
    .selectAll('draft')
    .select(editor)
    .where('draft.plan_id', '=', planId)
    .executeTakeFirst();
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof selectOptionalDraft>>>;

/** Writers of one draft come one after the other; the plan before its draft, as everywhere. */
export async function lockPlanOfDraft(tx: Transaction, planId: string): Promise<void> {
  await tx.selectFrom('plans').select('id').where('id', '=', planId).forUpdate().execute();
}

/** What was written after this revision, oldest first. */
export function listEditsSince(tx: Transaction, planId: string, revision: number) {
  return tx
    .selectFrom('plan_draft_edits as edit')
    .innerJoin('users as editor', 'editor.id', 'edit.editor_id')
    .selectAll('edit')
    .select(editor)
    .where('edit.plan_id', '=', planId)
    .where('edit.revision', '>', revision)
    .orderBy('edit.revision')
    .execute();
}

export type EditRow = Awaited<ReturnType<typeof listEditsSince>>[number];

/** The write of this id, when it has happened already (PLN-03). */
export function selectOptionalEdit(tx: Transaction, planId: string, changeId: string) {
  return tx
    .selectFrom('plan_draft_edits')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('change_id', '=', changeId)
    .executeTakeFirst();
}

export interface DraftEdit {
  plan_id: string;
  revision: number;
  change_id: string;
  editor_id: string;
  edited_at: string;
  paths: string[];
  section_key: string | null;
  changes_digest: string;
}

export async function saveDraft(tx: Transaction, content: object, edit: DraftEdit): Promise<void> {
  const { plan_id, revision, editor_id, edited_at } = edit;
  await tx
    .updateTable('plan_drafts')
    .set({
      content: JSON.stringify(content),
      revision,
      last_editor_id: editor_id,
      last_edited_at: edited_at,
    })
    .where('plan_id', '=', plan_id)
    .execute();
  await tx.insertInto('plan_draft_edits').values(edit).execute();
}

/** The first edit after publishing opens the next round; what is published stays live. */
export async function notePlanEdited(
  tx: Transaction,
  planId: string,
  edited: { updated_at: string; state?: 'draft' },
): Promise<void> {
  await tx.updateTable('plans').set(edited).where('id', '=', planId).execute();
}

export interface Visit {
  plan_id: string;
  user_id: string;
  seen_at: string;
  /** Left out, the section last saved stays. */
  section_key?: string;
}

export async function saveVisit(tx: Transaction, visit: Visit): Promise<void> {
  await tx
    .insertInto('plan_visits')
    .values(visit)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'plan_id', 'user_id']).doUpdateSet((eb) => ({
        seen_at: eb.ref('excluded.seen_at'),
        section_key: eb.fn.coalesce('excluded.section_key', 'plan_visits.section_key'),
      })),
    )
    .execute();
}

export function listVisits(tx: Transaction, planId: string, since: string, exceptUserId: string) {
  return tx
    .selectFrom('plan_visits as visit')
    .innerJoin('users as visitor', 'visitor.id', 'visit.user_id')
    .select([
      'visit.user_id',
      'visit.seen_at',
      'visit.section_key',
      'visitor.given_name',
      'visitor.family_name',
      'visitor.preferred_name',
    ])
    .where('visit.plan_id', '=', planId)
    .where('visit.seen_at', '>', since)
    .where('visit.user_id', '<>', exceptUserId)
    .orderBy('visit.seen_at', 'desc')
    .limit(50)
    .execute();
}

/** What a stale write could still be compared with is kept a month (PLN-06). */
export async function deleteOldEdits(tx: Transaction, before: string): Promise<void> {
  await tx.deleteFrom('plan_draft_edits').where('edited_at', '<', before).execute();
}
