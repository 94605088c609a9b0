import { createHash } from 'node:crypto';
import type { FieldProblem } from '@k12/contracts';
import type { DraftConflict, DraftPatch, DraftSaved, PlanDraft } from '@k12/contracts/planning/drafts';
import type { PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { LockedPath } from '@k12/contracts/planning/plan-records';
import type { Transaction } from '@k12/db';
import { applyChange, type Change, ChangeFault } from '@k12/plan-content/changes';
import { checkContent, checkSection } from '@k12/plan-content/check-content';
import { overlaps, touchedPath } from '@k12/plan-content/overlap';
import { type Content, readPath, sectionOf } from '@k12/plan-content/paths';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { refuseArchived } from '../plans/plans.service.ts';
import { snapshotOnChangeOfEditor } from '../versions/auto-snapshot.service.ts';
import { cleanSections } from './clean-content.rules.ts';
import * as queries from './drafts.queries.ts';
import { clashesOf, mergedPlaces, withoutVoidMoves } from './merge-draft.rules.ts';

export async function getDraft(context: Context, kind: PlanKind, id: string): Promise<PlanDraft> {
  return context.readTenant(async (tx) => {
    await selectReadablePlan(tx, context.actor, id, kind);
    const draft = await selectDraft(tx, id);
    return {
      plan_id: id,
      revision: draft.revision,
      content: contentOf(draft),
      last_edited_at: draft.last_edited_at,
      last_editor: { id: draft.last_editor_id, display_name: displayName(draft) },
    };
  });
}

/** Saves what was changed: merged where it does not clash, refused with both values where it does (PLN-06, PLN-07). */
export async function patchDraft(
  context: Context,
  kind: PlanKind,
  id: string,
  input: DraftPatch,
): Promise<DraftSaved> {
  return context.withTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.edit, capabilityOf(kind, 'update'));
    refuseArchived(plan);
    await queries.lockPlanOfDraft(tx, id);
    const draft = await selectDraft(tx, id);
    const done = await queries.selectOptionalEdit(tx, id, input.change_id);
    if (done?.changes_digest && done.changes_digest !== digestOf(input)) {
      throw new Problem('idempotency_mismatch', {
        detail: 'Another change was saved under this change_id; send this one under an id of its own.',
      });
    }
    const edits = await editsSince(tx, draft, input.revision);
    if (done) {
      const before = edits.filter((edit) => edit.revision < done.revision);
      return saved(draft, done.revision, contentOf(draft), before);
    }
    refuseLocked(plan, input.changes);
    if (edits.length > 0) refuseClashes(draft, input.changes, edits);
    const content = await changedContent(tx, plan, contentOf(draft), input.changes);
    if (draft.last_editor_id !== context.actor.user_id) await snapshotOnChangeOfEditor(tx, context, id);
    const edit = await store(tx, context, plan, draft, input, content);
    const editor = { id: edit.editor_id, display_name: context.actor.display_name };
    return {
      ...saved(draft, edit.revision, content, edits),
      last_edited_at: edit.edited_at,
      last_editor: editor,
    };
  });
}

/** Sent again, a save has the same changes; where the person stands meanwhile is no part of them. */
function digestOf({ changes }: DraftPatch): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex');
}

async function store(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  draft: queries.DraftRow,
  input: DraftPatch,
  content: Content,
): Promise<queries.DraftEdit> {
  const { change_id, changes, section_key } = input;
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  const edited_at = context.platform.clock.now().toISOString();
  const edit = {
    plan_id: plan.id,
    revision: draft.revision + 1,
    change_id,
    editor_id: user_id,
    edited_at,
    paths: [...new Set(changes.map(touchedPath))],
    section_key: section_key ?? null,
    changes_digest: digestOf(input),
  };
  await queries.saveDraft(tx, content, edit);
  await queries.notePlanEdited(tx, plan.id, {
    updated_at: edited_at,
    ...(plan.state === 'published' && { state: 'draft' as const }),
  });
  const seen = { plan_id: plan.id, user_id, seen_at: edited_at };
  await queries.saveVisit(tx, section_key === undefined ? seen : { ...seen, section_key });
  return edit;
}

/** The edits the caller has not seen; when some are no longer on record, one that touches everything stands in. */
async function editsSince(tx: Transaction, draft: queries.DraftRow, revision: number) {
  if (revision > draft.revision) {
    throw invalid('/revision', 'unknown_revision', 'The draft has not come as far as this revision.');
  }
  if (revision === draft.revision) return [];
  const edits = await queries.listEditsSince(tx, draft.plan_id, revision);
  if (edits.length === draft.revision - revision) return edits;
  return [
    {
      ...draft,
      change_id: '',
      changes_digest: null,
      editor_id: draft.last_editor_id,
      edited_at: draft.last_edited_at,
      section_key: null,
      paths: Object.keys(contentOf(draft)).map((key) => `/${key}`),
    },
  ];
}

function refuseLocked(plan: PlanRow, changes: readonly Change[]): void {
  const locks = plan.locked_paths as unknown as LockedPath[];
  const touched = changes.map(touchedPath);
  const lock = locks.find(({ path }) => touched.some((place) => overlaps(place, path)));
  if (lock) throw new Problem('path_locked', { context: { ...lock } });
}

function refuseClashes(
  draft: queries.DraftRow,
  changes: readonly Change[],
  edits: readonly queries.EditRow[],
): void {
  const clashes = clashesOf(contentOf(draft), changes, edits);
  if (clashes.length === 0) return;
  const current: DraftConflict = {
    revision: draft.revision,
    conflicts: clashes.map(({ path, mine, theirs, edit }) => ({ path, mine, theirs, ...signed(edit) })),
  };
  throw new Problem('version_conflict', { current });
}

/** The content after the changes, checked against the pinned schema; every fault at once (PLN-10). */
async function changedContent(
  tx: Transaction,
  plan: PlanRow,
  before: Content,
  changes: readonly Change[],
): Promise<Content> {
  const schema = await planSchema(tx, plan);
  if (!schema) throw new Problem('conflict', { detail: 'The schema of this plan cannot be read.' });
  const faults: FieldProblem[] = [];
  let content = before;
  for (const change of withoutVoidMoves(before, changes)) {
    try {
      content = applyChange(content, change);
    } catch (fault) {
      if (!(fault instanceof ChangeFault)) throw fault;
      faults.push({ pointer: fault.path, code: fault.code, detail: 'This place is not there.' });
    }
  }
  const touched = new Set(changes.map(({ path }) => sectionOf(path)));
  faults.push(...faultsOf(schema, content, touched));
  if (faults.length > 0) throw new Problem('request.invalid', { errors: faults });
  return cleanSections(schema, content, touched);
}

/** Of the sections touched, and of the whole when it grows too large. */
function faultsOf(schema: PlanSchema, content: Content, touched: ReadonlySet<string>): FieldProblem[] {
  const own = [...touched].flatMap((key) =>
    content[key] === undefined ? unknownSection(schema, key) : checkSection(schema, key, content[key]),
  );
  const whole = checkContent(schema, content).filter(({ pointer }) => pointer === '');
  return [...own, ...whole];
}

function unknownSection(schema: PlanSchema, key: string): FieldProblem[] {
  if (schema.sections.some((section) => section.key === key)) return [];
  return [{ pointer: `/${key}`, code: 'unknown_key', detail: 'The plan has no such section.' }];
}

function saved(
  draft: queries.DraftRow,
  revision: number,
  content: Content,
  edits: readonly queries.EditRow[],
): DraftSaved {
  return {
    revision,
    last_edited_at: draft.last_edited_at,
    last_editor: { id: draft.last_editor_id, display_name: displayName(draft) },
    merged: mergedPlaces(content, edits).map(({ path, edit }) => ({
      path,
      value: readPath(content, path) ?? null,
      ...signed(edit),
    })),
  };
}

function signed(edit: queries.EditRow) {
  return { author: { id: edit.editor_id, display_name: displayName(edit) }, at: edit.edited_at };
}

async function selectDraft(tx: Transaction, planId: string): Promise<queries.DraftRow> {
  const draft = await queries.selectOptionalDraft(tx, planId);
  if (!draft) throw new Problem('not_found');
  return draft;
}

function contentOf(draft: queries.DraftRow): Content {
  return draft.content as Content;
}
