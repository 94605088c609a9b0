import type { StandardSearchQuery, TreeQuery } from '@k12/contracts/planning/standards';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { readablePlans, selectReadablePlan } from '../plans/plans.access.service.ts';
import * as policy from './frameworks.policy.ts';
import * as frameworks from './frameworks.queries.ts';
import * as search from './search.queries.ts';
import * as queries from './standards.queries.ts';

/** One level at a time, so that a framework of 50,000 opens as quickly as one of 50 (PLN-84). */
export async function getTree(context: Context, frameworkId: string, query: TreeQuery) {
  return context.readTenant(async (tx) => {
    const framework = await frameworks.selectFramework(tx, frameworkId);
    authorize(policy.canBrowse(context.actor), 'standards.read');
    if (!policy.canReadFramework(context.actor, framework)) throw new Problem('not_found');
    const { schools } = policy.visibleFrameworks(context.actor);
    const parent = query.parent ? await queries.selectStandard(tx, query.parent) : null;
    if (parent && parent.framework_id !== frameworkId) throw new Problem('not_found');
    const rows = await queries.listLevel(tx, frameworkId, schools, query);
    const counts = await queries.countAlignments(
      tx,
      frameworkId,
      rows.map(({ id }) => id),
      readablePlans(context.actor),
    );
    const breadcrumb = parent ? await queries.listBreadcrumb(tx, [...parent.ancestor_ids, parent.id]) : [];
    return {
      breadcrumb,
      data: rows.map((row) => ({
        ...row,
        children_count: Number(row.children_count ?? 0),
        alignments_count: counts.get(row.id) ?? 0,
      })),
      unplaced_count: parent ? 0 : await queries.countUnplaced(tx, frameworkId),
    };
  });
}

const matched = { 1: 'code', 2: 'code_beginning', 3: 'words', 4: 'parent_words' } as const;

export async function searchStandards(context: Context, query: StandardSearchQuery) {
  authorize(policy.canBrowse(context.actor), 'standards.read');
  const { schools } = policy.visibleFrameworks(context.actor);
  return context.readTenant(async (tx) => {
    const framework_ids = query.framework_id
      ? [query.framework_id]
      : await subscribedIds(tx, query.school_id ? [query.school_id] : null);
    const rows = await search.searchStandards(tx, { schools, framework_ids }, query);
    return { data: rows.map(({ rank, ...row }) => ({ ...row, matched: matched[rank as 1] })) };
  });
}

/** Null is no choice: every framework in sight. */
async function subscribedIds(tx: Transaction, schoolIds: string[] | null): Promise<string[] | null> {
  if (!schoolIds || schoolIds.length === 0) return null;
  const chosen = await Promise.all(schoolIds.map((id) => frameworks.listSubscriptions(tx, id)));
  return chosen.some((ids) => ids.length === 0) ? null : [...new Set(chosen.flat())];
}

const recentCount = 12;

/** What a picker shows before anything is typed: what is used here first, then what was used last (PLN-88, PLN-89). */
export async function suggestStandards(context: Context, planId: string | undefined) {
  const { actor } = context;
  authorize(policy.canBrowse(actor), 'standards.read');
  return context.readTenant(async (tx) => {
    const plan = planId ? (await selectReadablePlan(tx, actor, planId)).plan : null;
    const unitId = plan?.kind === 'lesson' ? plan.unit_plan_id : null;
    const used = plan ? await search.listAlignedIds(tx, [plan.id]) : [];
    const ofUnit = unitId ? await search.listAlignedIds(tx, [unitId]) : [];
    const recent = actor.user_id ? await search.listRecentIds(tx, actor.user_id, recentCount) : [];
    const rows = await queries.listByIds(tx, [...new Set([...used, ...ofUnit, ...recent])]);
    const of = (ids: string[]) =>
      ids.flatMap((id) => rows.find((row) => row.id === id && row.state === 'active') ?? []);
    const schools = plan?.school_id ? [plan.school_id] : actor.school_ids;
    const ids = await subscribedIds(tx, schools);
    const visible = policy.visibleFrameworks(actor);
    const shown = await frameworks.listFrameworks(
      tx,
      visible,
      { limit: 200, ...(ids ? { ids } : {}) },
      undefined,
    );
    return {
      used: of(used),
      of_unit: of(ofUnit),
      recent: of(recent),
      frameworks: shown
        .filter(({ adoption_status }) => adoption_status !== 'deprecated')
        .map(({ id, title }) => ({ id, title })),
      grade_levels: plan?.grade_levels ?? [],
      subjects: plan?.subjects ?? [],
    };
  });
}

/** The rows of a report: the roots, or what is below a branch; a leaf is its own only row. */
export async function listRows(
  tx: Transaction,
  context: Context,
  frameworkId: string,
  branch: string | undefined,
) {
  const { schools } = policy.visibleFrameworks(context.actor);
  const parent = branch ? await queries.selectStandard(tx, branch) : null;
  if (parent && parent.framework_id !== frameworkId) throw new Problem('not_found');
  if (parent?.is_leaf) {
    const breadcrumb = await queries.listBreadcrumb(tx, parent.ancestor_ids);
    return { breadcrumb, rows: await queries.listByIds(tx, [parent.id]) };
  }
  const level = { parent: branch, unplaced: false, include_retired: false };
  const breadcrumb = parent ? await queries.listBreadcrumb(tx, [...parent.ancestor_ids, parent.id]) : [];
  return { breadcrumb, rows: await queries.listLevel(tx, frameworkId, schools, level) };
}
