import type {
  CoverageGaps,
  CoverageQuery,
  CoverageReport,
  CoverageScope,
  EmphasisRow,
} from '@k12/contracts/planning/coverage';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import type { Transaction } from '@k12/db';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { csvTable } from '../../../platform/csv/write-csv.ts';
import { Problem } from '../../../platform/errors.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import { selectReportedFramework } from '../standards/frameworks.service.ts';
import { summariesOf } from '../standards/standards.service.ts';
import { listRows } from '../standards/tree.service.ts';
import * as queries from './coverage.queries.ts';
import { gradeOrder, overTaught, sequenceFlags, weeksOf } from './coverage.rules.ts';
import { type ResolvedScope, resolveScope } from './scope.service.ts';

export async function getCoverage(context: Context, query: CoverageQuery): Promise<CoverageReport> {
  return context.readTenant(async (tx) => {
    const framework = await selectReportedFramework(tx, context, query.framework_id);
    const scope = await resolveScope(tx, context, query, framework?.id ?? '');
    if (!framework) return emptyReport(context, scope);
    const { breadcrumb, rows } = await listRows(tx, context, framework.id, query.branch);
    const level = breadcrumb.length;
    const columns = await columnsOf(tx, query, scope);
    const cells = await queries.listCells(tx, scope.facts, level, query.columns, columns);
    const denominators = await queries.countDenominators(tx, scope.facts, level);
    const of = new Map(denominators.map(({ row_id, denominator }) => [row_id, denominator]));
    const shownKeys = new Set(columns.map(({ key }) => key));
    const byRow = Map.groupBy(cells, ({ row_id }) => row_id);
    const total = (byRow.get(null) ?? []).find(({ column_key }) => column_key === null);
    return {
      computed_at: context.platform.clock.now().toISOString(),
      from_on: scope.facts.from_on,
      to_on: scope.facts.to_on,
      framework_title: framework.title,
      breadcrumb,
      columns: columns.map(({ key, label }) => ({ key, label })),
      totals: {
        planned: total?.planned ?? 0,
        taught: total?.taught ?? 0,
        assessed: total?.assessed ?? 0,
        denominator: denominators.reduce((sum, { denominator }) => sum + denominator, 0),
      },
      rows: rows.map((standard) => {
        const own = byRow.get(standard.id) ?? [];
        const whole = own.find(({ column_key }) => column_key === null);
        return {
          standard,
          frequency: whole?.frequency ?? 0,
          planned: whole?.planned ?? 0,
          taught: whole?.taught ?? 0,
          assessed: whole?.assessed ?? 0,
          denominator: of.get(standard.id) ?? 0,
          cells: own.flatMap(({ column_key, planned, taught, assessed, frequency }) =>
            column_key !== null && shownKeys.has(column_key)
              ? [{ column: column_key, planned, taught, assessed, frequency }]
              : [],
          ),
        };
      }),
    };
  });
}

async function frameworkId(tx: Transaction, context: Context, query: CoverageScope): Promise<string> {
  const framework = await selectReportedFramework(tx, context, query.framework_id);
  if (!framework) throw new Problem('not_found');
  return framework.id;
}

function emptyReport(context: Context, { facts: { from_on, to_on } }: ResolvedScope): CoverageReport {
  const totals = { planned: 0, taught: 0, assessed: 0, denominator: 0 };
  const computed_at = context.platform.clock.now().toISOString();
  return { computed_at, from_on, to_on, framework_title: '', breadcrumb: [], columns: [], totals, rows: [] };
}

async function columnsOf(
  tx: Transaction,
  query: CoverageQuery,
  { facts, named_course_ids }: ResolvedScope,
): Promise<queries.Column[]> {
  const { from_on, to_on } = facts;
  if (query.columns === 'week') return weeksOf(from_on, to_on);
  if (query.columns === 'term') {
    const terms = await queries.listTerms(tx, from_on, to_on);
    return terms.map(({ id, name, starts_on, ends_on }) => ({
      key: id,
      label: name,
      from_on: starts_on,
      to_on: ends_on,
    }));
  }
  if (query.columns === 'grade') {
    const courses = await queries.listCourses(tx, {
      ids: facts.course_ids,
      schools: facts.school_ids,
      from_on,
      to_on,
    });
    const used = new Set(courses.flatMap(({ grade_levels }) => grade_levels));
    return gradeLevels.filter((grade) => used.has(grade)).map((key) => ({ key, label: key }));
  }
  const ids = facts.course_ids ?? named_course_ids;
  if (ids && ids.length === 0) return [];
  const courses = await queries.listCourses(tx, { ids, schools: facts.school_ids, from_on, to_on });
  const named = courses.filter(({ id }) => named_course_ids === null || named_course_ids.includes(id));
  return named.map(({ id, name }) => ({ key: id, label: name }));
}

export async function getCell(
  context: Context,
  query: CoverageQuery & { standard_id: string; column?: string | undefined },
) {
  return context.readTenant(async (tx) => {
    const scope = await resolveScope(tx, context, query, await frameworkId(tx, context, query));
    const periods = await columnsOf(tx, query, scope);
    const column = { columns: query.columns, periods, key: query.column ?? null };
    const items = await queries.listItems(tx, { ...scope.facts, branch: query.standard_id }, column);
    const readable = await queries.listReadableIds(
      tx,
      [...new Set(items.map(({ plan_id }) => plan_id))],
      readablePlans(context.actor),
    );
    const { named_course_ids } = scope;
    const data = items.filter(
      ({ kind, plan_id, course_id }) =>
        (kind === 'assessment' || readable.has(plan_id)) &&
        (named_course_ids === null || named_course_ids.includes(course_id)),
    );
    return { data, hidden_count: items.length - data.length };
  });
}

export async function getGaps(context: Context, query: CoverageScope): Promise<CoverageGaps> {
  return context.readTenant(async (tx) => {
    const { facts } = await resolveScope(tx, context, query, await frameworkId(tx, context, query));
    const uses = await queries.listUses(tx, facts);
    const standards = await summariesOf(
      tx,
      uses.map(({ id }) => id),
    );
    const those = (fits: (use: queries.StandardUse) => boolean) =>
      uses.filter(fits).flatMap(({ id }) => standards.get(id) ?? []);
    return {
      computed_at: context.platform.clock.now().toISOString(),
      not_planned: those(({ planned }) => !planned),
      planned_not_taught: those(({ planned, taught }) => planned && !taught),
      taught_not_assessed: those(({ taught, assessed }) => taught && !assessed),
    };
  });
}

export async function getOverTaught(context: Context, query: CoverageScope & { more_than: number }) {
  return context.readTenant(async (tx) => {
    const { facts } = await resolveScope(tx, context, query, await frameworkId(tx, context, query));
    const found = overTaught(await queries.listUses(tx, facts), query.more_than);
    const standards = await summariesOf(
      tx,
      found.map(({ id }) => id),
    );
    const titles = await queries.listReadableIds(
      tx,
      [...new Set(found.flatMap(({ unit_ids }) => unit_ids))],
      readablePlans(context.actor),
    );
    const data = found.flatMap(({ id, unit_ids, branch_median }) => {
      const standard = standards.get(id);
      const units = unit_ids.flatMap((plan_id) => {
        const title = titles.get(plan_id);
        return title === undefined ? [] : [{ plan_id, title }];
      });
      return standard
        ? [
            {
              standard,
              units_count: unit_ids.length,
              branch_median,
              units,
              hidden_count: unit_ids.length - units.length,
            },
          ]
        : [];
    });
    return { computed_at: context.platform.clock.now().toISOString(), data };
  });
}

export async function getEmphasis(context: Context, query: CoverageScope) {
  return context.readTenant(async (tx) => {
    const { facts } = await resolveScope(tx, context, query, await frameworkId(tx, context, query));
    const rows = await queries.listEmphases(tx, facts);
    const standards = await summariesOf(
      tx,
      rows.map(({ id }) => id),
    );
    const data: EmphasisRow[] = [];
    for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
      const standard = standards.get(id);
      if (!standard) continue;
      const grades = [...Map.groupBy(own, ({ grade_level }) => grade_level)]
        .map(([grade_level, entries]) => ({ grade_level, emphases: entries.map(({ emphasis }) => emphasis) }))
        .sort((left, right) => gradeOrder(left.grade_level) - gradeOrder(right.grade_level));
      data.push({ standard, grades, flags: sequenceFlags(grades) });
    }
    data.sort((left, right) =>
      left.standard.code.localeCompare(right.standard.code, 'en', { numeric: true }),
    );
    const used = new Set(rows.map(({ grade_level }) => grade_level));
    return {
      computed_at: context.platform.clock.now().toISOString(),
      grade_levels: gradeLevels.filter((grade) => used.has(grade)),
      data,
    };
  });
}

/** Filters, instant and caller stand in the head, so that a sheet on a desk says what it shows (PLN-102). */
export async function coverageTable(context: Context, query: CoverageQuery): Promise<string> {
  const report = await getCoverage(context, query);
  authorize(context.actor.user_id !== null, 'unit_plans.read');
  const percent = (count: number, of: number) => (of === 0 ? 'n/a' : `${Math.round((100 * count) / of)}%`);
  const filters = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => `${name}=${value}`);
  return `\uFEFF${csvTable([
    ['framework', report.framework_title],
    ['period', `${report.from_on} to ${report.to_on}`],
    ['filters', filters.join(' ')],
    ['computed at', report.computed_at],
    ['by', context.actor.display_name],
    [],
    [
      'code',
      'statement',
      'standards',
      'planned',
      'planned %',
      'taught',
      'taught %',
      'assessed',
      'units',
      ...report.columns.map(({ label }) => `${label} (planned/taught)`),
    ],
    ...report.rows.map(({ standard, cells, ...row }) => [
      standard.code,
      standard.statement,
      row.denominator,
      row.planned,
      percent(row.planned, row.denominator),
      row.taught,
      percent(row.taught, row.denominator),
      row.assessed,
      row.frequency,
      ...report.columns.map(({ key }) => {
        const cell = cells.find(({ column }) => column === key);
        return cell ? `${cell.planned}/${cell.taught}` : '0/0';
      }),
    ]),
  ])}`;
}

export async function getCourseCoverage(
  context: Context,
  courseId: string,
  query: Omit<CoverageQuery, 'course_id'>,
): Promise<CoverageReport> {
  return getCoverage(context, { ...query, course_id: courseId });
}

export async function getYearCoverage(
  context: Context,
  yearId: string,
  query: Omit<CoverageQuery, 'academic_year_id'>,
): Promise<CoverageReport> {
  const year = await context.readTenant((tx) => queries.selectYear(tx, yearId));
  if (!year) throw new Problem('not_found');
  return getCoverage(context, { ...query, academic_year_id: yearId });
}
