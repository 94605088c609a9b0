import type { PlanKind } from '@k12/contracts/planning/plan-families';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { defaultPack, packOf, schemaFor } from '../packs/packs.service.ts';
import { checkPlace, ownPlace } from './plan-places.service.ts';
import { binnedPlans, type PlanRow, readablePlans, selectReadablePlan } from './plans.access.service.ts';
import { type ListQuery, listPlans as queryPlans } from './plans.list.queries.ts';
import { may } from './plans.policy.ts';
import * as queries from './plans.queries.ts';
import { capabilityOf, distinct } from './plans.rules.ts';

/** How the plans of one kind are shown; the routes of each kind bring theirs. */
export type Presenter<T> = (tx: Transaction, actor: Context['actor'], plans: PlanRow[]) => Promise<T[]>;

export interface PlanInput {
  title: string;
  school_id?: string | null | undefined;
  home?: PlanRow['home'] | undefined;
  subjects?: string[] | undefined;
  grade_levels?: string[] | undefined;
  planning_context_id?: string | null | undefined;
  academic_year_id?: string | null | undefined;
  tags?: string[] | undefined;
  language?: string | undefined;
  pack_key?: string | undefined;
  pack_version?: number | undefined;
  schema_key?: string | undefined;
  unit_plan_id?: string | null | undefined;
  course_id?: string | null | undefined;
  duration_minutes?: number | null | undefined;
  document_type?: string | undefined;
}

export type PlanChanges = { [K in keyof PlanInput]?: PlanInput[K] | undefined } & { lock_version: number };

export async function listPlans<T>(
  context: Context,
  kind: PlanKind,
  query: ListQuery,
  present: Presenter<T>,
) {
  const { actor } = context;
  const after = decodeCursor(query.cursor, 2);
  const visible = query.deleted ? binnedPlans(actor, kind) : readablePlans(actor, kind);
  return context.readTenant(async (tx) => {
    const rows = await queryPlans(tx, query, {
      user_id: actor.user_id,
      visible,
      school_id: context.school_id,
      after,
    });
    const page = pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sort_position, row.id],
    );
    return { ...page, data: await present(tx, actor, page.data) };
  });
}

export async function getPlan<T>(context: Context, kind: PlanKind, id: string, present: Presenter<T>) {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    return only(await present(tx, context.actor, [plan]));
  });
}

export async function createPlan<T>(
  context: Context,
  kind: PlanKind,
  input: PlanInput,
  present: Presenter<T>,
): Promise<T> {
  authorize(may(context.actor, kind, 'create'), capabilityOf(kind, 'create'));
  return context.withTenant(async (tx) => {
    const id = input.unit_plan_id
      ? await addLesson(tx, context, input.unit_plan_id, input)
      : await addPlan(tx, context, kind, input);
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    return only(await present(tx, context.actor, [plan]));
  });
}

export async function addPlan(
  tx: Transaction,
  context: Context,
  kind: PlanKind,
  input: PlanInput,
  content: object = {},
): Promise<string> {
  const place = {
    ...ownPlace(context),
    planning_context_id: null,
    academic_year_id: null,
    course_id: null,
    ...given(input, ['home', 'school_id', 'planning_context_id', 'academic_year_id', 'course_id']),
  };
  if (place.home === 'district' && input.school_id === undefined) place.school_id = null;
  await checkPlace(tx, context, kind, place);
  const belonging = { ...place, owner_id: actingUser(context), unit_plan_id: null, position: null };
  return store(tx, context, kind, input, belonging, content);
}

/** A lesson is at home where its unit is, and belongs to the same person. */
export async function addLesson(
  tx: Transaction,
  context: Context,
  unitId: string,
  input: PlanInput,
): Promise<string> {
  const { plan: unit, access } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
  authorize(access.edit, capabilityOf('unit', 'update'));
  refuseArchived(unit);
  await queries.lockPlan(tx, unitId);
  return store(
    tx,
    context,
    'lesson',
    { language: unit.language, ...input },
    {
      home: unit.home,
      school_id: unit.school_id,
      planning_context_id: unit.planning_context_id,
      academic_year_id: unit.academic_year_id,
      course_id: null,
      owner_id: unit.owner_id,
      unit_plan_id: unitId,
      position: await queries.nextPosition(tx, unitId),
    },
  );
}

type Belonging = Pick<
  queries.PlanFields,
  'home' | 'school_id' | 'planning_context_id' | 'academic_year_id'
> & {
  owner_id: string;
  course_id: string | null;
  unit_plan_id: string | null;
  position: number | null;
};

async function store(
  tx: Transaction,
  context: Context,
  kind: PlanKind,
  input: PlanInput,
  belonging: Belonging,
  content: object = {},
): Promise<string> {
  const id = newId();
  const pin = await schemaOfNewPlan(tx, input, kind, belonging);
  const plan = {
    id,
    kind,
    title: input.title,
    subjects: distinct(input.subjects ?? []),
    grade_levels: distinct(input.grade_levels ?? []),
    tags: distinct(input.tags ?? []),
    language: input.language ?? 'en',
    duration_minutes: input.duration_minutes ?? null,
    document_type: input.document_type ?? null,
    ...pin,
    ...belonging,
    created_by: actingUser(context),
    created_at: context.platform.clock.now().toISOString(),
  };
  await queries.createPlan(tx, plan, content);
  await auditPlan(tx, context, 'plan.created', { id, kind, school_id: belonging.school_id });
  if (kind === 'unit') await publishEvent(tx, context, 'unit_plan.created', { unit_plan_id: id });
  return id;
}

/** The schema named, or that of the pack in force at the plan's place; pinned from now on (PLN-61, PLN-62). */
async function schemaOfNewPlan(tx: Transaction, input: PlanInput, kind: PlanKind, place: Belonging) {
  const { pack_key, pack_version, schema_key } = input;
  const pack =
    pack_key !== undefined && pack_version !== undefined
      ? await packOf(tx, pack_key, pack_version)
      : (await defaultPack(tx, place)).pack;
  if (!pack) throw invalid('/pack_key', 'unknown_pack', 'There is no such pack in this version.');
  const object = kind === 'document' ? (input.document_type ?? '') : kind;
  const schema = schema_key
    ? pack.schemas.find((candidate) => candidate.key === schema_key && candidate.plan_kind === kind)
    : schemaFor(pack, object);
  if (!schema) {
    const pointer = kind === 'document' && !schema_key ? '/document_type' : '/schema_key';
    throw invalid(pointer, 'unknown_schema', `The pack ${pack.key} has no such schema.`);
  }
  return { pack_key: pack.key, pack_version: pack.version, schema_key: schema.key };
}

export async function updatePlan<T>(
  context: Context,
  kind: PlanKind,
  id: string,
  input: PlanChanges,
  present: Presenter<T>,
): Promise<T> {
  const { lock_version, ...named } = input;
  return context.withTenant(async (tx) => {
    const { actor } = context;
    const { plan: before, access } = await selectReadablePlan(tx, actor, id, kind);
    authorize(access.edit, capabilityOf(kind, 'update'));
    refuseArchived(before);
    const changes = cleaned(named);
    await checkMove(tx, context, before, { ...before, ...changes }, access.manage);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updatePlan(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: only(await present(tx, actor, [before])) });
    }
    if (kind === 'unit') {
      await queries.updateLessonsOfUnit(tx, id, given(changes, ['home', 'school_id', 'planning_context_id']));
    }
    await auditPlan(tx, context, 'plan.updated', before, changesBetween<object>(before, changes));
    const { plan } = await selectReadablePlan(tx, actor, id, kind);
    return only(await present(tx, actor, [plan]));
  });
}

/** Who may see a plan changes with its home: that is for whoever manages it, and the new home must be open to them. */
async function checkMove(
  tx: Transaction,
  context: Context,
  before: PlanRow,
  after: PlanRow,
  manages: boolean,
): Promise<void> {
  const fields = ['home', 'school_id', 'planning_context_id', 'academic_year_id', 'course_id'] as const;
  const moved = fields.filter((field) => before[field] !== after[field]);
  if (moved.length === 0) return;
  if (before.unit_plan_id !== null) {
    throw new Problem('request.invalid', {
      errors: moved.map((field) => ({
        pointer: `/${field}`,
        code: 'of_unit',
        detail: 'A lesson of a unit is where its unit is.',
      })),
    });
  }
  authorize(manages, capabilityOf(before.kind, 'update'));
  await checkPlace(tx, context, before.kind, after);
}

export function auditPlan(
  tx: Transaction,
  context: Context,
  action: string,
  plan: { id: string; kind: PlanKind; school_id: string | null },
  changes: Record<string, unknown> = {},
): Promise<void> {
  const { id, kind, school_id } = plan;
  return recordAudit(tx, context, {
    action,
    target_type: kind === 'document' ? 'curriculum_document' : `${kind}_plan`,
    target_id: id,
    school_id,
    changes,
  });
}

/** What is archived is kept as it was until somebody takes it out of the archive. */
export function refuseArchived(plan: { state: string }): void {
  if (plan.state === 'archived') throw new Problem('conflict', { detail: 'The plan is archived.' });
}

function actingUser(context: Context): string {
  const { user_id } = context.actor;
  if (!user_id) throw new Problem('forbidden');
  return user_id;
}

function cleaned(input: Omit<PlanChanges, 'lock_version'>) {
  const lists = ['subjects', 'grade_levels', 'tags'] as const;
  const changes = given(input, Object.keys(input) as (keyof PlanInput)[]);
  for (const list of lists) {
    const values = changes[list];
    if (values) changes[list] = distinct(values);
  }
  return changes as Partial<queries.PlanFields>;
}

/** The fields of these names that were sent, without those left out. */
function given<T extends object, K extends keyof T>(input: T, keys: readonly K[]) {
  const entries = keys.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]);
  return Object.fromEntries(entries) as { [P in K]?: Exclude<T[P], undefined> };
}

function only<T>(list: T[]): T {
  const [first] = list;
  if (first === undefined) throw new Problem('not_found');
  return first;
}
