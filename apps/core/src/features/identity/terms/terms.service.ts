import type { FieldProblem } from '@k12/contracts';
import type { Term, TermCreate, TermQuery, TermUpdate } from '@k12/contracts/identity/terms';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { selectOpenYear, selectOptionalActiveYearId } from '../academic-years/academic-years.service.ts';
import * as policy from './terms.policy.ts';
import * as queries from './terms.queries.ts';
import { type TermShape, termProblems } from './terms.rules.ts';

export async function listTerms(context: Context, query: TermQuery) {
  const { actor } = context;
  const after = decodeCursor(query.cursor, 2);
  const visible = context.school_id ? [context.school_id] : policy.visibleSchoolsOfTerms(actor);
  const rows = await context.readTenant(async (tx) => {
    const academic_year_id = query.academic_year_id ?? (await selectOptionalActiveYearId(tx));
    if (!academic_year_id) return [];
    return queries.listTerms(tx, { academic_year_id, visible, limit: query.limit }, after);
  });
  return pageOf(
    rows,
    query.limit,
    (row) => present(actor, row),
    (row) => [row.starts_on, row.id],
  );
}

export async function getTerm(context: Context, id: string): Promise<Term> {
  const term = await context.readTenant((tx) => queries.selectTerm(tx, id));
  requireVisible(context.actor, term);
  return present(context.actor, term);
}

export async function createTerm(context: Context, input: TermCreate): Promise<Term> {
  const { school_ids = [], parent_term_id = null, ...rest } = input;
  const shape = { ...rest, school_ids, parent_term_id };
  authorize(policy.canManageTerm(context.actor, shape), 'terms.manage');
  return context.withTenant(async (tx) => {
    await checkSurroundings(tx, context, input.academic_year_id, shape, null);
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await queries.createTerm(tx, { id, ...rest, parent_term_id, created_at }, school_ids);
    await recordAudit(tx, context, { action: 'term.created', target_type: 'term', target_id: id });
    return present(context.actor, await queries.selectTerm(tx, id));
  });
}

export async function updateTerm(context: Context, id: string, input: TermUpdate): Promise<Term> {
  const { lock_version, school_ids, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await queries.selectTerm(tx, id);
    requireVisible(context.actor, before);
    const after = merged(before, input);
    authorize(
      policy.canManageTerm(context.actor, before) && policy.canManageTerm(context.actor, after),
      'terms.manage',
    );
    await checkSurroundings(tx, context, before.academic_year_id, after, id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateTerm(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: present(context.actor, before) });
    }
    if (school_ids) await queries.replaceTermSchools(tx, id, school_ids);
    await recordAudit(tx, context, {
      action: 'term.updated',
      target_type: 'term',
      target_id: id,
      changes: changesBetween(before, changes),
    });
    return present(context.actor, await queries.selectTerm(tx, id));
  });
}

export async function deleteTerm(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const term = await queries.selectTerm(tx, id);
    requireVisible(context.actor, term);
    authorize(policy.canManageTerm(context.actor, term), 'terms.manage');
    await selectOpenYear(tx, term.academic_year_id);
    const others = await queries.listOtherTerms(tx, term.academic_year_id, id);
    const inside = others.filter((other) => other.parent_term_id === id).map((other) => other.name);
    if (inside.length > 0) throw new Problem('conflict', { detail: `Remove first: ${inside.join(', ')}.` });
    await queries.deleteTerm(tx, id);
    await recordAudit(tx, context, { action: 'term.deleted', target_type: 'term', target_id: id });
  });
}

/** The year is open, the schools exist and are the selected one, and the dates fit (IDN-04, IDN-11, IDN-15). */
async function checkSurroundings(
  tx: Transaction,
  context: Context,
  yearId: string,
  term: TermShape,
  termId: string | null,
): Promise<void> {
  const { school_id } = context;
  if (school_id && term.school_ids.some((id) => id !== school_id)) throw new Problem('school_mismatch');
  await queries.lockYear(tx, yearId);
  const year = await selectOpenYear(tx, yearId);
  const others = await queries.listOtherTerms(tx, yearId, termId);
  const errors = [
    ...(await unknownSchools(tx, term.school_ids)),
    ...termProblems(term, { year, others, term_id: termId }),
  ];
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

async function unknownSchools(tx: Transaction, schoolIds: readonly string[]): Promise<FieldProblem[]> {
  if (schoolIds.length === 0) return [];
  const known = new Set((await queries.listKnownSchools(tx, schoolIds)).map((school) => school.id));
  return schoolIds.flatMap((id, at) =>
    known.has(id)
      ? []
      : [{ pointer: `/school_ids/${at}`, code: 'unknown_school', detail: 'There is no such school.' }],
  );
}

function merged(before: queries.TermRow, input: TermUpdate): queries.TermRow {
  const given = Object.entries(input).filter(([key, value]) => value !== undefined && key !== 'lock_version');
  return { ...before, ...Object.fromEntries(given) };
}

function requireVisible(actor: Actor, term: queries.TermRow): void {
  if (!policy.canReadTerm(actor, term)) throw new Problem('not_found');
}

function present(actor: Actor, term: queries.TermRow): Term {
  const may = policy.canManageTerm(actor, term);
  return { ...term, can: { update: may, delete: may } };
}
