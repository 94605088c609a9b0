import type { PackWords } from '@k12/contracts/planning/packs';
import type { PushRule } from '@k12/contracts/planning/pushes';
import { newId, type Transaction } from '@k12/db';
import { type Content, readPath, sectionOf } from '@k12/plan-content/paths';
import { restoreField } from '@k12/plan-content/restore-field';
import { sameValue } from '@k12/plan-content/same-value';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { listCurriculumLeads } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { copyVersion, type PlanVersionRow, selectVersion } from '../copies/copy-plan.service.ts';
import { lockDraft, lockPlan, reopen, saveDraft } from '../copies/draft-writes.service.ts';
import { keepTexts } from '../copies/kept-texts.service.ts';
import { assignToSchool } from '../packs/pack-assignments.service.ts';
import { planSchema } from '../packs/packs.service.ts';
import { cutVersion } from '../versions/cut-version.service.ts';
import { archive, isTouched, publish, updateLocks } from './push-effects.queries.ts';
import * as queries from './pushes.queries.ts';

export interface Lock {
  path: string;
  reason: string | null;
  locked_by: string | null;
  /** The plan whose pushes hold this lock: a later push replaces it, a recall lifts it. */
  pushed_plan_id?: string;
}

type Waiting = NonNullable<Awaited<ReturnType<typeof queries.lockWaiting>>>;

/** One target, in its own transaction; a second run finds it done (PLN-144). */
export async function applyToTarget(
  context: Context,
  push: queries.PushRow,
  targetId: string,
): Promise<void> {
  await context.withTenant(async (tx) => {
    const target = await queries.lockWaiting(tx, targetId);
    if (!target) return;
    const done_at = context.platform.clock.now().toISOString();
    const result = await effect(tx, context, push, target);
    await queries.updateTarget(tx, targetId, { state: 'done', done_at, ...result });
  });
}

async function effect(tx: Transaction, context: Context, push: queries.PushRow, target: Waiting) {
  if (push.pack_key !== null && push.pack_version !== null) {
    const pin = { pack_key: push.pack_key, pack_version: push.pack_version };
    await assignToSchool(tx, context, target.school_id, pin, push.created_by);
    return {};
  }
  const version = await selectVersion(tx, push.plan_version_id ?? '');
  if (target.effect === 'deliver') return deliver(tx, context, push, version, target.school_id);
  if (target.effect === 'lock' && target.plan_id) await lockPaths(tx, context, push, version, target.plan_id);
  return {};
}

async function deliver(
  tx: Transaction,
  context: Context,
  push: queries.PushRow,
  version: PlanVersionRow,
  schoolId: string,
) {
  const leads = await listCurriculumLeads(tx, { school_id: schoolId, today: await todayOf(context) });
  const owner_id = leads.find(({ is_of_school }) => is_of_school)?.id ?? push.created_by;
  const plan_id = await copyVersion(tx, context, version, {
    kind: push.kind === 'template' ? 'template' : 'unit',
    title: version.title,
    home: 'school',
    school_id: schoolId,
    owner_id,
    source_plan_id: version.plan_id,
    source_version_id: version.id,
    locked_paths: locksOf(push),
    ...(push.kind === 'template' ? { level: 'school' as const } : {}),
  });
  await cutPushed(tx, context, push, plan_id);
  return { plan_id, delivered_revision: 0 };
}

/** The locked words take their place; somebody's own are kept beside them and in the history (PLN-146). */
async function lockPaths(
  tx: Transaction,
  context: Context,
  push: queries.PushRow,
  version: PlanVersionRow,
  planId: string,
): Promise<void> {
  const plan = await lockPlan(tx, planId);
  const draft = await lockDraft(tx, planId);
  const mine = draft.content as unknown as Content;
  const pushed = version.content as unknown as Content;
  await cutVersion(tx, context, plan, { kind: 'snapshot', author_id: draft.last_editor_id });
  const paths = lockedRules(push).map(({ path }) => path);
  const changed = paths.filter((path) => !sameValue(readPath(mine, path), readPath(pushed, path)));
  const origin = await originContent(tx, plan);
  const own = changed.filter((path) => isOwn(readPath(mine, path), readPath(origin, path)));
  const schema = await planSchema(tx, plan);
  const label = (path: string): PackWords =>
    schema?.sections.find(({ key }) => key === sectionOf(path))?.label ?? { en: sectionOf(path) };
  const kept = own.map((path) => ({ path, label: label(path), value: readPath(mine, path) }));
  await keepTexts(tx, context, planId, 'push', kept);
  const now = context.platform.clock.now().toISOString();
  if (changed.length > 0) {
    await saveDraft(tx, planId, {
      content: changed.reduce((content, path) => restoreField(content, pushed, path), mine),
      paths: changed,
      change_id: newId(),
      editor_id: push.created_by,
      edited_at: now,
    });
    await reopen(tx, planId);
  }
  const others = (plan.locked_paths as unknown as Lock[]).filter(
    (lock) => lock.pushed_plan_id !== push.plan_id && !paths.includes(lock.path),
  );
  await updateLocks(tx, planId, [...others, ...locksOf(push)], now);
  await cutPushed(tx, context, push, planId);
}

function isOwn(mine: unknown, origin: unknown): boolean {
  return mine !== undefined && mine !== null && !sameValue(mine, origin);
}

/** What the plan was made from said, to tell a teacher's own words from those that came along. */
async function originContent(
  tx: Transaction,
  plan: { template_version_id: string | null; source_version_id: string | null },
): Promise<Content> {
  const id = plan.template_version_id ?? plan.source_version_id;
  return id ? ((await selectVersion(tx, id)).content as unknown as Content) : {};
}

/** A version of kind `push`; templates are offered in it at once. */
async function cutPushed(tx: Transaction, context: Context, push: queries.PushRow, planId: string) {
  const plan = await lockPlan(tx, planId);
  const { version } = await cutVersion(tx, context, plan, { kind: 'push', author_id: push.created_by });
  if (plan.kind !== 'template') return;
  const now = context.platform.clock.now().toISOString();
  await publish(tx, { id: planId, version_id: version.id }, { user_id: push.created_by, now });
}

function lockedRules(push: queries.PushRow): PushRule[] {
  return (push.rules as unknown as PushRule[]).filter(({ rule }) => rule === 'locked');
}

function locksOf(push: queries.PushRow): Lock[] {
  return lockedRules(push).map(({ path, reason }) => ({
    path,
    reason,
    locked_by: displayName(push),
    ...(push.plan_id ? { pushed_plan_id: push.plan_id } : {}),
  }));
}

/** Untouched copies are put away; whatever was worked on stays and loses its locks (PLN-147). */
export async function recallTarget(
  tx: Transaction,
  context: Context,
  push: queries.PushRow,
  target: queries.TargetRow,
): Promise<void> {
  const now = context.platform.clock.now().toISOString();
  if (push.pack_key !== null) {
    await assignToSchool(tx, context, target.school_id, null, push.created_by);
    return queries.updateTarget(tx, target.id, { state: 'recalled' });
  }
  if (!target.plan_id) return queries.updateTarget(tx, target.id, { state: 'recalled' });
  const plan = await lockPlan(tx, target.plan_id).catch(gone);
  const untouched =
    target.effect === 'deliver' && !(await isTouched(tx, target.plan_id, target.delivered_revision ?? 0));
  if (plan) {
    const left = (plan.locked_paths as unknown as Lock[]).filter(
      (lock) => lock.pushed_plan_id !== push.plan_id,
    );
    await updateLocks(tx, plan.id, left, now);
    if (untouched) await archive(tx, plan.id, now);
  }
  await queries.updateTarget(tx, target.id, { state: untouched ? 'recalled' : 'kept' });
}

function gone(problem: unknown): undefined {
  if (problem instanceof Problem && problem.code === 'not_found') return undefined;
  throw problem;
}
