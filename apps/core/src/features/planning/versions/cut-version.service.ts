import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { VersionKind } from '@k12/contracts/planning/versions';
import { newId, type Transaction } from '@k12/db';
import { diffPlans } from '@k12/plan-content/diff-plans';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { freezeAlignments } from '../alignments/alignments.service.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type LockedPlan, listLessonsOfUnit, lockPlan } from './snapshots.queries.ts';
import { contentHash, snapshotOfPlan } from './snapshots.service.ts';
import * as queries from './versions.queries.ts';

export interface CutOptions {
  kind: VersionKind;
  change_note?: string | null | undefined;
  /** Who wrote what is kept; the actor unless said. */
  author_id?: string;
  restored_from_version_id?: string | null;
}

export interface CutResult {
  created: boolean;
  version: queries.WholeVersion;
}

/**
 * Keeps the draft as a version, unless the newest one is the same already (PLN-30). The plan must be locked by
 * `lockPlan` in this transaction: two cuts at once take their turns and get numbers without a gap (PLN-31).
 */
export async function cutVersion(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  options: CutOptions,
): Promise<CutResult> {
  const snapshot = await snapshotOfPlan(tx, plan);
  const content_hash = contentHash(snapshot);
  const current = plan.current_version_id
    ? await queries.selectVersionById(tx, plan.current_version_id)
    : undefined;
  if (current?.content_hash.equals(content_hash)) {
    await queries.markDraftKept(tx, plan.id);
    return { created: false, version: current };
  }
  const id = newId();
  const version_number = (current?.version_number ?? 0) + 1;
  await queries.createVersion(
    tx,
    {
      id,
      plan_id: plan.id,
      version_number,
      author_id: options.author_id ?? actingUser(context),
      kind: options.kind,
      change_note: options.change_note || null,
      restored_from_version_id: options.restored_from_version_id ?? null,
      content_hash,
      changed_fields_count: await countChanges(tx, plan, current, snapshot),
      created_at: context.platform.clock.now().toISOString(),
    },
    snapshot,
  );
  await queries.updateCurrentVersion(tx, plan.id, id);
  await queries.markDraftKept(tx, plan.id);
  await freezeAlignments(tx, plan.id, id);
  plan.current_version_id = id;
  return { created: true, version: await queries.selectVersion(tx, plan.id, version_number) };
}

/** A unit refers to its lessons' versions, so theirs are kept first where they have changed. */
export async function cutWithLessons(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  options: CutOptions,
): Promise<CutResult> {
  if (plan.kind === 'unit' || plan.kind === 'template') {
    for (const lesson of await listLessonsOfUnit(tx, plan.id)) {
      const { kind, author_id = actingUser(context) } = options;
      await cutVersion(tx, context, await lockPlan(tx, lesson.id), { kind, author_id });
    }
  }
  return cutVersion(tx, context, plan, options);
}

async function countChanges(
  tx: Transaction,
  plan: LockedPlan,
  before: queries.WholeVersion | undefined,
  after: PlanSnapshot,
): Promise<number> {
  if (!before) return 0;
  return diffPlans(await planSchema(tx, plan), snapshotOfVersion(before), after).length;
}

export function snapshotOfVersion(version: queries.WholeVersion): PlanSnapshot {
  const { title, tags, duration_minutes } = version;
  return {
    title,
    tags,
    duration_minutes,
    content: version.content as unknown as PlanSnapshot['content'],
    alignments: version.alignments as unknown as PlanSnapshot['alignments'],
    resources: version.resources as unknown as PlanSnapshot['resources'],
    lessons: version.lessons as unknown as PlanSnapshot['lessons'],
  };
}

export function actingUser(context: Context): string {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  return user_id;
}
