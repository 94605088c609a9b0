import type { PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { Problem } from '../../../platform/errors.ts';
import { planSchema } from '../packs/packs.service.ts';
import type { PlanRow } from '../plans/plans.access.service.ts';
import { snapshotOfVersion } from './cut-version.service.ts';
import * as snapshots from './snapshots.queries.ts';
import { snapshotOfPlan } from './snapshots.service.ts';
import * as queries from './versions.queries.ts';

export interface PlanState {
  /** Null when it is the draft. */
  version_number: number | null;
  schema: PlanSchema | null;
  snapshot: PlanSnapshot;
  /** In the order of the unit; lessons that no version holds are as they are being written. */
  lessons: { schema: PlanSchema | null; snapshot: PlanSnapshot }[];
}

/** One state of a plan with its lessons, for prints and exports. `current` is the draft until there is a version. */
export async function selectPlanState(
  tx: Transaction,
  plan: PlanRow,
  which: 'draft' | 'current' | 'published' | number,
): Promise<PlanState> {
  const schema = await planSchema(tx, plan);
  const version = await selectNamedVersion(tx, plan, which);
  if (!version) {
    const drafts = await snapshots.listLessonsOfUnit(tx, plan.id);
    const lessons = await Promise.all(
      drafts.map(async (lesson) => ({
        schema: await planSchema(tx, lesson),
        snapshot: await snapshotOfPlan(tx, lesson),
      })),
    );
    return { version_number: null, schema, snapshot: await snapshotOfPlan(tx, plan), lessons };
  }
  const snapshot = snapshotOfVersion(version);
  return {
    version_number: version.version_number,
    schema,
    snapshot,
    lessons: await frozenLessons(tx, snapshot),
  };
}

async function selectNamedVersion(tx: Transaction, plan: PlanRow, which: string | number) {
  if (which === 'draft') return undefined;
  if (typeof which === 'number') return queries.selectVersion(tx, plan.id, which);
  const id = which === 'published' ? plan.published_version_id : plan.current_version_id;
  if (!id && which === 'published') throw new Problem('not_found');
  return id ? queries.selectVersionById(tx, id) : undefined;
}

async function frozenLessons(tx: Transaction, unit: PlanSnapshot): Promise<PlanState['lessons']> {
  const [versions, pins] = await Promise.all([
    queries.listWholeVersions(
      tx,
      unit.lessons.flatMap(({ version_id }) => version_id ?? []),
    ),
    queries.listPins(
      tx,
      unit.lessons.map(({ lesson_plan_id }) => lesson_plan_id),
    ),
  ]);
  const states: PlanState['lessons'] = [];
  for (const { lesson_plan_id, version_id } of unit.lessons) {
    const version = versions.find(({ id }) => id === version_id);
    const pin = pins.find(({ id }) => id === lesson_plan_id);
    if (version)
      states.push({ schema: pin ? await planSchema(tx, pin) : null, snapshot: snapshotOfVersion(version) });
  }
  return states;
}
