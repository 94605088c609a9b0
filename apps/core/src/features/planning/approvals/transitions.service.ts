import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type {
  ArchivePlan,
  PlanAction,
  PlanStanding,
  PublishPlan,
  SubmitPlan,
  WithdrawPlan,
} from '@k12/contracts/planning/transitions';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { type PlanAccess, selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { actingUser, cutWithLessons, snapshotOfVersion } from '../versions/cut-version.service.ts';
import {
  type LockedPlan,
  lockPlan,
  selectVersionById,
  type WholeVersion,
} from '../versions/plan-lock.service.ts';
import { routeOfPlan } from './approval-routes.service.ts';
import { requireComplete } from './completeness.service.ts';
import { publishVersion } from './publish-version.service.ts';
import * as queries from './publishing.queries.ts';
import { selectApprovedRequest, selectPendingRequest } from './requests.queries.ts';
import { openRequest, withdrawRequest } from './requests.service.ts';
import { refusalOf, stateAfter } from './transitions.rules.ts';

type Warnings = PlanStanding['warnings'];

interface Move {
  tx: Transaction;
  context: Context;
  plan: LockedPlan;
  access: PlanAccess;
}

/** Every change of state: the right first, then the table, then the change, in one transaction. */
async function move(
  context: Context,
  kind: PlanKind,
  id: string,
  action: PlanAction,
  change: (move: Move) => Promise<Warnings | undefined>,
): Promise<PlanStanding> {
  return context.withTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(mayTake(action, access), capabilityOf(kind, verbOf(action)));
    const plan = await lockPlan(tx, id);
    const route = await routeOfPlan(tx, plan);
    const refusal = refusalOf(action, plan, {
      approval_required: route !== undefined,
      is_approver: access.approve,
    });
    if (refusal) throw refused(plan, refusal);
    const warnings = (await change({ tx, context, plan, access })) ?? [];
    return standing(tx, id, warnings);
  });
}

function mayTake(action: PlanAction, access: PlanAccess): boolean {
  if (action === 'archive' || action === 'unarchive') return access.manage;
  if (action === 'publish' || action === 'unpublish') return access.publish;
  return access.edit || (action === 'withdraw' && access.approve);
}

function verbOf(action: PlanAction) {
  return action === 'publish' || action === 'unpublish' ? 'publish' : 'update';
}

function refused(plan: LockedPlan, reason: string): Problem {
  return new Problem('invalid_transition', { context: { state: plan.state, reason } });
}

export function submit(context: Context, kind: PlanKind, id: string, input: SubmitPlan) {
  return move(context, kind, id, 'submit', async ({ tx, plan }) => {
    const { version } = await cutWithLessons(tx, context, plan, { kind: 'submit', ...input });
    await requireComplete(tx, plan, snapshotOfVersion(version));
    const pending = await selectPendingRequest(tx, id);
    if (pending?.version_id === version.id) throw refused(plan, 'nothing_new');
    await openRequest(tx, context, plan, version);
    await setState(tx, context, plan, 'submit');
    return undefined;
  });
}

export function withdraw(context: Context, kind: PlanKind, id: string, { reason }: WithdrawPlan) {
  return move(context, kind, id, 'withdraw', async ({ tx, plan, access }) => {
    await withdrawRequest(tx, context, plan, { reason: reason || null, is_approver: access.approve });
    await setState(tx, context, plan, 'withdraw');
    return undefined;
  });
}

export function publish(context: Context, kind: PlanKind, id: string, input: PublishPlan) {
  return move(context, kind, id, 'publish', async ({ tx, plan }) => {
    const version = await versionToPublish(tx, context, plan, input);
    await requireComplete(tx, plan, snapshotOfVersion(version));
    await publishVersion(tx, context, plan, version, actingUser(context));
    return undefined;
  });
}

/** The approved one, the one named, or the draft as it is now (PLN-51). */
async function versionToPublish(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  { version_number, change_note }: PublishPlan,
): Promise<WholeVersion> {
  if (plan.state !== 'approved' && !version_number)
    return (await cutWithLessons(tx, context, plan, { kind: 'publish', change_note })).version;
  const approved = plan.state === 'approved' ? await selectApprovedRequest(tx, plan.id) : undefined;
  const wanted = approved?.version_id ?? plan.current_version_id;
  const version = wanted ? await selectVersionById(tx, wanted) : undefined;
  if (!version || (version_number && version.version_number !== version_number))
    throw new Problem('version_conflict', { current: { version_number: version?.version_number ?? null } });
  return version;
}

export function unpublish(context: Context, kind: PlanKind, id: string) {
  return move(context, kind, id, 'unpublish', async ({ tx, plan }) => {
    const at = context.platform.clock.now().toISOString();
    await queries.endPublication(tx, id, context.actor.user_id, at);
    const state = stateAfter('unpublish', plan);
    await queries.updateState(tx, id, { state, published_version_id: null, updated_at: at });
    if (plan.kind === 'unit') await takeDownLessons(tx, id, context.actor.user_id, at);
    await note(tx, context, plan, 'unpublished');
    const following = (await placementsOf(tx, context, plan)).filter((placement) => placement.follow_latest);
    return following.length > 0 ? [{ code: 'placements_follow', count: following.length }] : [];
  });
}

/** What was published with the unit goes with it (PLN-51, PLN-52). */
async function takeDownLessons(tx: Transaction, unitId: string, by: string | null, at: string) {
  for (const lesson of await queries.lockLiveLessons(tx, unitId)) {
    await queries.endPublication(tx, lesson.id, by, at);
    const state = stateAfter('unpublish', lesson);
    await queries.updateState(tx, lesson.id, { state, published_version_id: null, updated_at: at });
  }
}

export function archive(context: Context, kind: PlanKind, id: string, { confirm }: ArchivePlan) {
  return move(context, kind, id, 'archive', async ({ tx, plan }) => {
    const placements = await placementsOf(tx, context, plan);
    if (placements.length > 0 && !confirm) throw new Problem('plan.in_use', { current: { placements } });
    await queries.removePlacements(
      tx,
      placements.map((placement) => placement.id),
      { updated_by: actingUser(context), at: context.platform.clock.now().toISOString() },
    );
    await setState(tx, context, plan, 'archive');
    await note(tx, context, plan, 'archived');
    return undefined;
  });
}

export function unarchive(context: Context, kind: PlanKind, id: string) {
  return move(context, kind, id, 'unarchive', async ({ tx, plan }) => {
    await setState(tx, context, plan, 'unarchive');
    await note(tx, context, plan, 'unarchived');
    return undefined;
  });
}

/** Placements on a course that are not over: only units have any. */
async function placementsOf(tx: Transaction, context: Context, plan: LockedPlan) {
  if (plan.kind !== 'unit') return [];
  return queries.listPlacementsFrom(tx, plan.id, await todayOf(context));
}

async function setState(tx: Transaction, context: Context, plan: LockedPlan, action: PlanAction) {
  const updated_at = context.platform.clock.now().toISOString();
  await queries.updateState(tx, plan.id, { state: stateAfter(action, plan), updated_at });
}

async function note(
  tx: Transaction,
  context: Context,
  plan: LockedPlan,
  what: 'unpublished' | 'archived' | 'unarchived',
): Promise<void> {
  await recordAudit(tx, context, {
    action: `plan.${what}`,
    target_type: plan.kind,
    target_id: plan.id,
    school_id: plan.school_id,
    changes: { state: [plan.state, what === 'archived' ? 'archived' : 'draft'] },
  });
  if (plan.kind === 'unit' && what !== 'unarchived')
    await publishEvent(tx, context, `unit_plan.${what}`, { unit_plan_id: plan.id });
}

async function standing(tx: Transaction, id: string, warnings: Warnings): Promise<PlanStanding> {
  const plan = await lockPlan(tx, id);
  const pending = await selectPendingRequest(tx, id);
  const { state, lock_version, current_version_id, published_version_id } = plan;
  return {
    id,
    state,
    lock_version,
    current_version_id,
    published_version_id,
    approval_request_id: pending?.id ?? null,
    warnings,
  };
}
