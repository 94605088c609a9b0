import type {
  GradingPeriod,
  GradingPeriodCreate,
  GradingPeriodReopen,
  GradingPeriodUpdate,
} from '@k12/contracts/teaching/grading-periods';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import * as queries from './grading-periods.queries.ts';
import { isLocked } from './period-locks.rules.ts';

export async function listPeriods(context: Context, place: { school_id: string; academic_year_id: string }) {
  if (!canRead(context, place.school_id)) throw new Problem('not_found');
  return context.readTenant(async (tx) => {
    const rows = await queries.listPeriods(tx, place);
    return { data: rows.map((row) => present(context, row)) };
  });
}

/** The staff and students of a school know its periods. */
function canRead({ actor }: Context, schoolId: string): boolean {
  return reachesSchool(actor, 'academic_years.read', schoolId) || actor.school_ids.includes(schoolId);
}

export async function createPeriod(context: Context, input: GradingPeriodCreate): Promise<GradingPeriod> {
  const { school_id } = input;
  authorize(reachesSchool(context.actor, 'terms.manage', school_id), 'terms.manage');
  return context.withTenant(async (tx) => {
    await checkDays(tx, input, null);
    const id = newId();
    const at = context.platform.clock.now().toISOString();
    const row = {
      ...input,
      id,
      weight_percent: String(input.weight_percent),
      created_at: at,
      updated_at: at,
    };
    await queries.createPeriod(tx, row);
    const made = await queries.selectOptionalPeriod(tx, id);
    if (!made) throw new Problem('not_found');
    await audit(tx, context, 'grading_period.created', made);
    await keepHistory(tx, context, made, { before: {}, after: shown(made) });
    await totalsFollow(tx, context, made);
    return present(context, made);
  });
}

type Days = Pick<queries.PeriodRow, 'school_id' | 'academic_year_id' | 'starts_on' | 'ends_on'>;

async function checkDays(tx: Transaction, days: Days, ownId: string | null): Promise<void> {
  if (days.ends_on < days.starts_on) {
    throw invalid('/ends_on', 'before_start', 'Must not be before the first day.');
  }
  const others = (await queries.listPeriods(tx, days)).filter(({ id }) => id !== ownId);
  if (others.some((period) => period.starts_on <= days.ends_on && period.ends_on >= days.starts_on)) {
    throw invalid('/starts_on', 'overlaps', 'Another period has some of these days.');
  }
  const year = await queries.selectOptionalYear(tx, days.academic_year_id);
  if (!year || days.starts_on < year.starts_on || days.ends_on > year.ends_on) {
    throw invalid('/starts_on', 'outside_year', 'Must be within the year.');
  }
}

/** Dates and weight move totals: those of a closed period stay, also when a neighbour would take its days (TCH-121). */
export async function updatePeriod(
  context: Context,
  id: string,
  { lock_version, weight_percent, ...input }: GradingPeriodUpdate,
): Promise<GradingPeriod> {
  return context.withTenant(async (tx) => {
    const before = await selectPeriod(tx, context, id);
    authorize(reachesSchool(context.actor, 'terms.manage', before.school_id), 'terms.manage');
    const changes = {
      ...input,
      ...(weight_percent === undefined ? {} : { weight_percent: String(weight_percent) }),
    };
    const now = context.platform.clock.now();
    const after = withChanges(before, changes);
    const moves =
      after.starts_on !== before.starts_on ||
      after.ends_on !== before.ends_on ||
      Number(after.weight_percent) !== Number(before.weight_percent);
    if (moves && isLocked(before, now)) throw new Problem('period_locked');
    if (input.locks_at !== undefined && (before.state === 'locked' || before.state === 'finalized')) {
      throw new Problem('period_locked');
    }
    await checkDays(tx, after, id);
    if (!(await queries.updatePeriod(tx, id, lock_version, { ...changes, updated_at: now.toISOString() }))) {
      throw new Problem('version_conflict', { current: present(context, before) });
    }
    await audit(tx, context, 'grading_period.updated', before, { changes: changesBetween(before, changes) });
    await keepHistory(tx, context, before, { before: shown(before), after: shown(after) });
    if (moves) await totalsFollow(tx, context, before);
    return present(context, { ...after, lock_version: before.lock_version + 1 });
  });
}

type Changes = Parameters<typeof queries.updatePeriod>[3];

function withChanges(before: queries.PeriodRow, changes: Omit<Changes, 'updated_at'>): queries.PeriodRow {
  return {
    ...before,
    name: changes.name ?? before.name,
    starts_on: changes.starts_on ?? before.starts_on,
    ends_on: changes.ends_on ?? before.ends_on,
    weight_percent: changes.weight_percent ?? before.weight_percent,
    locks_at: changes.locks_at === undefined ? before.locks_at : changes.locks_at,
  };
}

export async function deletePeriod(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const period = await selectPeriod(tx, context, id);
    authorize(reachesSchool(context.actor, 'terms.manage', period.school_id), 'terms.manage');
    if (isLocked(period, context.platform.clock.now())) throw new Problem('period_locked');
    const naming = await queries.selectOptionalNaming(tx, id);
    if (naming) throw new Problem('conflict', { detail: `The assignment “${naming.title}” belongs to it.` });
    await queries.deletePeriod(tx, id);
    await audit(tx, context, 'grading_period.deleted', period);
    await keepHistory(tx, context, period, { before: shown(period), after: {} });
    await totalsFollow(tx, context, period);
  });
}

async function totalsFollow(tx: Transaction, context: Context, place: Days): Promise<void> {
  for (const course of await queries.listCourseIds(tx, place)) await followCourse(tx, context, course);
}

function shown({ name, starts_on, ends_on, locks_at, weight_percent, state }: queries.PeriodRow) {
  return { name, starts_on, ends_on, locks_at, weight_percent, state };
}

/** What happened to a period is in the history of every course it is about (TCH-103). */
function keepHistory(
  tx: Transaction,
  context: Context,
  period: queries.PeriodRow,
  { before, after, reason = null }: { before: object; after: object; reason?: string | null },
): Promise<void> {
  return queries.createPeriodChanges(tx, period, {
    ...{ before, after, reason },
    changed_by: context.actor.user_id,
    changed_at: context.platform.clock.now().toISOString(),
  });
}

async function selectPeriod(tx: Transaction, context: Context, id: string): Promise<queries.PeriodRow> {
  const period = await queries.selectOptionalPeriod(tx, id);
  if (!period || !canRead(context, period.school_id)) throw new Problem('not_found');
  return period;
}

export async function lockPeriod(context: Context, id: string, lockVersion: number): Promise<GradingPeriod> {
  return context.withTenant(async (tx) => {
    const before = await selectPeriod(tx, context, id);
    authorize(reachesSchool(context.actor, 'grades.finalize', before.school_id), 'grades.finalize');
    if (before.state === 'locked' || before.state === 'finalized') throw new Problem('conflict');
    const after = await changeState(tx, context, before, { state: 'locked', lock_version: lockVersion });
    await audit(tx, context, 'grading_period.locked', after);
    await keepHistory(tx, context, before, { before: shown(before), after: shown(after) });
    await publishEvent(tx, context, 'grading_period.locked', { grading_period_id: id });
    return present(context, after);
  });
}

async function changeState(
  tx: Transaction,
  context: Context,
  before: queries.PeriodRow,
  { state, lock_version }: { state: 'locked' | 'finalized'; lock_version: number },
): Promise<queries.PeriodRow> {
  const now = context.platform.clock.now().toISOString();
  if (!(await queries.updateState(tx, before.id, lock_version, state, now))) {
    throw new Problem('version_conflict', { current: present(context, before) });
  }
  return { ...before, state, lock_version: before.lock_version + 1 };
}

/** Somebody may change a closed period after all, for a stated time and with a reason (TCH-121). */
export async function reopenPeriod(
  context: Context,
  id: string,
  input: GradingPeriodReopen,
): Promise<GradingPeriod> {
  const now = context.platform.clock.now();
  if (Date.parse(input.until_at) <= now.getTime()) {
    throw invalid('/until_at', 'in_the_past', 'Must be a time to come.');
  }
  return context.withTenant(async (tx) => {
    const period = await selectPeriod(tx, context, id);
    authorize(reachesSchool(context.actor, 'grades.reopen', period.school_id), 'grades.reopen');
    if (!isLocked(period, now)) throw new Problem('conflict', { detail: 'The period is not closed.' });
    const { course_id = null, teacher_id = null, student_id = null, until_at, reason } = input;
    await queries.createReopen(tx, {
      ...{ id: newId(), grading_period_id: id, course_id, teacher_id, student_id, until_at, reason },
      reopened_by: context.actor.user_id ?? '',
      reopened_at: now.toISOString(),
    });
    await audit(tx, context, 'grading_period.reopened', period, {
      reason,
      changes: { course_id, teacher_id, student_id, until_at },
    });
    await keepHistory(tx, context, period, {
      ...{ before: {}, after: { name: period.name, reopened_until: until_at }, reason },
    });
    return present(context, period);
  });
}

interface Finalizing {
  lock_version: number;
  dry_run?: boolean | undefined;
  accepts_problems?: boolean | undefined;
}

/** Freezes what report cards show; what stands against it is listed first (TCH-122). */
export async function finalizePeriod(context: Context, id: string, input: Finalizing) {
  return context.withTenant(async (tx) => {
    const before = await selectPeriod(tx, context, id);
    authorize(reachesSchool(context.actor, 'grades.finalize', before.school_id), 'grades.finalize');
    if (before.state === 'finalized') throw new Problem('conflict');
    const { time_zone } = await queries.selectSchoolZone(tx, before.school_id);
    const problems = await queries.listProblems(tx, before, time_zone);
    const isHeld = problems.length > 0 && input.accepts_problems !== true;
    if (input.dry_run || isHeld) return { period: present(context, before), problems, frozen_count: 0 };
    const { lock_version } = input;
    const after = await changeState(tx, context, before, { state: 'finalized', lock_version });
    const frozen_count = await queries.freezeTotals(tx, id, context.platform.clock.now().toISOString());
    await audit(tx, context, 'grading_period.finalized', after, { changes: { frozen_count } });
    await keepHistory(tx, context, before, { before: shown(before), after: shown(after) });
    await publishEvent(tx, context, 'grading_period.finalized', { grading_period_id: id });
    return { period: present(context, after), problems, frozen_count };
  });
}

function audit(
  tx: Transaction,
  context: Context,
  action: string,
  { id, school_id }: queries.PeriodRow,
  more: { reason?: string; changes?: Record<string, unknown> } = {},
): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'grading_period',
    target_id: id,
    school_id,
    ...more,
  });
}

function present({ actor, platform }: Context, row: queries.PeriodRow): GradingPeriod {
  const { id, school_id, academic_year_id, name, starts_on, ends_on, locks_at, weight_percent, state } = row;
  const is_locked = isLocked(row, platform.clock.now());
  const mayFinalize = reachesSchool(actor, 'grades.finalize', school_id);
  return {
    ...{
      id,
      school_id,
      academic_year_id,
      name,
      starts_on,
      ends_on,
      locks_at,
      weight_percent,
      state,
      is_locked,
    },
    lock_version: row.lock_version,
    can: {
      update: reachesSchool(actor, 'terms.manage', school_id),
      delete: !is_locked && reachesSchool(actor, 'terms.manage', school_id),
      lock: mayFinalize && state !== 'locked' && state !== 'finalized',
      reopen: is_locked && reachesSchool(actor, 'grades.reopen', school_id),
      finalize: mayFinalize && state !== 'finalized',
    },
  };
}
