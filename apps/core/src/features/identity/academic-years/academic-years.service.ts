import type {
  AcademicYear,
  AcademicYearCreate,
  AcademicYearUpdate,
} from '@k12/contracts/identity/academic-years';
import { isUniqueViolation, newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { withoutUndefined } from '../../../platform/without-undefined.ts';
import * as policy from './academic-years.policy.ts';
import * as queries from './academic-years.queries.ts';
import { yearProblems } from './academic-years.rules.ts';

interface YearQuery {
  limit: number;
  cursor?: string | undefined;
  state?: AcademicYear['state'] | undefined;
}

export async function listAcademicYears(context: Context, query: YearQuery) {
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) =>
    queries.listAcademicYears(tx, query.limit, query.state, after),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => present(context.actor, row),
    (row) => [row.starts_on, row.id],
  );
}

export async function getAcademicYear(context: Context, id: string): Promise<AcademicYear> {
  const year = await context.readTenant((tx) => queries.selectAcademicYear(tx, id));
  return present(context.actor, year);
}

/** The year that lists show unless another is asked for; null before the first is activated (IDN-13). */
export async function selectOptionalActiveYearId(tx: Transaction): Promise<string | null> {
  const year = await queries.selectOptionalActiveYear(tx);
  return year?.id ?? null;
}

/** For features that write into a year: its row, or 423 when it is closed (IDN-15). */
export async function selectOpenYear(tx: Transaction, id: string): Promise<queries.AcademicYearRow> {
  const year = await queries.selectAcademicYear(tx, id);
  if (year.state === 'closed') throw new Problem('year_closed');
  return year;
}

export async function createAcademicYear(context: Context, input: AcademicYearCreate): Promise<AcademicYear> {
  authorize(policy.canManageYears(context.actor), 'academic_years.manage');
  return context.withTenant(async (tx) => {
    const errors = yearProblems(input, await queries.listOtherYearsForUpdate(tx, null), []);
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    const id = newId();
    await queries.createAcademicYear(tx, {
      id,
      ...input,
      created_at: context.platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'academic_year.created',
      target_type: 'academic_year',
      target_id: id,
    });
    return present(context.actor, await queries.selectAcademicYear(tx, id));
  });
}

export async function updateAcademicYear(
  context: Context,
  id: string,
  { lock_version, ...changes }: AcademicYearUpdate,
): Promise<AcademicYear> {
  return context.withTenant(async (tx) => {
    const before = await selectOpenYear(tx, id);
    authorize(policy.canUpdateYear(context.actor, before), 'academic_years.manage');
    const others = await queries.listOtherYearsForUpdate(tx, id);
    const merged = { ...before, ...withoutUndefined(changes) };
    const errors = yearProblems(merged, others, await queries.listTermsOfYear(tx, id));
    if (errors.length > 0) throw new Problem('request.invalid', { errors });
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateAcademicYear(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: present(context.actor, before) });
    }
    await recordAudit(tx, context, {
      action: 'academic_year.updated',
      target_type: 'academic_year',
      target_id: id,
      changes: changesBetween(before, changes),
    });
    return present(context.actor, await queries.selectAcademicYear(tx, id));
  });
}

/** One transaction: the former year starts closing, this one becomes active. The index allows only one (IDN-12). */
export async function activateAcademicYear(
  context: Context,
  id: string,
  replacesId: string | null,
): Promise<AcademicYear> {
  return context.withTenant(async (tx) => {
    const year = await queries.selectAcademicYear(tx, id);
    authorize(policy.canManageYears(context.actor), 'academic_years.manage');
    if (year.state === 'active') return present(context.actor, year);
    if (year.state !== 'planned')
      throw new Problem('conflict', { detail: 'Only a planned year can be activated.' });
    const active = await queries.selectOptionalActiveYear(tx);
    if ((active?.id ?? null) !== replacesId) throw new Problem('year_already_active');
    const at = context.platform.clock.now().toISOString();
    if (replacesId && !(await queries.updateToClosing(tx, replacesId, at)))
      throw new Problem('year_already_active');
    const change = { state: 'active' as const, updated_at: at };
    const done = await queries
      .updateAcademicYear(tx, id, year.lock_version, change)
      .catch(refuseSecondActiveYear);
    if (!done) throw new Problem('version_conflict', { current: present(context.actor, year) });
    await recordAudit(tx, context, {
      action: 'academic_year.activated',
      target_type: 'academic_year',
      target_id: id,
      changes: { replaces_id: replacesId },
    });
    await publishEvent(tx, context, 'academic_year.activated', { academic_year_id: id });
    return present(context.actor, await queries.selectAcademicYear(tx, id));
  });
}

export async function reopenAcademicYear(
  context: Context,
  id: string,
  reason: string,
): Promise<AcademicYear> {
  const action = 'academic_year.reopened';
  return changeState(context, id, { may: policy.canReopenYear, state: 'closing', action, reason });
}

interface StateChange {
  may: (actor: Actor, year: { state: string }) => boolean;
  state: 'closed' | 'closing';
  action: string;
  reason: string;
  /** Gives what the log shall say of it. */
  also?: (tx: Transaction, year: queries.AcademicYearRow) => Promise<Record<string, unknown>>;
}

export async function changeState(context: Context, id: string, change: StateChange): Promise<AcademicYear> {
  return context.withTenant(async (tx) => {
    const year = await queries.selectAcademicYear(tx, id);
    if (!change.may(context.actor, year)) {
      throw new Problem('conflict', {
        detail: `The year is ${year.state}.`,
        current: present(context.actor, year),
      });
    }
    const changes = await change.also?.(tx, year);
    const updated_at = context.platform.clock.now().toISOString();
    const done = await queries.updateAcademicYear(tx, id, year.lock_version, {
      state: change.state,
      updated_at,
    });
    if (!done) throw new Problem('version_conflict', { current: present(context.actor, year) });
    const { action, reason } = change;
    const target = { target_type: 'academic_year', target_id: id };
    await recordAudit(tx, context, { action, reason, ...target, ...(changes && { changes }) });
    await publishEvent(tx, context, action, { academic_year_id: id });
    return present(context.actor, await queries.selectAcademicYear(tx, id));
  });
}

function refuseSecondActiveYear(error: unknown): never {
  if (isUniqueViolation(error)) throw new Problem('year_already_active');
  throw error;
}

function present(actor: Actor, year: queries.AcademicYearRow): AcademicYear {
  return {
    ...year,
    terms_count: year.terms_count ?? 0,
    can: {
      update: policy.canUpdateYear(actor, year),
      activate: policy.canActivateYear(actor, year),
      close: policy.canCloseYear(actor, year),
      reopen: policy.canReopenYear(actor, year),
    },
  };
}
