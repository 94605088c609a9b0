import type { PushCreate } from '@k12/contracts/planning/pushes';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { versionToCopy } from '../copies/copy-plan.service.ts';
import { requireOffered } from '../packs/pack-assignments.service.ts';
import { packOf } from '../packs/packs.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import * as queries from './pushes.queries.ts';

export interface PushPlan {
  kind: 'template' | 'unit' | 'pack';
  title: string;
  plan_id: string | null;
  plan_version_id: string | null;
  pack_key: string | null;
  pack_version: number | null;
  targets: queries.Target[];
}

/** Who would see a copy, a lock, an offer or nothing, before anything is sent (PLN-144, PLN-184). */
export async function planPush(tx: Transaction, context: Context, input: PushCreate): Promise<PushPlan> {
  const schools = await queries.listSchools(tx, input.school_ids);
  const known = new Set(schools.map(({ id }) => id));
  const missing = input.school_ids.findIndex((id) => !known.has(id));
  if (missing >= 0)
    throw invalid(`/school_ids/${missing}`, 'unknown_school', 'There is no such active school.');
  const school_ids = [...known];
  if (input.what.kind === 'pack') return planPackPush(tx, input.what, school_ids);
  const { plan } = await selectReadablePlan(tx, context.actor, input.what.plan_id);
  if (plan.kind !== 'template' && plan.kind !== 'unit') {
    throw invalid('/what/plan_id', 'not_pushable', 'Templates and units are handed down, nothing else.');
  }
  if (plan.kind === 'template' && !plan.published_version_id) throw new Problem('template.not_offered');
  const plan_version_id = plan.published_version_id ?? (await versionToCopy(tx, context, plan.id)).id;
  return {
    kind: plan.kind,
    title: plan.title,
    plan_id: plan.id,
    plan_version_id,
    pack_key: null,
    pack_version: null,
    targets: await targetsOf(tx, plan.id, school_ids, input),
  };
}

async function planPackPush(
  tx: Transaction,
  what: { pack_key: string; pack_version: number },
  school_ids: string[],
): Promise<PushPlan> {
  await requireOffered(tx, what, null);
  const pack = await packOf(tx, what.pack_key, what.pack_version);
  return {
    kind: 'pack',
    title: pack?.label.en ?? what.pack_key,
    plan_id: null,
    plan_version_id: null,
    pack_key: what.pack_key,
    pack_version: what.pack_version,
    targets: school_ids.map((school_id) => ({ school_id, plan_id: null, effect: 'assign' })),
  };
}

/** A copy for every school without one; a lock or an offer for what was made from it before. */
async function targetsOf(
  tx: Transaction,
  planId: string,
  schools: string[],
  input: PushCreate,
): Promise<queries.Target[]> {
  const copies = await queries.listDeliveredCopies(tx, planId);
  const origins = [planId, ...copies.map(({ id }) => id)];
  const derived = await queries.listDerived(tx, origins, schools, input.grade_levels);
  const served = new Set(copies.map(({ school_id }) => school_id));
  const effect = effectOf(input);
  return [
    ...schools
      .filter((id) => !served.has(id))
      .map((school_id) => ({ school_id, plan_id: null, effect: 'deliver' as const })),
    ...derived.map(({ id, school_id }) => ({ school_id: school_id ?? '', plan_id: id, effect })),
  ];
}

function effectOf({ rules }: PushCreate): 'lock' | 'offer' | 'none' {
  if (rules.some(({ rule }) => rule === 'locked')) return 'lock';
  return rules.length > 0 ? 'offer' : 'none';
}
