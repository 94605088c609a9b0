import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import { newId, type Transaction } from '@k12/db';
import * as items from '../module-items/module-items-records.service.ts';
import { isResource, itemsOfUnit, type UnitItem } from './unit-items.rules.ts';
import * as queries from './unit-modules.queries.ts';

/** Items keep the title the unit had, so that a later change of the plan does not show by itself. */
export async function addItems(
  tx: Transaction,
  place: { course_id: string; module_id: string; created_at: string },
  wanted: readonly UnitItem[],
  withDates: boolean,
): Promise<Map<string, string>> {
  const lessons = wanted.filter(({ kind }) => kind === 'lesson').map(({ target_id }) => target_id);
  const assignments = wanted.filter(({ kind }) => kind === 'assignment').map(({ target_id }) => target_id);
  const resources = wanted.filter(isResource).map(({ target_id }) => target_id);
  const [known, days, first] = await Promise.all([
    queries.listKnownTargets(tx, { lessons, resources }),
    queries.listLessonDays(tx, place.course_id, lessons),
    items.nextPosition(tx, place.module_id),
  ]);
  const there = wanted.filter(({ target_id }) => known.has(target_id) || assignments.includes(target_id));
  const rows = there.map((item, at) => ({
    ...place,
    id: newId(),
    kind: item.kind,
    // Work is called what it is called, also when that changes.
    title: item.kind === 'assignment' ? null : item.title,
    indent: item.indent,
    lesson_plan_id: item.kind === 'lesson' ? item.target_id : null,
    resource_id: isResource(item) ? item.target_id : null,
    assignment_id: item.kind === 'assignment' ? item.target_id : null,
    standard_ids: item.standard_ids,
    planned_on: withDates ? (days.get(item.target_id) ?? null) : null,
    completion_rule: 'none' as const,
    position: first + at,
  }));
  await items.createItems(tx, rows);
  return new Map(there.map(({ key }, at) => [key, rows[at]?.id ?? '']));
}

export async function loadVersion(tx: Transaction, id: string) {
  const version = await queries.selectOptionalVersion(tx, id);
  if (!version) return null;
  const unit = version as unknown as PlanSnapshot;
  const ids = unit.lessons.flatMap(({ version_id }) => version_id ?? []);
  const lessons = await queries.listVersions(tx, ids);
  const own = new Map(lessons.map((row) => [row.plan_id, row as unknown as PlanSnapshot]));
  const { title, version_number } = version;
  return { id, title, version_number, items: itemsOfUnit(unit, own) };
}
