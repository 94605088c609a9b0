import type {
  AlignmentBulk,
  AlignmentBulkResult,
  AlignmentCreate,
  AlignmentQuery,
  AlignmentTarget,
  StandardAlignment,
  UnitAlignments,
} from '@k12/contracts/planning/alignments';
import type { StandardSummary } from '@k12/contracts/planning/standards';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { Answer } from '../../../platform/http/route.ts';
import { openNextRound } from '../plans/next-round.service.ts';
import { readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import { summaryColumns } from '../standards/standards.rules.ts';
import { selectReadable } from '../standards/standards.service.ts';
import * as queries from './alignments.queries.ts';

const planKinds = {
  unit_plan: 'unit',
  lesson_plan: 'lesson',
  template: 'template',
  curriculum_document: 'document',
} as const;

/** Rights are those of the target (PLN-91). Assignments, questions and resources answer here once they exist. */
async function selectTarget(tx: Transaction, actor: Actor, type: AlignmentTarget, id: string) {
  if (!(type in planKinds)) throw new Problem('not_found');
  return selectReadablePlan(tx, actor, id, planKinds[type as keyof typeof planKinds]);
}

export async function listAlignments(context: Context, query: AlignmentQuery) {
  const { actor } = context;
  return context.readTenant(async (tx) => {
    if (query.target_id) {
      const access = await accessOf(tx, actor, query);
      const rows = await queries.listOfTargets(tx, [query.target_id]);
      const fitting = rows.filter((row) => !query.standard_id || row.standard_id === query.standard_id);
      return { data: await presentAll(tx, fitting, () => access.edit), hidden_count: 0 };
    }
    const { standard } = await selectReadable(tx, context, query.standard_id ?? '');
    const rows = await queries.listOfStandard(tx, standard.id, query.with_branch, readablePlans(actor));
    const all = await queries.countOfStandard(tx, standard.id, query.with_branch);
    return { data: await presentAll(tx, rows, () => false), hidden_count: Math.max(0, all - rows.length) };
  });
}

async function accessOf(tx: Transaction, actor: Actor, query: AlignmentQuery) {
  if (query.target_type)
    return (await selectTarget(tx, actor, query.target_type, query.target_id ?? '')).access;
  return (await selectReadablePlan(tx, actor, query.target_id ?? '')).access;
}

/** Its own, and apart from them those of its lessons: the former are decided here, the latter there (PLN-89). */
export async function getUnitAlignments(context: Context, unitId: string): Promise<UnitAlignments> {
  return context.readTenant(async (tx) => {
    const { access } = await selectReadablePlan(tx, context.actor, unitId, 'unit');
    const lessons = await queries.listLessonsOf(tx, unitId);
    const rows = await queries.listOfTargets(tx, [unitId, ...lessons.map(({ id }) => id)]);
    const shown = await presentAll(tx, rows, () => access.edit);
    const of = (id: string) => shown.filter(({ target_id }) => target_id === id);
    return {
      own: of(unitId),
      lessons: lessons.map(({ id, title }) => ({ plan_id: id, title, data: of(id) })),
      // Filled once assignments and quizzes align; they belong to the unit’s module then.
      assessments: [],
    };
  });
}

export async function createAlignment(context: Context, input: AlignmentCreate) {
  const { emphasis, note, ...pair } = input;
  return context.withTenant(async (tx) => {
    await requireEditable(tx, context, pair);
    await requireOffered(tx, context, pair.standard_id);
    const { id, is_new } = await queries.createAlignment(tx, pair, { emphasis, note }, authorOf(context));
    if (is_new) await openNextRound(tx, context, [pair.target_id]);
    const [shown] = await presentAll(tx, [await queries.selectAlignment(tx, id)], () => true);
    return new Answer(is_new ? 201 : 200, shown as StandardAlignment);
  });
}

export async function deleteAlignment(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const row = await queries.selectAlignment(tx, id);
    await requireEditable(tx, context, row);
    await queries.deleteAlignment(tx, id);
    await openNextRound(tx, context, [row.target_id]);
  });
}

/** Pairs stand alone: one that may not be changed does not undo the others (PLN-93). */
export async function bulkAlignments(context: Context, input: AlignmentBulk) {
  return context.withTenant(async (tx) => {
    const check = checkedOnce(tx, context, input.action);
    const data: AlignmentBulkResult[] = [];
    for (const pair of input.pairs) {
      const fault = await check(pair);
      if (fault) {
        data.push({ ...pair, status: 'failed', code: fault.code, detail: fault.message });
        continue;
      }
      const changed =
        input.action === 'align'
          ? (await queries.createAlignment(tx, pair, { emphasis: input.emphasis }, authorOf(context))).is_new
          : await queries.deletePair(tx, pair);
      data.push({ ...pair, status: changed ? 'done' : 'unchanged', code: null, detail: null });
    }
    const changed = data.filter(({ status }) => status === 'done').map(({ target_id }) => target_id);
    await openNextRound(tx, context, changed);
    const count = (status: AlignmentBulkResult['status']) =>
      data.filter((result) => result.status === status).length;
    const counts = {
      done_count: count('done'),
      unchanged_count: count('unchanged'),
      failed_count: count('failed'),
    };
    await recordAudit(tx, context, {
      action: 'standard_alignments.bulk_changed',
      changes: { action: input.action, ...counts },
    });
    return { data, ...counts };
  });
}

type Pair = Pick<AlignmentCreate, 'standard_id' | 'target_type' | 'target_id'>;

/** Each target and each standard is looked at once, however many pairs name it. */
function checkedOnce(tx: Transaction, context: Context, action: AlignmentBulk['action']) {
  const seen = new Map<string, Promise<Problem | null>>();
  const once = (key: string, check: () => Promise<void>) => {
    const found = seen.get(key) ?? faultOf(check);
    seen.set(key, found);
    return found;
  };
  return async (pair: Pair): Promise<Problem | null> => {
    const target = await once(`${pair.target_type} ${pair.target_id}`, () =>
      requireEditable(tx, context, pair),
    );
    if (target || action === 'remove') return target;
    return once(pair.standard_id, () => requireOffered(tx, context, pair.standard_id));
  };
}

async function faultOf(check: () => Promise<void>): Promise<Problem | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function requireEditable(
  tx: Transaction,
  { actor }: Context,
  pair: Pick<Pair, 'target_type' | 'target_id'>,
): Promise<void> {
  const { access } = await selectTarget(tx, actor, pair.target_type, pair.target_id);
  authorize(access.edit, 'unit_plans.update');
}

/** PLN-92: a retired standard stays where it is and is not added anywhere. */
async function requireOffered(tx: Transaction, context: Context, standardId: string): Promise<void> {
  const { standard } = await selectReadable(tx, context, standardId);
  if (standard.state === 'active') return;
  const [replacement] = await queries.listReplacements(tx, [standardId]);
  throw new Problem('standard_retired', {
    errors: [
      {
        pointer: '/standard_id',
        code: 'standard_retired',
        detail: `${standard.code || 'The standard'} is retired.`,
      },
    ],
    context: {
      replacement_id: replacement?.standard_id ?? null,
      replacement_code: replacement?.standard_code ?? null,
    },
  });
}

function authorOf({ actor, platform }: Context) {
  return { created_by: actor.user_id, created_at: platform.clock.now().toISOString() };
}

async function presentAll(
  tx: Transaction,
  rows: queries.AlignmentRow[],
  mayDelete: (row: queries.AlignmentRow) => boolean,
): Promise<StandardAlignment[]> {
  const retired: string[] = rows
    .filter(({ standard_state }) => standard_state === 'retired')
    .map(({ standard_id }) => standard_id);
  const replacements = await queries.listReplacements(tx, [...new Set(retired)]);
  return rows.map((row) => {
    const replacement = replacements.find(({ replaced_id }) => replaced_id === row.standard_id);
    return {
      id: row.alignment_id,
      standard: standardOf(row),
      framework_title: row.framework_title,
      target_type: row.target_type,
      target_id: row.target_id,
      target_title: row.target_title,
      emphasis: row.emphasis,
      note: row.note,
      source: row.source,
      is_parent: !row.standard_is_leaf,
      replacement: replacement ? standardOf(replacement) : null,
      created_at: row.created_at,
      can: { delete: mayDelete(row) },
    };
  });
}

function standardOf(row: queries.StandardColumns): StandardSummary {
  const entries = summaryColumns.map((name) => [name, row[`standard_${name}`]]);
  return Object.fromEntries(entries) as StandardSummary;
}
