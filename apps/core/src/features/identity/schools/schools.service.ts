import { gradesInOrder } from '@k12/contracts/identity/grade';
import type { School, SchoolCreate, SchoolQuery, SchoolUpdate } from '@k12/contracts/identity/schools';
import { newId } from '@k12/db';
import { firstWeekdayOf } from '@k12/plan-content/days';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { withoutUndefined } from '../../../platform/without-undefined.ts';
import { selectTenant } from '../tenants/tenants.service.ts';
import * as policy from './schools.policy.ts';
import * as queries from './schools.queries.ts';
import { normalizeCode } from './schools.rules.ts';

export async function listSchools(context: Context, query: SchoolQuery) {
  const { actor } = context;
  const visible = context.school_id ? [context.school_id] : policy.visibleSchools(actor);
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) => queries.listSchools(tx, visible, query, after), {
    at_once: true,
  });
  return pageOf(
    rows,
    query.limit,
    (row) => present(actor, row),
    (row) => [row.name, row.id],
  );
}

export async function getSchool(context: Context, id: string): Promise<School> {
  const school = await context.readTenant((tx) => queries.selectSchool(tx, id));
  requireVisible(context.actor, school);
  return present(context.actor, school);
}

/** 0 is Sunday: as the chosen school, or all of one's schools, say; else as the organisation's language has it (UXP-95). */
export async function firstWeekdayFor(context: Context): Promise<number> {
  const { actor, platform, school_id } = context;
  const ids = school_id ? [school_id] : policy.visibleSchools(actor);
  const [tenant, said] = await Promise.all([
    selectTenant(platform, actor.tenant_id),
    context.readTenant((tx) => queries.listFirstWeekdays(tx, ids)),
  ]);
  const [agreed] = said.length === 1 ? said : [];
  return agreed ?? firstWeekdayOf(tenant.locale);
}

export async function createSchool(context: Context, input: SchoolCreate): Promise<School> {
  authorize(policy.canCreateSchool(context.actor), 'schools.create');
  requireGradesInOrder(input);
  return context.withTenant(async (tx) => {
    const school = await queries.createSchool(tx, {
      id: newId(),
      name: input.name,
      code: input.code,
      code_normalized: normalizeCode(input.code),
      address: input.address ?? null,
      time_zone: input.time_zone,
      lowest_grade: input.lowest_grade ?? null,
      highest_grade: input.highest_grade ?? null,
      first_weekday: input.first_weekday ?? null,
      external_id: input.external_id ?? null,
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!school) throw codeTaken();
    await recordAudit(tx, context, {
      action: 'school.created',
      target_type: 'school',
      target_id: school.id,
      school_id: school.id,
    });
    await publishEvent(tx, context, 'school.created', { school_id: school.id });
    return present(context.actor, school);
  });
}

export async function updateSchool(context: Context, id: string, input: SchoolUpdate): Promise<School> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await queries.selectSchool(tx, id);
    requireVisible(context.actor, before);
    authorize(policy.canUpdateSchool(context.actor, before), 'schools.update');
    requireGradesInOrder({ ...before, ...withoutUndefined(changes) });
    const code_normalized = changes.code === undefined ? before.code_normalized : normalizeCode(changes.code);
    if (await queries.isCodeTaken(tx, code_normalized, id)) throw codeTaken();
    const updated_at = context.platform.clock.now().toISOString();
    const school = await queries.updateSchool(tx, id, lock_version, {
      ...changes,
      code_normalized,
      updated_at,
    });
    if (!school) throw new Problem('version_conflict', { current: present(context.actor, before) });
    await recordAudit(tx, context, {
      action: 'school.updated',
      target_type: 'school',
      target_id: id,
      school_id: id,
      changes: changesBetween(before, changes),
    });
    return present(context.actor, school);
  });
}

function requireGradesInOrder(school: Pick<SchoolCreate, 'lowest_grade' | 'highest_grade'>): void {
  if (gradesInOrder(school.lowest_grade, school.highest_grade)) return;
  throw invalid('/highest_grade', 'below_lowest', 'The highest grade comes before the lowest.');
}

export async function archiveSchool(context: Context, id: string): Promise<School> {
  return changeState(context, id, 'archived');
}

export async function restoreSchool(context: Context, id: string): Promise<School> {
  return changeState(context, id, 'active');
}

async function changeState(context: Context, id: string, state: 'active' | 'archived'): Promise<School> {
  return context.withTenant(async (tx) => {
    const before = await queries.selectSchool(tx, id);
    requireVisible(context.actor, before);
    if (before.state === state) return present(context.actor, before);
    const may = state === 'archived' ? policy.canArchiveSchool : policy.canRestoreSchool;
    authorize(may(context.actor, before), 'schools.archive');
    const now = context.platform.clock.now().toISOString();
    const archived_at = state === 'archived' ? now : null;
    const school = await queries.updateSchool(tx, id, before.lock_version, {
      state,
      archived_at,
      updated_at: now,
    });
    if (!school) throw new Problem('version_conflict', { current: present(context.actor, before) });
    const action = state === 'archived' ? 'school.archived' : 'school.restored';
    await recordAudit(tx, context, { action, target_type: 'school', target_id: id, school_id: id });
    await publishEvent(tx, context, action, { school_id: id });
    return present(context.actor, school);
  });
}

/** What may not be seen is not there (IDN-42). */
function requireVisible(actor: Actor, school: queries.SchoolRow): void {
  if (!policy.canReadSchool(actor, school)) throw new Problem('not_found');
}

function codeTaken(): Problem {
  return new Problem('school.code_taken', {
    errors: [{ pointer: '/code', code: 'school.code_taken', detail: 'Another school has this code.' }],
  });
}

function present(actor: Actor, school: queries.SchoolRow): School {
  return {
    ...school,
    state: school.state as School['state'],
    can: {
      update: policy.canUpdateSchool(actor, school),
      archive: policy.canArchiveSchool(actor, school),
      restore: policy.canRestoreSchool(actor, school),
    },
  };
}
