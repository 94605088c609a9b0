import type { GradeCell, GradeCellResult, StudentTotal } from '@k12/contracts/teaching/gradebook';
import { newId, type Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import { followGrades } from '../totals/follow-grades.service.ts';
import { historyOf } from './cell-grade.rules.ts';
import { type GradedCourse, loadGradeFacts } from './grade-facts.service.ts';
import { type GradeSource, type GradeWrite, type PlannedCell, planGrades } from './plan-grades.rules.ts';
import * as queries from './work-grades.queries.ts';

export type { GradeSource, GradeWrite } from './plan-grades.rules.ts';

export interface GradesToWrite {
  course: GradedCourse;
  source: GradeSource;
  cells: readonly GradeWrite[];
  /** `all_or_nothing`: one refusal or conflict, and nothing is written. */
  mode?: 'per_cell' | 'all_or_nothing' | undefined;
  /** Makes the change one act, with one revert (TCH-99). */
  change_set?: { action: string; summary?: object; reverts_id?: string } | undefined;
  reason?: string | undefined;
  refuses_anonymous?: boolean | undefined;
  section_ids?: readonly string[] | null | undefined;
  decimal_mark?: '.' | ',' | undefined;
  /** One grade for a group: whoever has the same grade as this member until now gets the new one, too. */
  spreads_to_group?: boolean | undefined;
}

export interface WrittenGrades {
  /** One for each cell, in their order. */
  results: GradeCellResult[];
  /** Cells that are different now. */
  saved: { assignment_id: string; student_id: string }[];
  change_set_id: string | null;
  /** Of the students concerned; empty where they are many and follow in a moment (TCH-117). */
  totals: StudentTotal[];
}

/** The one door through which every grade changes (TCH-100): versions, locks, deduction, posting, history, totals. */
export async function writeGrades(
  tx: Transaction,
  context: Context,
  given: GradesToWrite,
): Promise<WrittenGrades> {
  const { course, mode = 'per_cell' } = given;
  if (given.cells.length === 0) return { results: [], saved: [], change_set_id: null, totals: [] };
  const cells = given.spreads_to_group ? await withGroups(tx, given.cells) : given.cells;
  const rows = await queries.lockCells(tx, course.id, cells);
  const ids = [...new Set(cells.map(({ assignment_id }) => assignment_id))];
  const assignments = await queries.listGradedAssignments(tx, course.id, ids);
  const writer = {
    user_id: context.actor.user_id,
    source: given.source,
    now: context.platform.clock.now(),
    facts: await loadGradeFacts(tx, context, course, assignments),
    decimal_mark: given.decimal_mark ?? '.',
    refuses_anonymous: given.refuses_anonymous ?? false,
    section_ids: given.section_ids ?? null,
  } as const;
  const plan = planGrades(writer, cells, rows, assignments);
  const isRefused = mode === 'all_or_nothing' && plan.some(({ result }) => result.status !== 'saved');
  const changed = isRefused ? [] : plan.filter(({ after }) => after !== null);
  const change_set_id = await store(tx, context, given, changed);
  const saved = changed.map(({ result: { assignment_id, student_id } }) => ({ assignment_id, student_id }));
  const totals = await followGrades(tx, context, course, saved);
  const asked = plan.slice(0, given.cells.length);
  return { results: await present(tx, asked, isRefused), saved, change_set_id, totals };
}

/** The other members follow, but for those whose grade somebody set apart: the sheet changes one member alone. */
async function withGroups(tx: Transaction, cells: readonly GradeWrite[]): Promise<GradeWrite[]> {
  const peers = await queries.listGroupPeers(tx, cells);
  const others = peers.flatMap(({ assignment_id, member_id, student_id, grade_version }): GradeWrite[] => {
    const write = cells.find((cell) => cell.assignment_id === assignment_id && cell.student_id === member_id);
    return write ? [{ ...write, student_id, grade_version }] : [];
  });
  return [...cells, ...others];
}

async function store(
  tx: Transaction,
  context: Context,
  { course, source, reason, change_set }: GradesToWrite,
  changed: readonly PlannedCell[],
): Promise<string | null> {
  if (changed.length === 0) return null;
  const now = context.platform.clock.now().toISOString();
  const { user_id } = context.actor;
  const change_set_id = change_set && user_id ? newId() : null;
  if (change_set && change_set_id && user_id) {
    await queries.createChangeSet(tx, {
      id: change_set_id,
      course_id: course.id,
      action: change_set.action,
      summary: change_set.summary ?? {},
      cells_count: changed.length,
      reverts_id: change_set.reverts_id ?? null,
      made_by: user_id,
      made_at: now,
    });
  }
  const origin = {
    course_id: course.id,
    subject: 'cell',
    source,
    reason: reason ?? null,
    change_set_id,
  } as const;
  await queries.updateCells(
    tx,
    changed.flatMap(({ after }) => after ?? []),
    now,
  );
  const changes = changed.flatMap(changeOf);
  await queries.createGradeChanges(tx, { ...origin, changed_by: user_id, changed_at: now }, changes);
  const cells_count = changed.length;
  await publishEvent(tx, context, 'gradebook.updated', { course_id: course.id, change_set_id, cells_count });
  return change_set_id;
}

function changeOf({ before, after }: PlannedCell): queries.GradeChange[] {
  if (!before || !after) return [];
  const { assignment_id, student_id } = before;
  const version = before.grade_version;
  const kept = { before: historyOf(before, version), after: historyOf(after, version + 1) };
  return [{ id: newId(), assignment_id, student_id, ...kept }];
}

async function present(
  tx: Transaction,
  plan: readonly PlannedCell[],
  isRefused: boolean,
): Promise<GradeCellResult[]> {
  const shown = plan.map(({ before, after }) => {
    if (!before) return null;
    return isRefused || !after ? before : { ...before, ...after, grade_version: before.grade_version + 1 };
  });
  const names = await namesOf(
    tx,
    shown.map((cell) => cell?.graded_by),
  );
  return plan.map(({ result }, at) => ({ ...result, cell: presentCell(shown[at] ?? null, names) }));
}

function presentCell(cell: queries.CellRow | null, names: ReadonlyMap<string, string>): GradeCell | null {
  if (!cell) return null;
  const { assignment_id, student_id, entry, entered_score, deduction, effective_score, grade_version } = cell;
  const { status_override, late_minutes_override, graded_by, graded_at, grade_state: state } = cell;
  return {
    assignment_id,
    student_id,
    entry,
    entered_score,
    deduction,
    effective_score,
    state,
    status_override,
    late_minutes_override,
    is_posted: cell.posted_at !== null,
    grade_version,
    graded_by: graded_by === null ? null : { id: graded_by, name: names.get(graded_by) ?? '' },
    graded_at,
  };
}
