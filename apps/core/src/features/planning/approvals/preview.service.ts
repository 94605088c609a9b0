import type { PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { PlanAction, PlanPreview, PreviewWarning } from '@k12/contracts/planning/transitions';
import type { Transaction } from '@k12/db';
import { diffPlans } from '@k12/plan-content/diff-plans';
import { splitPath } from '@k12/plan-content/paths';
import type { Context } from '../../../platform/context.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type PlanAccess, type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { countBroken } from '../resources/plan-attachments.service.ts';
import { nothingYet } from '../versions/compare.service.ts';
import { snapshotOfVersion } from '../versions/cut-version.service.ts';
import { selectVersionById } from '../versions/plan-lock.service.ts';
import { presentVersion } from '../versions/present-version.service.ts';
import { contentHash, snapshotOfPlan } from '../versions/snapshots.service.ts';
import { stepsOf } from './approval-routes.queries.ts';
import { routeOfPlan } from './approval-routes.service.ts';
import { firstApprovers } from './approval-steps.service.ts';
import { faultsBeforePublishing } from './completeness.service.ts';
import * as queries from './publishing.queries.ts';
import { selectPendingRequest } from './requests.queries.ts';
import { refusalOf } from './transitions.rules.ts';

/** The plan as readers would get it now, with what is missing and what it would change (PLN-48). */
export async function preview(context: Context, kind: PlanKind, id: string): Promise<PlanPreview> {
  return context.readTenant(async (tx) => {
    const { plan, access } = await selectReadablePlan(tx, context.actor, id, kind);
    const draft = await snapshotOfPlan(tx, plan);
    const schema = await planSchema(tx, plan);
    const current = plan.current_version_id
      ? await selectVersionById(tx, plan.current_version_id)
      : undefined;
    const live = plan.published_version_id
      ? await selectVersionById(tx, plan.published_version_id)
      : undefined;
    const isKept = current?.content_hash.equals(contentHash(draft)) ?? false;
    const number = current?.version_number ?? 0;
    const route = await routeOfPlan(tx, plan);
    const pending = await selectPendingRequest(tx, id);
    return {
      plan_id: id,
      state: plan.state,
      lock_version: plan.lock_version,
      draft,
      current: current ? await presentVersion(tx, plan, current.id) : null,
      published: live ? await presentVersion(tx, plan, live.id) : null,
      next_version_number: isKept ? number : number + 1,
      has_unsaved_changes: !isKept,
      warnings: await warningsOf(tx, plan, schema, draft),
      changes: diffPlans(schema, live ? snapshotOfVersion(live) : nothingYet(plan.title), draft),
      schedule: await scheduleOf(tx, context, plan),
      approval: {
        required: route !== undefined,
        steps: route ? stepsOf(route).length : 0,
        request_id: pending?.id ?? null,
        rule: route ?? null,
        approvers: route ? await firstApprovers(tx, context, plan, route) : [],
      },
      can: abilitiesOf(plan, access, route !== undefined),
    };
  });
}

async function warningsOf(
  tx: Transaction,
  plan: PlanRow,
  schema: PlanSchema | null,
  draft: PlanSnapshot,
): Promise<PreviewWarning[]> {
  const faults = schema ? await faultsBeforePublishing(tx, plan, draft) : [];
  const warnings = faults.map(({ pointer, code }): PreviewWarning => {
    const section = schema?.sections.find((one) => one.key === splitPath(pointer)[0]);
    return {
      code: code === 'required' ? 'missing' : 'invalid',
      path: pointer,
      label: section?.label ?? null,
      count: null,
      blocks: true,
    };
  });
  const asksFor = (kind: PackSection['kind']) => schema?.sections.some((section) => section.kind === kind);
  const isNamed = (kind: PackSection['kind']) => {
    const keys = schema?.sections.filter((section) => section.kind === kind).map(({ key }) => `/${key}`);
    return warnings.some(({ path }) => path !== null && keys?.includes(path));
  };
  const remark = (code: PreviewWarning['code'], count: number | null = null) =>
    warnings.push({ code, path: null, label: null, count, blocks: false });
  if (draft.alignments.length === 0 && asksFor('standards') && !isNamed('standards')) remark('unaligned');
  if (draft.lessons.length === 0 && asksFor('lessons') && !isNamed('lessons')) remark('no_lessons');
  const broken = await countBroken(tx, plan.id);
  if (broken > 0) remark('broken_link', broken);
  return warnings;
}

async function scheduleOf(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
): Promise<PlanPreview['schedule']> {
  if (plan.kind !== 'unit') return [];
  const placements = await queries.listPlacementsFrom(tx, plan.id, await todayOf(context));
  return placements.map(({ id, course_name, starts_on, ends_on, state }) => ({
    id,
    course_name,
    starts_on,
    ends_on,
    state,
  }));
}

function abilitiesOf(plan: PlanRow, access: PlanAccess, approval_required: boolean): PlanPreview['can'] {
  const circumstances = { approval_required, is_approver: access.approve };
  const may = (action: PlanAction, right: boolean) =>
    right && refusalOf(action, plan, circumstances) === undefined;
  return {
    submit: may('submit', access.edit),
    withdraw: may('withdraw', access.edit || access.approve),
    publish: may('publish', access.publish),
    unpublish: may('unpublish', access.publish),
    archive: may('archive', access.manage),
    unarchive: may('unarchive', access.manage),
  };
}
