import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { LockedPath } from '@k12/contracts/planning/plan-records';
import type { RestoreReply, Unlinked } from '@k12/contracts/planning/versions';
import { newId, type Transaction } from '@k12/db';
import { readPath } from '@k12/plan-content/paths';
import { restoreField } from '@k12/plan-content/restore-field';
import { sameValue } from '@k12/plan-content/same-value';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { replaceAlignments } from '../alignments/alignments.service.ts';
import { saveDraft } from '../copies/draft-writes.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { refuseArchived } from '../plans/plans.service.ts';
import { replaceAttachments } from '../resources/plan-attachments.service.ts';
import { actingUser, cutVersion, snapshotOfVersion } from './cut-version.service.ts';
import { presentVersion } from './present-version.service.ts';
import * as restoring from './restore.queries.ts';
import { type LockedPlan, lockPlan, selectDraft } from './snapshots.queries.ts';
import { snapshotOfPlan } from './snapshots.service.ts';
import { selectVersion, type WholeVersion } from './versions.queries.ts';

/**
 * Makes an old version, or one field of it, the draft and the newest version. Nothing is deleted: what the draft
 * held before is kept first, and neither the live version nor the one under review moves (PLN-40 to PLN-43).
 */
export async function restoreVersion(
  context: Context,
  kind: PlanKind,
  { id, number }: { id: string; number: number },
  path: string | null | undefined,
): Promise<RestoreReply> {
  return context.withTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.edit, capabilityOf(kind, 'update'));
    const plan = await lockPlan(tx, id);
    refuseArchived(plan);
    const version = await selectVersion(tx, id, number);
    const draft = await selectDraft(tx, id);
    const author_id = draft?.last_editor_id ?? actingUser(context);
    const kept = await cutVersion(tx, context, plan, { kind: 'snapshot', author_id });
    const before = await snapshotOfPlan(tx, plan);
    const wanted = path ? withOneField(before, snapshotOfVersion(version), path) : snapshotOfVersion(version);
    refuseLockedPaths(plan, before, wanted);
    const unlinked = await apply(tx, context, plan, before, wanted, path ?? null);
    const restored = await keepRestored(tx, context, plan, version, path ?? null);
    return {
      version: await presentVersion(tx, plan, restored.id),
      snapshot: kept.created ? await presentVersion(tx, plan, kept.version.id) : null,
      draft_revision: (await selectDraft(tx, id))?.revision ?? 0,
      unlinked,
    };
  });
}

async function keepRestored(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  from: WholeVersion,
  path: string | null,
): Promise<WholeVersion> {
  const locked = await lockPlan(tx, plan.id);
  const { version } = await cutVersion(tx, context, locked, {
    kind: 'restore',
    restored_from_version_id: from.id,
  });
  plan.current_version_id = version.id;
  await recordAudit(tx, context, {
    action: 'plan.version_restored',
    target_type: plan.kind,
    target_id: plan.id,
    school_id: plan.school_id,
    changes: { from_version: from.version_number, version: version.version_number, path },
  });
  return version;
}

/** The present state with one field as the old version had it (PLN-41). */
function withOneField(present: PlanSnapshot, old: PlanSnapshot, path: string): PlanSnapshot {
  if (path === '/@title') return { ...present, title: old.title };
  if (path === '/@tags') return { ...present, tags: old.tags };
  if (path === '/@alignments') return { ...present, alignments: old.alignments };
  if (path === '/@resources') return { ...present, resources: old.resources };
  if (path === '/@duration_minutes') return { ...present, duration_minutes: old.duration_minutes };
  if (path.startsWith('/@')) throw invalid('/path', 'not_restorable', 'This cannot be restored by itself.');
  if (readPath(old.content, path) === undefined && readPath(present.content, path) === undefined)
    throw invalid('/path', 'unknown_path', 'Neither the version nor the draft has this field.');
  return { ...present, content: restoreField(present.content, old.content, path) };
}

/** Only what the restore would change counts: a version that holds the locked words already is welcome (PLN-26). */
function refuseLockedPaths(plan: LockedPlan, before: PlanSnapshot, after: PlanSnapshot): void {
  const locked = plan.locked_paths as unknown as LockedPath[];
  const broken = locked.filter(
    ({ path }) => !sameValue(readPath(before.content, path), readPath(after.content, path)),
  );
  if (broken.length === 0) return;
  throw new Problem('path_locked', {
    errors: broken.map(({ path, reason }) => ({
      pointer: path,
      code: 'path_locked',
      detail: reason ?? 'This part of the plan is locked.',
    })),
  });
}

async function apply(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  before: PlanSnapshot,
  wanted: PlanSnapshot,
  path: string | null,
): Promise<Unlinked[]> {
  const now = context.platform.clock.now().toISOString();
  const { title, tags, duration_minutes } = wanted;
  // The first change after publishing opens the next round; what is live stays (PLN-43).
  const state = plan.state === 'published' ? 'draft' : plan.state;
  await restoring.updatePlanFacts(tx, plan.id, { title, tags, duration_minutes, state, updated_at: now });
  await writeDraft(tx, context, plan.id, before.content, wanted.content, now);
  const standards = await restoring.listStandardStates(
    tx,
    wanted.alignments.map((one) => one.standard_id),
  );
  const active = new Set(standards.filter(({ state }) => state === 'active').map(({ id }) => id));
  const already = new Set(before.alignments.map((one) => one.standard_id));
  const isLinkable = ({ standard_id }: { standard_id: string }) =>
    active.has(standard_id) || (already.has(standard_id) && standards.some(({ id }) => id === standard_id));
  if (!sameValue(before.alignments, wanted.alignments))
    await replaceAlignments(tx, context, plan.id, alignmentsToLink(wanted, isLinkable));
  const lost = wanted.alignments
    .filter((one) => !isLinkable(one))
    .map(({ standard_id, code, statement }): Unlinked => {
      const reason = standards.some(({ id }) => id === standard_id) ? 'retired' : 'deleted';
      return { kind: 'standard', id: standard_id, title: code ?? statement ?? '', reason };
    });
  if (!sameValue(before.resources, wanted.resources))
    lost.push(...(await replaceAttachments(tx, context, plan.id, wanted.resources)));
  return path === null ? [...lost, ...(await orderLessons(tx, plan, wanted))] : lost;
}

function alignmentsToLink(wanted: PlanSnapshot, isLinkable: (one: { standard_id: string }) => boolean) {
  return wanted.alignments.filter(isLinkable).map(({ standard_id, emphasis, note }) => ({
    standard_id,
    emphasis: (emphasis ?? null) as Parameters<typeof replaceAlignments>[3][number]['emphasis'],
    note: note ?? null,
  }));
}

/** One revision that changes every section that differs, so that a stale edit elsewhere meets it (PLN-07). */
async function writeDraft(
  tx: Transaction,
  context: Context,
  planId: string,
  before: PlanSnapshot['content'],
  after: PlanSnapshot['content'],
  now: string,
): Promise<void> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const paths = keys.filter((key) => !sameValue(before[key], after[key])).map((key) => `/${key}`);
  if (paths.length === 0) return;
  await saveDraft(tx, planId, {
    content: after,
    paths,
    change_id: newId(),
    editor_id: actingUser(context),
    edited_at: now,
  });
}

/** The lessons the unit still has take their old order; those that are elsewhere stay there and are named (PLN-42). */
async function orderLessons(tx: Transaction, plan: LockedPlan, wanted: PlanSnapshot): Promise<Unlinked[]> {
  if (plan.kind !== 'unit' || wanted.lessons.length === 0) return [];
  const ids = wanted.lessons.map((lesson) => lesson.lesson_plan_id);
  const lessons = await restoring.listLessonPlaces(tx, ids);
  const place = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const isHere = (id: string) => {
    const lesson = place.get(id);
    return lesson !== undefined && lesson.deleted_at === null && lesson.unit_plan_id === plan.id;
  };
  await restoring.reorderLessons(tx, plan.id, ids.filter(isHere));
  return wanted.lessons
    .filter((lesson) => !isHere(lesson.lesson_plan_id))
    .map(({ lesson_plan_id, title }): Unlinked => {
      const lesson = place.get(lesson_plan_id);
      const reason = lesson && lesson.deleted_at === null ? 'moved' : 'deleted';
      return { kind: 'lesson', id: lesson_plan_id, title, reason };
    });
}
