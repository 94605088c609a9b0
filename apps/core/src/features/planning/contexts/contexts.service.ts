import type { FieldProblem } from '@k12/contracts';
import type {
  ContextCreate,
  ContextQuery,
  ContextUpdate,
  PlanningContext,
} from '@k12/contracts/planning/contexts';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import {
  selectOpenYear,
  selectOptionalActiveYearId,
} from '../../identity/academic-years/academic-years.service.ts';
import { listHolders } from '../../identity/role-assignments/holders.service.ts';
import { todayOf } from '../../identity/tenants/tenants.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import * as policy from './contexts.policy.ts';
import * as queries from './contexts.queries.ts';

export async function listContexts(context: Context, query: ContextQuery) {
  const after = decodeCursor(query.cursor, 2);
  const { actor } = context;
  return context.readTenant(async (tx) => {
    const reach = schoolsInReach(actor, 'unit_plans.read');
    const schools = narrowed(context.school_id ? [context.school_id] : reach, reach, actor.school_limit);
    const rows = await queries.listContexts(tx, actor.user_id, query, { schools, after });
    const shown = pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.name, row.id],
    );
    return { ...shown, data: await presentAll(tx, context, shown.data) };
  });
}

function narrowed(wanted: 'all' | string[], reach: 'all' | string[], limit: string[] | null) {
  const inReach = wanted === 'all' || reach === 'all' ? wanted : wanted.filter((id) => reach.includes(id));
  if (limit === null) return inReach;
  return inReach === 'all' ? limit : inReach.filter((id) => limit.includes(id));
}

export async function getContext(context: Context, id: string): Promise<PlanningContext> {
  return context.readTenant((tx) => presentById(tx, context, id));
}

async function presentById(tx: Transaction, context: Context, id: string): Promise<PlanningContext> {
  const row = await selectReadable(tx, context, id);
  const [shown] = await presentAll(tx, context, [row]);
  if (!shown) throw new Problem('not_found');
  return shown;
}

async function selectReadable(tx: Transaction, context: Context, id: string): Promise<queries.ContextRow> {
  const row = await queries.selectContext(tx, context.actor.user_id, id);
  if (!policy.canReadContext(context.actor, row)) throw new Problem('not_found');
  return row;
}

/** Whoever begins a team belongs to it. */
export async function createContext(context: Context, input: ContextCreate): Promise<PlanningContext> {
  const { actor, platform } = context;
  return context.withTenant(async (tx) => {
    const school_id = input.school_id ?? context.school_id ?? actor.school_ids[0];
    if (!school_id) throw invalid('/school_id', 'required', 'Name the school.');
    authorize(policy.canCreateContext(actor, { school_id, kind: input.kind }), 'unit_plans.update');
    const yearId = input.academic_year_id ?? (await selectOptionalActiveYearId(tx));
    if (!yearId) throw invalid('/academic_year_id', 'required', 'Name the year.');
    const { id: academic_year_id } = await selectOpenYear(tx, yearId);
    const member_ids = unique([actor.user_id ?? '', ...(input.member_ids ?? [])]);
    const course_ids = unique(input.course_ids ?? []);
    const place = { school_id, academic_year_id };
    await checkLinks(tx, context, place, { member_ids, course_ids });
    const id = newId();
    const { name, kind } = input;
    const created_at = platform.clock.now().toISOString();
    await queries.createContext(tx, {
      id,
      ...place,
      name,
      kind,
      created_by: actor.user_id ?? '',
      created_at,
    });
    await queries.replaceMembers(tx, id, member_ids);
    await queries.replaceCourses(tx, id, course_ids);
    await audit(tx, context, 'planning_context.created', { id, school_id }, { members: [[], member_ids] });
    return presentById(tx, context, id);
  });
}

/** Who leaves loses at once what they had through the team: rights are looked up, never copied. */
export async function updateContext(
  context: Context,
  id: string,
  input: ContextUpdate,
): Promise<PlanningContext> {
  const { lock_version, member_ids, course_ids, archived, ...changes } = input;
  return context.withTenant(async (tx) => {
    const row = await selectReadable(tx, context, id);
    authorize(policy.canChangeContext(context.actor, row), 'unit_plans.update');
    if (changes.kind) {
      authorize(policy.canCreateContext(context.actor, { ...row, kind: changes.kind }), 'unit_plans.update');
    }
    const before = await queries.listMembers(tx, [id]);
    const known = new Set(before.map((member) => member.id));
    await checkLinks(tx, context, row, { member_ids, course_ids }, known);
    const updated_at = context.platform.clock.now().toISOString();
    const put = archived === undefined ? {} : { archived_at: archived ? updated_at : null };
    if (!(await queries.updateContext(tx, id, lock_version, { ...changes, ...put, updated_at }))) {
      throw new Problem('version_conflict', { current: await presentById(tx, context, id) });
    }
    if (member_ids) await queries.replaceMembers(tx, id, unique(member_ids));
    if (course_ids) await queries.replaceCourses(tx, id, unique(course_ids));
    await audit(tx, context, 'planning_context.updated', row, {
      ...(changes.name && { name: [row.name, changes.name] }),
      ...(member_ids && { members: [[...known], unique(member_ids)] }),
      ...(archived !== undefined && { archived: [row.archived_at !== null, archived] }),
    });
    return presentById(tx, context, id);
  });
}

export async function deleteContext(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const row = await selectReadable(tx, context, id);
    authorize(policy.canChangeContext(context.actor, row), 'unit_plans.update');
    if (await queries.isUsed(tx, id)) {
      throw new Problem('conflict', {
        detail: 'Plans or resources belong to this team. Put it away instead.',
      });
    }
    await queries.deleteContext(tx, id);
    await audit(tx, context, 'planning_context.deleted', row, { name: [row.name, null] });
  });
}

/** Members teach or lead at the school; those who belonged before may stay. Courses are of school and year. */
async function checkLinks(
  tx: Transaction,
  context: Context,
  place: { school_id: string; academic_year_id: string },
  links: { member_ids?: string[] | undefined; course_ids?: string[] | undefined },
  known: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { member_ids = [], course_ids = [] } = links;
  const [staff, courses] = await Promise.all([
    listHolders(tx, {
      ...{ capability: 'unit_plans.create', school_id: place.school_id, among: member_ids },
      today: await todayOf(context),
    }),
    queries.listCoursesOf(tx, place, course_ids),
  ]);
  const able = new Set(staff.map(({ id }) => id));
  const errors: FieldProblem[] = [];
  for (const [at, id] of member_ids.entries()) {
    if (able.has(id) || known.has(id)) continue;
    const detail = 'Nobody of this name teaches at the school.';
    errors.push({ pointer: `/member_ids/${at}`, code: 'not_staff', detail });
  }
  for (const [at, id] of course_ids.entries()) {
    if (courses.has(id)) continue;
    const detail = 'The school has no such course in this year.';
    errors.push({ pointer: `/course_ids/${at}`, code: 'unknown_course', detail });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

async function presentAll(
  tx: Transaction,
  context: Context,
  rows: readonly queries.ContextRow[],
): Promise<PlanningContext[]> {
  const ids = rows.map(({ id }) => id);
  const [members, courses] = await Promise.all([queries.listMembers(tx, ids), queries.listCourses(tx, ids)]);
  return rows.map((row) => {
    const can = policy.canChangeContext(context.actor, row);
    return {
      ...row,
      plans_count: row.plans_count ?? 0,
      members: members
        .filter((member) => member.planning_context_id === row.id)
        .map((member) => ({ id: member.id, display_name: displayName(member) })),
      courses: courses.filter((course) => course.planning_context_id === row.id),
      can: { update: can, delete: can },
    };
  });
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

function audit(
  tx: Transaction,
  context: Context,
  action: string,
  { id, school_id }: { id: string; school_id: string },
  changes: Record<string, unknown>,
) {
  return recordAudit(tx, context, {
    action,
    target_type: 'planning_context',
    target_id: id,
    school_id,
    changes,
  });
}
