import type { PlanSchema, SchemaReference } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { DiffQuery, DiffSide, PlanDiff } from '@k12/contracts/planning/versions';
import type { Transaction } from '@k12/db';
import { diffPlans } from '@k12/plan-content/diff-plans';
import { type DiffBudget, diffBudget } from '@k12/plan-content/word-diff';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { planSchema } from '../packs/packs.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { snapshotOfVersion } from './cut-version.service.ts';
import * as snapshots from './snapshots.queries.ts';
import { snapshotOfPlan } from './snapshots.service.ts';
import * as queries from './versions.queries.ts';

/** What comparing needs to know of the plan. */
type ComparedPlan = SchemaReference & Pick<PlanRow, 'id' | 'title'>;

/** One side of a comparison: what it is called and what it holds. */
interface Side {
  side: DiffSide;
  snapshot: PlanSnapshot;
  /** The draft, whose lessons are compared as they are being written. */
  is_draft: boolean;
}

export async function diff(
  context: Context,
  kind: PlanKind,
  id: string,
  { from, to }: DiffQuery,
): Promise<PlanDiff> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    const before = await resolveSide(tx, context, plan, from, 'from');
    const after = await resolveSide(tx, context, plan, to, 'to');
    return compareSides(tx, plan, before, after);
  });
}

/** For approvals: what a version changes against the one it is compared with; against nothing when there is none. */
export async function diffVersions(
  tx: Transaction,
  plan: ComparedPlan,
  beforeId: string | null,
  afterId: string,
): Promise<PlanDiff> {
  const after = await queries.selectVersionById(tx, afterId);
  const before = beforeId ? await queries.selectVersionById(tx, beforeId) : undefined;
  if (!after) throw new Problem('not_found');
  const nothing: Side = {
    side: { name: 'nothing', plan_id: plan.id, version_id: null, version_number: null, title: plan.title },
    snapshot: nothingYet(after.title),
    is_draft: false,
  };
  return compareSides(tx, plan, before ? sideOfVersion(before) : nothing, sideOfVersion(after));
}

/** What a plan is compared with that was never published: the title alone. */
export function nothingYet(title: string): PlanSnapshot {
  return { title, content: {}, alignments: [], resources: [], lessons: [], tags: [], duration_minutes: null };
}

async function compareSides(
  tx: Transaction,
  plan: SchemaReference,
  before: Side,
  after: Side,
): Promise<PlanDiff> {
  const budget = diffBudget();
  const changes = diffPlans(await planSchema(tx, plan), before.snapshot, after.snapshot, budget);
  const lessons = await diffLessonsInside(tx, before, after, budget);
  const all = [...changes, ...lessons.flatMap((lesson) => lesson.changes)];
  return {
    from: before.side,
    to: after.side,
    changes,
    lessons,
    coarse: all.some((change) => change.coarse),
  };
}

async function resolveSide(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  name: string,
  parameter: 'from' | 'to',
): Promise<Side> {
  if (name === 'draft') {
    const side = { name, plan_id: plan.id, version_id: null, version_number: null, title: plan.title };
    return { side, snapshot: await snapshotOfPlan(tx, plan), is_draft: true };
  }
  if (/^\d+$/.test(name)) return sideOfVersion(await queries.selectVersion(tx, plan.id, Number(name)));
  const id = name === 'published' ? plan.published_version_id : name === 'source' ? sourceOf(plan) : name;
  if (!id && name === 'source')
    throw invalid(`/${parameter}`, 'no_source', 'This plan was not made from another one.');
  const version = id ? await queries.selectVersionById(tx, id) : undefined;
  if (!version) throw new Problem('not_found');
  await requireRelated(tx, context, plan, version, parameter);
  const side = sideOfVersion(version);
  return name === id ? side : { ...side, side: { ...side.side, name } };
}

function sourceOf(plan: PlanRow): string | null {
  return plan.source_version_id ?? plan.template_version_id;
}

/** Versions of other plans only of the recorded ancestor, and only for those who may read it (PLN-33, PLN-172). */
async function requireRelated(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  version: queries.WholeVersion,
  parameter: string,
): Promise<void> {
  if (version.plan_id === plan.id) return;
  await selectReadablePlan(tx, context.actor, version.plan_id);
  if (version.plan_id === plan.source_plan_id) return;
  const template = plan.template_version_id
    ? await queries.selectVersionById(tx, plan.template_version_id)
    : undefined;
  if (version.plan_id === template?.plan_id) return;
  throw invalid(
    `/${parameter}`,
    'unrelated_plans',
    'The version belongs to a plan this one was not made from.',
  );
}

function sideOfVersion(version: queries.WholeVersion): Side {
  return {
    side: {
      name: String(version.version_number),
      plan_id: version.plan_id,
      version_id: version.id,
      version_number: version.version_number,
      title: version.title,
    },
    snapshot: snapshotOfVersion(version),
    is_draft: false,
  };
}

interface LessonState {
  schema: PlanSchema | null;
  snapshot: PlanSnapshot;
}

/** What changed inside lessons that both sides have, in the order of the new side (PLN-38). */
async function diffLessonsInside(tx: Transaction, before: Side, after: Side, budget: DiffBudget) {
  const [old, now] = await Promise.all([lessonStates(tx, before), lessonStates(tx, after)]);
  return after.snapshot.lessons.flatMap(({ lesson_plan_id, title }) => {
    const [left, right] = [old.get(lesson_plan_id), now.get(lesson_plan_id)];
    if (!left || !right) return [];
    const changes = diffPlans(right.schema, left.snapshot, right.snapshot, budget);
    return changes.length === 0 ? [] : [{ lesson_plan_id, title, changes }];
  });
}

async function lessonStates(tx: Transaction, { side, snapshot, is_draft }: Side) {
  const states = new Map<string, LessonState>();
  if (snapshot.lessons.length === 0) return states;
  if (is_draft) {
    for (const lesson of await snapshots.listLessonsOfUnit(tx, side.plan_id))
      states.set(lesson.id, {
        schema: await planSchema(tx, lesson),
        snapshot: await snapshotOfPlan(tx, lesson),
      });
    return states;
  }
  const ids = snapshot.lessons.flatMap(({ version_id }) => version_id ?? []);
  const pins = await queries.listPins(
    tx,
    snapshot.lessons.map(({ lesson_plan_id }) => lesson_plan_id),
  );
  for (const version of await queries.listWholeVersions(tx, ids)) {
    const pin = pins.find((one) => one.id === version.plan_id);
    states.set(version.plan_id, {
      schema: pin ? await planSchema(tx, pin) : null,
      snapshot: snapshotOfVersion(version),
    });
  }
  return states;
}
