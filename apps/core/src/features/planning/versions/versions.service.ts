import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { CutReply, CutVersion, VersionQuery, WholePlanVersion } from '@k12/contracts/planning/versions';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { Answer } from '../../../platform/http/route.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { capabilityOf } from '../plans/plans.rules.ts';
import { refuseArchived } from '../plans/plans.service.ts';
import { cutWithLessons } from './cut-version.service.ts';
import { presentVersion, presentVersions, presentWholeVersion } from './present-version.service.ts';
import { lockPlan } from './snapshots.queries.ts';
import * as queries from './versions.queries.ts';

export async function listVersions(context: Context, kind: PlanKind, id: string, query: VersionQuery) {
  const [before] = (decodeCursor(query.cursor, 1) ?? []) as [number?];
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    const rows = await queries.listVersions(tx, id, query, before);
    const { data, next_cursor } = pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.version_number],
    );
    return { data: await presentVersions(tx, plan, data), next_cursor };
  });
}

export async function getVersion(
  context: Context,
  kind: PlanKind,
  { id, number }: { id: string; number: number },
): Promise<WholePlanVersion> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    return presentWholeVersion(tx, plan, await queries.selectVersion(tx, id, number));
  });
}

export async function cutVersionNow(
  context: Context,
  kind: PlanKind,
  id: string,
  input: CutVersion,
): Promise<Answer<CutReply>> {
  return context.withTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, id, kind);
    authorize(access.edit, capabilityOf(kind, 'update'));
    const plan = await lockPlan(tx, id);
    refuseArchived(plan);
    const { created, version } = await cutWithLessons(tx, context, plan, { ...input, kind: 'manual' });
    const body = { created, version: await presentVersion(tx, plan, version.id) };
    return new Answer(created ? 201 : 200, body);
  });
}
