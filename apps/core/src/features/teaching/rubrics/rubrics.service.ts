import type {
  CriterionInput,
  Rubric,
  RubricCopy,
  RubricCreate,
  RubricCriterion,
  RubricQuery,
  RubricUpdate,
} from '@k12/contracts/teaching/rubrics';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, reachesTenant, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { coursesOfActor, selectReadableCourse } from '../courses/course-access.service.ts';
import { canChangeRubric, canShareRubric } from './rubrics.policy.ts';
import * as queries from './rubrics.queries.ts';
import { completeCriteria, criteriaFault, totalPoints, withoutIds } from './rubrics.rules.ts';

const right = 'assignments.write';

export async function listRubrics(context: Context, query: RubricQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const rows = await queries.listRubrics(tx, await reachOf(tx, context), query, after);
    return pageOf(
      rows,
      query.limit,
      (row) => present(context.actor, row),
      (row) => [row.title, row.id],
    );
  });
}

export function getRubric(context: Context, id: string): Promise<Rubric> {
  return context.readTenant(async (tx) =>
    present(context.actor, await queries.selectRubric(tx, id, await reachOf(tx, context))),
  );
}

/** For features that already decided who may: an assignment's rubric, in exactly the version it names. */
export async function rubricOf(tx: Transaction, context: Context, id: string): Promise<Rubric> {
  return present(context.actor, await queries.selectRubric(tx, id));
}

/** For other features: may the caller choose this rubric for something of theirs (TCH-89)? */
export async function isReachableRubric(tx: Transaction, context: Context, id: string): Promise<boolean> {
  return (await queries.selectOptionalRubric(tx, id, await reachOf(tx, context))) !== undefined;
}

export { markUsed, newestVersionOf } from './rubrics.queries.ts';

export async function createRubric(context: Context, input: RubricCreate): Promise<Rubric> {
  return context.withTenant(async (tx) => {
    const place = await placeOf(tx, context, input);
    const has_points = input.has_points ?? true;
    const criteria = await checkedCriteria(tx, input.criteria ?? [], has_points);
    const state = input.state ?? 'draft';
    requireFilled(state, criteria);
    const id = newId();
    const { title } = input;
    return insert(tx, context, {
      id,
      title,
      ...place,
      has_points,
      state,
      criteria,
      rubric_key: id,
      version: 1,
    });
  });
}

export async function updateRubric(context: Context, id: string, input: RubricUpdate): Promise<Rubric> {
  return context.withTenant(async (tx) => {
    const before = await selectChangeable(tx, context, id);
    const current = () => present(context.actor, before);
    if (before.lock_version !== input.lock_version)
      throw new Problem('version_conflict', { current: current() });
    if (!before.is_newest) throw new Problem('rubric.not_newest', { current: current() });
    const has_points = input.has_points ?? before.has_points;
    const criteria = input.criteria
      ? await checkedCriteria(tx, input.criteria, has_points)
      : (before.criteria as unknown as RubricCriterion[]);
    const title = input.title ?? before.title;
    const state = input.state ?? (before.state === 'archived' ? 'published' : before.state);
    requireFilled(state, criteria);
    // A name may be mended in place; what was judged by stays word for word (TCH-85).
    const changesContent = input.criteria !== undefined || has_points !== before.has_points;
    if (before.used_at !== null && changesContent) {
      const { scope, owner_id, course_id, school_id, rubric_key } = before;
      const place = { scope, owner_id, course_id, school_id };
      const version = before.version + 1;
      return insert(tx, context, {
        id: newId(),
        ...place,
        title,
        has_points,
        state,
        criteria,
        rubric_key,
        version,
      });
    }
    const changes = { title, has_points, state, criteria: JSON.stringify(criteria) };
    await change(tx, context, before, changes);
    return present(context.actor, await queries.selectRubric(tx, id));
  });
}

export async function copyRubric(context: Context, id: string, input: RubricCopy): Promise<Rubric> {
  return context.withTenant(async (tx) => {
    const source = await queries.selectRubric(tx, id, await reachOf(tx, context));
    const place = await placeOf(tx, context, input);
    const made = newId();
    const criteria = completeCriteria(withoutIds(source.criteria as unknown as RubricCriterion[]), newId);
    const { has_points } = source;
    const title = input.title ?? source.title;
    const state = criteria.length > 0 ? 'published' : 'draft';
    return insert(tx, context, {
      id: made,
      ...place,
      title,
      has_points,
      state,
      criteria,
      rubric_key: made,
      version: 1,
    });
  });
}

export function archiveRubric(context: Context, id: string): Promise<Rubric> {
  return changeState(context, id, 'archived');
}

export function unarchiveRubric(context: Context, id: string): Promise<Rubric> {
  return changeState(context, id, 'published');
}

function changeState(context: Context, id: string, state: 'archived' | 'published'): Promise<Rubric> {
  return context.withTenant(async (tx) => {
    const before = await selectChangeable(tx, context, id);
    const isThere = state === 'archived' ? before.state === 'archived' : before.state !== 'archived';
    if (!isThere) {
      await change(tx, context, before, { state });
      const action = state === 'archived' ? 'rubric.archived' : 'rubric.unarchived';
      await recordAudit(tx, context, { action, target_type: 'rubric', target_id: id });
    }
    return present(context.actor, await queries.selectRubric(tx, id));
  });
}

export async function deleteRubric(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const before = await selectChangeable(tx, context, id);
    if (await queries.isUsed(tx, before.rubric_key)) throw new Problem('rubric.in_use');
    await change(tx, context, before, { deleted_at: context.platform.clock.now().toISOString() });
    await recordAudit(tx, context, { action: 'rubric.deleted', target_type: 'rubric', target_id: id });
  });
}

async function change(
  tx: Transaction,
  context: Context,
  before: queries.RubricRow,
  changes: Omit<Parameters<typeof queries.updateRubric>[3], 'updated_at'>,
): Promise<void> {
  const updated_at = context.platform.clock.now().toISOString();
  if (!(await queries.updateRubric(tx, before.id, before.lock_version, { ...changes, updated_at }))) {
    const current = present(context.actor, await queries.selectRubric(tx, before.id));
    throw new Problem('version_conflict', { current });
  }
}

async function insert(
  tx: Transaction,
  context: Context,
  rubric: Omit<queries.NewRubric, 'created_at'>,
): Promise<Rubric> {
  await queries.createRubric(tx, { ...rubric, created_at: context.platform.clock.now().toISOString() });
  await recordAudit(tx, context, {
    action: rubric.version === 1 ? 'rubric.created' : 'rubric.versioned',
    target_type: 'rubric',
    target_id: rubric.id,
  });
  return present(context.actor, await queries.selectRubric(tx, rubric.id));
}

async function selectChangeable(tx: Transaction, context: Context, id: string): Promise<queries.RubricRow> {
  const rubric = await queries.selectRubric(tx, id, await reachOf(tx, context));
  authorize(canChangeRubric(context.actor, placeRow(rubric)), right);
  return rubric;
}

async function placeOf(tx: Transaction, context: Context, input: RubricCopy) {
  const owner_id = ownUserId(context);
  const scope = input.scope ?? 'mine';
  const course_id = scope === 'course' ? (input.course_id ?? null) : null;
  const school_id = scope === 'school' ? (input.school_id ?? null) : null;
  if (scope === 'course') {
    if (!course_id) throw invalid('/course_id', 'required', 'Name the course.');
    await selectReadableCourse(tx, context, course_id, right);
  }
  if (scope === 'school' && !school_id) throw invalid('/school_id', 'required', 'Name the school.');
  authorize(canShareRubric(context.actor, scope, school_id), right);
  return { scope, owner_id, course_id, school_id };
}

async function checkedCriteria(tx: Transaction, criteria: readonly CriterionInput[], hasPoints: boolean) {
  const fault = criteriaFault(criteria, hasPoints);
  if (fault) throw new Problem(fault);
  const standards = new Set(criteria.flatMap(({ standard_id }) => standard_id ?? []));
  if ((await queries.countStandards(tx, [...standards])) !== standards.size)
    throw invalid('/criteria', 'unknown_standard', 'There is no such standard.');
  return completeCriteria(criteria, newId);
}

function requireFilled(state: string, criteria: readonly RubricCriterion[]): void {
  if (state === 'published' && criteria.length === 0) throw new Problem('rubric.empty');
}

async function reachOf(tx: Transaction, context: Context): Promise<queries.RubricReach> {
  const user_id = ownUserId(context);
  const schools = schoolsInReach(context.actor, right);
  if (reachesTenant(context.actor, right)) return { user_id, course_ids: 'all', school_ids: 'all' };
  const course_ids = await coursesOfActor(tx, context, right);
  return { user_id, course_ids, school_ids: [...new Set([...schools, ...context.actor.school_ids])] };
}

function ownUserId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}

function placeRow(row: queries.RubricRow) {
  return { scope: row.scope, owner_id: row.owner_id, school_id: row.school_id ?? row.course_school_id };
}

function present(actor: Actor, row: queries.RubricRow): Rubric {
  const criteria = row.criteria as unknown as RubricCriterion[];
  const mayChange = canChangeRubric(actor, placeRow(row));
  return {
    id: row.id,
    title: row.title,
    scope: row.scope,
    owner_id: row.owner_id,
    course_id: row.course_id,
    school_id: row.school_id,
    has_points: row.has_points,
    state: row.state,
    rubric_key: row.rubric_key,
    version: row.version,
    is_newest: Boolean(row.is_newest),
    used_at: row.used_at,
    criteria,
    points: row.has_points ? totalPoints(criteria) : null,
    created_at: row.created_at,
    updated_at: row.updated_at,
    lock_version: row.lock_version,
    can: { update: mayChange && Boolean(row.is_newest), archive: mayChange, delete: mayChange },
  };
}
