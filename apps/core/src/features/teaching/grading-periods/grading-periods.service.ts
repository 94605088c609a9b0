import type {
  GradingPeriod,
  GradingPeriodCreate,
  GradingPeriodReopen,
} from '@k12/contracts/teaching/grading-periods';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
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
  const { school_id, academic_year_id } = input;
  authorize(reachesSchool(context.actor, 'terms.manage', school_id), 'terms.manage');
  if (input.ends_on < input.starts_on) {
    throw invalid('/ends_on', 'before_start', 'Must not be before the first day.');
  }
  return context.withTenant(async (tx) => {
    const known = await queries.listPeriods(tx, { school_id, academic_year_id });
    if (known.some((period) => period.starts_on <= input.ends_on && period.ends_on >= input.starts_on)) {
      throw invalid('/starts_on', 'overlaps', 'Another period has some of these days.');
    }
    const year = await queries.selectOptionalYear(tx, academic_year_id);
    if (!year || input.starts_on < year.starts_on || input.ends_on > year.ends_on) {
      throw invalid('/starts_on', 'outside_year', 'Must be within the year.');
    }
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
    return present(context, made);
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
      lock: mayFinalize && state !== 'locked' && state !== 'finalized',
      reopen: is_locked && reachesSchool(actor, 'grades.reopen', school_id),
      finalize: mayFinalize && state !== 'finalized',
    },
  };
}
