import type { PlacementMove, PlacementMoved } from '@k12/contracts/planning/placements';
import type { Transaction } from '@k12/db';
import { type Bar, moveInRow } from '@k12/plan-content/move-placements';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import type { CourseRow } from '../../teaching/courses/course-access.service.ts';
import { schoolYears } from '../../teaching/school-days/school-years.service.ts';
import { applySessionMoves, planSessionMoves } from '../lesson-sessions/session-moves.service.ts';
import { type ChangedRecord, keepScheduleChange } from '../schedule/schedule-changes.service.ts';
import { conflictsOf, loadPlacements, type RowFacts, rowFacts } from './placement-records.service.ts';
import * as queries from './placements.queries.ts';
import { conflict, requireInside, selectForChange, stamp } from './placements.service.ts';

/** Moves one bar and what follows it, or says what would happen: one transaction, one undo (PLN-105, PLN-106). */
export async function movePlacement(
  context: Context,
  id: string,
  input: PlacementMove,
): Promise<PlacementMoved> {
  return context.withTenant(async (tx) => {
    const { placement, course } = await selectForChange(tx, context, id);
    if (placement.lock_version !== input.lock_version) throw await conflict(tx, context, id);
    const row = await loadPlacements(tx, context, { course_ids: [course.id] });
    const facts = await factsOf(tx, course);
    const year = facts.years.get(course.school_id);
    if (!year) throw new Problem('not_found');
    const moved = { id, starts_on: input.starts_on, ends_on: input.ends_on };
    requireInside(moved, year.year);
    const bars = rowOf(placement, row);
    const changes = moveInRow(bars, moved, input.mode ?? 'only', year.dates);
    for (const change of changes) requireInside(change, year.year);
    const sessions = await planSessionMoves(tx, {
      placements: changes.flatMap((change) => movedPlacement(row, change)),
      meetings: facts.meetings,
      skip: input.with_sessions === false,
    });
    const change = input.dry_run ? null : await apply(tx, context, { course, row, changes, sessions });
    const after = row.map((one) => ({ ...one, ...changes.find((change) => change.id === one.id) }));
    return {
      placements: changes.flatMap((to) => presentMove(row, to, input.dry_run === true)),
      sessions: sessions.moved,
      unplaced_sessions: sessions.unplaced.length,
      conflicts: conflictsOf(after, facts),
      change,
    };
  });
}

async function factsOf(tx: Transaction, course: CourseRow): Promise<RowFacts> {
  const years = await schoolYears(tx, [course.school_id], course.academic_year_id);
  return rowFacts(tx, [course], years, course.academic_year_id);
}

/** The bars of the same course that share a section with the moved one (PLN-117). */
function rowOf(placement: queries.PlacementRow, row: readonly queries.PlacementRow[]): Bar[] {
  return row.filter(
    (other) =>
      other.state !== 'skipped' &&
      (other.all_sections ||
        placement.all_sections ||
        other.section_ids?.some((id) => placement.section_ids?.includes(id))),
  );
}

function movedPlacement(row: readonly queries.PlacementRow[], to: Bar) {
  const from = row.find(({ id }) => id === to.id);
  return from ? [{ id: to.id, from: from.starts_on, to: to.starts_on }] : [];
}

function presentMove(
  row: readonly queries.PlacementRow[],
  to: Bar,
  isDry: boolean,
): PlacementMoved['placements'] {
  const from = row.find(({ id }) => id === to.id);
  if (!from) return [];
  const { id, title, starts_on, ends_on, lock_version } = from;
  const dates = { starts_on: to.starts_on, ends_on: to.ends_on };
  return [
    { id, title, from: { starts_on, ends_on }, to: dates, lock_version: lock_version + (isDry ? 0 : 1) },
  ];
}

async function apply(
  tx: Transaction,
  context: Context,
  move: {
    course: CourseRow;
    row: readonly queries.PlacementRow[];
    changes: readonly Bar[];
    sessions: Awaited<ReturnType<typeof planSessionMoves>>;
  },
) {
  const { course, row, changes, sessions } = move;
  const records: ChangedRecord[] = [];
  for (const { id, starts_on, ends_on } of changes) {
    const before = row.find((one) => one.id === id);
    if (!before) continue;
    const dates = { starts_on, ends_on, ...stamp(context) };
    const lock_version = await queries.updatePlacement(tx, id, before.lock_version, dates);
    if (lock_version === undefined) throw await conflict(tx, context, id);
    const old = { starts_on: before.starts_on, ends_on: before.ends_on };
    records.push({ type: 'placement', id, title: before.title, before: old, lock_version });
    await publishEvent(tx, context, 'unit_placement.moved', { unit_placement_id: id, course_id: course.id });
  }
  records.push(...(await applySessionMoves(tx, context, sessions.moved)));
  if (records.length === 0) return null;
  const target = { target_type: 'course', target_id: course.id, school_id: course.school_id };
  await recordAudit(tx, context, {
    action: 'unit_placement.moved',
    ...target,
    changes: { placements: changes.length, sessions: sessions.moved.length },
  });
  return keepScheduleChange(tx, context, { kind: 'move', course_id: course.id, changes: records });
}
