import type { CourseCopy, CoursePart } from '@k12/contracts/teaching/course-copy';
import { newId, type Transaction } from '@k12/db';
import { type SchoolCalendar, shiftDay, shiftInstant } from '@k12/grading/shift-days';
import { copyToTargets } from '../../planning/resources/resources-records.service.ts';
import * as queries from './course-copy.queries.ts';

export interface CopyPlan {
  tenant_id: string;
  from: string;
  to: string;
  parts: readonly CoursePart[];
  by: number;
  from_days: SchoolCalendar;
  to_days: SchoolCalendar;
  now: string;
  requested_by: string;
}

type Skipped = CourseCopy['skipped'][number];

/** Records get new ids; what points at something left behind points at nothing, and the list of skipped says so. */
export async function copyContent(tx: Transaction, plan: CopyPlan) {
  const skipped: Skipped[] = [];
  const has = (part: CoursePart) => plan.parts.includes(part);
  let count = 0;
  if (has('policies')) await queries.copySettings(tx, plan.tenant_id, plan.from, plan.to);
  const categories = has('categories') ? await copyCategories(tx, plan) : new Map<string, string>();
  const rubrics = has('rubrics') ? await copyRubrics(tx, plan) : new Map<string, string>();
  const assignments = has('assignments')
    ? await copyAssignments(tx, plan, { categories, rubrics, skipped })
    : new Map<string, string>();
  count += categories.size + rubrics.size + assignments.size;
  if (has('modules')) count += await copyModules(tx, plan, { assignments, skipped });
  if (has('discussions')) skipped.push({ part: 'discussions', title: '', reason: 'not_there_yet' });
  return { count, skipped };
}

function fresh(plan: CopyPlan) {
  return { course_id: plan.to, created_at: plan.now, updated_at: plan.now, lock_version: 0 };
}

function newIds(rows: readonly { id: string }[]): Map<string, string> {
  return new Map(rows.map(({ id }) => [id, newId()]));
}

async function copyCategories(tx: Transaction, plan: CopyPlan): Promise<Map<string, string>> {
  const rows = await queries.listCategories(tx, plan.from);
  const ids = newIds(rows);
  const copies = rows.map((row) => ({ ...row, ...fresh(plan), id: ids.get(row.id) ?? '' }));
  await queries.insertAll(tx, 'grade_categories', copies);
  return ids;
}

async function copyRubrics(tx: Transaction, plan: CopyPlan): Promise<Map<string, string>> {
  const rows = await queries.listRubrics(tx, plan.from);
  const ids = newIds(rows);
  const copies = rows.map((row) => ({
    ...{ ...row, ...fresh(plan), id: ids.get(row.id) ?? '', rubric_key: newId(), version: 1, used_at: null },
    criteria: JSON.stringify(row.criteria),
  }));
  await queries.insertAll(tx, 'rubrics', copies);
  return ids;
}

interface AssignmentParts {
  categories: ReadonlyMap<string, string>;
  rubrics: ReadonlyMap<string, string>;
  skipped: Skipped[];
}

/** As drafts: nobody sees anything of a copy before its teacher publishes it. */
async function copyAssignments(
  tx: Transaction,
  plan: CopyPlan,
  { categories, rubrics, skipped }: AssignmentParts,
) {
  const rows = await queries.listAssignments(tx, plan.from);
  const own = new Set((await queries.listRubrics(tx, plan.from)).map(({ id }) => id));
  const ids = newIds(rows);
  const skip = (row: { title: string }, reason: Skipped['reason']) =>
    skipped.push({ part: 'assignments', title: row.title, reason });
  const copies = rows.map((row) => {
    if (row.group_set_id) skip(row, 'group_set');
    if (row.posting_policy === 'scheduled') skip(row, 'scheduled_grades');
    const { rubric_id } = row;
    return {
      ...{ ...row, ...fresh(plan), id: ids.get(row.id) ?? '', state: 'draft' as const },
      instructions: row.instructions === null ? null : JSON.stringify(row.instructions),
      own_late_policy: row.own_late_policy === null ? null : JSON.stringify(row.own_late_policy),
      category_id: categories.get(row.category_id ?? '') ?? null,
      // A rubric of the school or of the teacher serves both courses.
      rubric_id: rubric_id && own.has(rubric_id) ? (rubrics.get(rubric_id) ?? null) : rubric_id,
      ...{ group_set_id: null, grading_period_id: null, post_at: null, publish_at: null },
      posting_policy: row.posting_policy === 'scheduled' ? ('manual' as const) : row.posting_policy,
      ...{ published_at: null, closed_at: null, anonymity_lifted_at: null },
    };
  });
  await queries.insertAll(tx, 'assignments', copies);
  const links = (await queries.listStandards(tx, plan.from)).flatMap(({ assignment_id, standard_id }) => {
    const id = ids.get(assignment_id);
    return id ? [{ tenant_id: plan.tenant_id, assignment_id: id, standard_id }] : [];
  });
  await queries.insertAll(tx, 'assignment_standards', links);
  await copyDates(tx, plan, { ids, rows, skip });
  await copyToTargets(tx, ids, { created_by: plan.requested_by, created_at: plan.now });
  return ids;
}

interface DateParts {
  ids: ReadonlyMap<string, string>;
  rows: readonly { id: string; title: string }[];
  skip: (row: { title: string }, reason: Skipped['reason']) => void;
}

/** Dates for everyone move to the same school day; those of sections, groups and students stay behind with them. */
async function copyDates(tx: Transaction, plan: CopyPlan, { ids, rows, skip }: DateParts): Promise<void> {
  const titles = new Map(rows.map((row) => [row.id, row]));
  const lines = await queries.listDates(tx, plan.from);
  const copies = lines.flatMap((line) => {
    const [id, row] = [ids.get(line.assignment_id), titles.get(line.assignment_id)];
    if (!id || !row) return [];
    if (line.target !== 'everyone') {
      skip(row, 'own_dates');
      return [];
    }
    const at = (value: string | null) => value && shiftInstant(value, plan.by, plan.from_days, plan.to_days);
    const rule = line.due_rule as { kind: string; on: string } | null;
    const on = rule && shiftDay(rule.on, plan.by, plan.from_days, plan.to_days);
    const moved = {
      available_from_at: at(line.available_from_at),
      due_at: at(line.due_at),
      available_until_at: at(line.available_until_at),
    };
    if ((line.due_at && !moved.due_at) || (rule && !on)) {
      skip(row, 'outside_year');
      return [];
    }
    const due_rule = rule ? JSON.stringify({ ...rule, on }) : null;
    return [{ ...line, ...moved, due_rule, id: newId(), assignment_id: id, created_at: plan.now }];
  });
  await queries.insertAll(tx, 'assignment_dates', copies);
}

async function copyModules(
  tx: Transaction,
  plan: CopyPlan,
  { assignments, skipped }: { assignments: ReadonlyMap<string, string>; skipped: Skipped[] },
): Promise<number> {
  const [modules, items, pages, needed] = await Promise.all([
    queries.listModules(tx, plan.from),
    queries.listItems(tx, plan.from),
    queries.listPages(tx, plan.from),
    queries.listPrerequisites(tx, plan.from),
  ]);
  const [moduleIds, pageIds] = [newIds(modules), newIds(pages)];
  const day = (value: string | null) => value && shiftDay(value, plan.by, plan.from_days, plan.to_days);
  const draft = { state: 'draft' as const, publish_at: null, published_at: null };
  await queries.insertAll(
    tx,
    'course_pages',
    pages.map((page) => ({
      ...{ ...page, ...fresh(plan), id: pageIds.get(page.id) ?? '' },
      body: page.body === null ? null : JSON.stringify(page.body),
    })),
  );
  await queries.insertAll(
    tx,
    'modules',
    modules.map((module) => {
      const [starts_on, ends_on] = [day(module.starts_on), day(module.ends_on)];
      const span = starts_on && ends_on ? { starts_on, ends_on } : { starts_on: null, ends_on: null };
      const unlock_at =
        module.unlock_at && shiftInstant(module.unlock_at, plan.by, plan.from_days, plan.to_days);
      return { ...module, ...fresh(plan), ...draft, ...span, unlock_at, id: moduleIds.get(module.id) ?? '' };
    }),
  );
  const copied = items.flatMap((item) => {
    const module_id = moduleIds.get(item.module_id);
    if (!module_id) return [];
    const assignment_id = item.assignment_id && (assignments.get(item.assignment_id) ?? null);
    if (item.assignment_id && !assignment_id) {
      skipped.push({ part: 'modules', title: item.title ?? '', reason: 'not_there_yet' });
      return [];
    }
    const page_id = item.page_id && (pageIds.get(item.page_id) ?? null);
    if (item.page_id && !page_id) return [];
    const targets = { module_id, assignment_id, page_id, planned_on: day(item.planned_on) };
    return [{ ...item, ...fresh(plan), ...draft, ...targets, id: newId() }];
  });
  await queries.insertAll(tx, 'module_items', copied);
  const links = needed.flatMap((link) => {
    const [module_id, required_module_id] = [
      moduleIds.get(link.module_id),
      moduleIds.get(link.required_module_id),
    ];
    return module_id && required_module_id
      ? [{ tenant_id: plan.tenant_id, module_id, required_module_id }]
      : [];
  });
  await queries.insertAll(tx, 'module_prerequisites', links);
  return modules.length + copied.length + pages.length;
}
