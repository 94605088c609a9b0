import type { GradeCell, GradeCellResult } from '@k12/contracts/teaching/gradebook';
import { newId, type Transaction } from '@k12/db';
import type { GradeEntry } from '@k12/grading/types';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.service.ts';
import { type GradeWish, historyOf, isSameGrade, postingOf, withWish } from './cell-grade.rules.ts';
import { readEntry } from './read-entry.rules.ts';
import * as queries from './work-grades.queries.ts';

export type GradeSource = 'typed' | 'rubric' | 'quiz' | 'import' | 'policy' | 'sync' | 'transfer';

export interface GradeWrite extends GradeWish {
  assignment_id: string;
  student_id: string;
  /** The version the writer saw; null for programs that decide on the cell as it is. */
  grade_version: number | null;
}

export interface GradesToWrite {
  course: Pick<CourseRow, 'id' | 'school_id' | 'academic_year_id' | 'settings'>;
  source: GradeSource;
  cells: readonly GradeWrite[];
  /** `all_or_nothing`: one refusal or conflict, and nothing is written. */
  mode?: 'per_cell' | 'all_or_nothing' | undefined;
  /** Makes the change one act, with one revert (TCH-99). */
  change_set?: { action: string; summary?: object; reverts_id?: string } | undefined;
  reason?: string | undefined;
  /** The graders of an anonymous assignment do not see whom they grade; the sheet does (TCH-78). */
  refuses_anonymous?: boolean | undefined;
  /** Students of other sections are not there for this writer (TCH-12); null: all. */
  section_ids?: readonly string[] | null | undefined;
}

export interface WrittenGrades {
  results: GradeCellResult[];
  saved: { assignment_id: string; student_id: string }[];
  change_set_id: string | null;
}

interface PlannedCell {
  write: GradeWrite;
  before: queries.CellRow | undefined;
  after: queries.CellGrade | null;
  result: Omit<GradeCellResult, 'cell'>;
}

/** The one door through which every grade changes (TCH-100): versions, locks, deduction, posting, history. */
export async function writeGrades(
  tx: Transaction,
  context: Context,
  given: GradesToWrite,
): Promise<WrittenGrades> {
  const { course, cells, mode = 'per_cell' } = given;
  if (cells.length === 0) return { results: [], saved: [], change_set_id: null };
  const rows = await queries.lockCells(tx, course.id, cells);
  const ids = [...new Set(cells.map(({ assignment_id }) => assignment_id))];
  const assignments = await queries.listGradedAssignments(tx, course.id, ids);
  const plan = planCells(context, given, rows, assignments);
  const isRefused = mode === 'all_or_nothing' && plan.some(({ result }) => result.status !== 'saved');
  const changed = isRefused ? [] : plan.filter(({ after }) => after !== null);
  const change_set_id = await store(tx, context, given, changed);
  const changedKeys = changed.map(({ write: { assignment_id, student_id } }) => ({
    assignment_id,
    student_id,
  }));
  return { results: await present(tx, plan, isRefused), saved: changedKeys, change_set_id };
}

function planCells(
  context: Context,
  given: GradesToWrite,
  rows: readonly queries.CellRow[],
  assignments: readonly queries.GradedAssignment[],
): PlannedCell[] {
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  const assignmentOf = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const seen = new Set<string>();
  return given.cells.map((write) => {
    const key = keyOf(write);
    const before = rowOf.get(key);
    const assignment = assignmentOf.get(write.assignment_id);
    const refuse = (code: string) => planned(write, before, 'refused', code);
    if (seen.has(key)) return refuse('duplicate');
    seen.add(key);
    const isHidden = given.section_ids && !given.section_ids.includes(before?.section_id ?? '');
    if (!before?.is_assigned || !assignment || isHidden)
      return planned(write, undefined, 'refused', 'not_assigned');
    return planCell(context, given, { write, before, assignment });
  });
}

function planCell(
  context: Context,
  given: GradesToWrite,
  cell: { write: GradeWrite; before: queries.CellRow; assignment: queries.GradedAssignment },
): PlannedCell {
  const { write, before, assignment } = cell;
  const refuse = (code: string) => planned(write, before, 'refused', code);
  if (given.refuses_anonymous && assignment.is_anonymous && !assignment.anonymity_lifted_at) {
    return refuse('anonymous');
  }
  if (write.grade_version !== null && write.grade_version !== before.grade_version) {
    return planned(write, before, 'conflict', null);
  }
  const entry = entryOf(write, assignment);
  if (entry?.kind === 'refused') return refuse(entry.code);
  const after = gradeOf(context, given, cell, entry);
  const result = planned(write, before, 'saved', null);
  if (entry?.kind === 'score') result.result.notice = entry.notice;
  return isSameGrade(before, after) ? result : { ...result, after };
}

function entryOf(write: GradeWrite, assignment: queries.GradedAssignment): GradeEntry | null {
  if (write.entry === undefined || write.score !== undefined || write.state !== undefined) return null;
  return readEntry(write.entry, {
    points_possible: assignment.points_possible,
    confirm_high: write.confirm_high === true,
  });
}

function gradeOf(
  context: Context,
  given: GradesToWrite,
  {
    write,
    before,
    assignment,
  }: { write: GradeWrite; before: queries.CellRow; assignment: queries.GradedAssignment },
  entry: GradeEntry | null,
): queries.CellGrade {
  const now = context.platform.clock.now();
  const fields = withWish(before, write, entry);
  const isGraded = fields.grade_state !== 'none';
  const attempt = before.attempts_count === 0 ? null : before.attempts_count;
  const touches = write.entry !== undefined || write.score !== undefined || write.state !== undefined;
  const posting = touches
    ? postingOf(
        assignment,
        courseSettings(given.course),
        { state: fields.grade_state, posted_at: before.posted_at },
        now,
      )
    : { posted_at: before.posted_at, posts_at: before.posts_at };
  return {
    assignment_id: write.assignment_id,
    student_id: write.student_id,
    ...fields,
    deduction: '0',
    effective_score: fields.entered_score,
    attempt_graded: isGraded ? (write.attempt_graded ?? (touches ? attempt : before.attempt_graded)) : null,
    grade_source: isGraded ? (touches ? given.source : before.grade_source) : null,
    graded_by: isGraded ? (touches ? context.actor.user_id : before.graded_by) : null,
    graded_at: isGraded ? (touches ? now.toISOString() : before.graded_at) : null,
    ...posting,
    has_new_work: touches && isGraded ? false : before.has_new_work,
  };
}

async function store(
  tx: Transaction,
  context: Context,
  given: GradesToWrite,
  changed: readonly PlannedCell[],
): Promise<string | null> {
  if (changed.length === 0) return null;
  const now = context.platform.clock.now().toISOString();
  const { user_id } = context.actor;
  const set = given.change_set && user_id ? { id: newId(), ...given.change_set } : null;
  if (set && user_id) {
    await queries.createChangeSet(tx, {
      id: set.id,
      course_id: given.course.id,
      action: set.action,
      summary: set.summary ?? {},
      cells_count: changed.length,
      reverts_id: set.reverts_id ?? null,
      made_by: user_id,
      made_at: now,
    });
  }
  const origin: queries.ChangeOrigin = {
    course_id: given.course.id,
    subject: 'cell',
    source: given.source,
    reason: given.reason ?? null,
    change_set_id: set?.id ?? null,
    changed_by: user_id,
    changed_at: now,
  };
  const grades = changed.flatMap(({ after }) => after ?? []);
  await queries.updateCells(tx, grades, now);
  await queries.createGradeChanges(tx, origin, changed.flatMap(changeOf));
  await publishEvent(tx, context, 'gradebook.updated', {
    course_id: given.course.id,
    change_set_id: set?.id ?? null,
    cells_count: changed.length,
  });
  return set?.id ?? null;
}

function changeOf({ before, after }: PlannedCell): queries.GradeChange[] {
  if (!before || !after) return [];
  return [
    {
      id: newId(),
      assignment_id: before.assignment_id,
      student_id: before.student_id,
      before: historyOf(before, before.grade_version),
      after: historyOf(after, before.grade_version + 1),
    },
  ];
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
  const graders = [...new Set(shown.flatMap((cell) => cell?.graded_by ?? []))];
  const names = new Map((await queries.listNames(tx, graders)).map((user) => [user.id, displayName(user)]));
  return plan.map(({ result }, at) => ({ ...result, cell: presentCell(shown[at] ?? null, names) }));
}

export function presentCell(
  cell: queries.CellRow | null,
  names: ReadonlyMap<string, string>,
): GradeCell | null {
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

function planned(
  write: GradeWrite,
  before: queries.CellRow | undefined,
  status: GradeCellResult['status'],
  code: string | null,
): PlannedCell {
  const { assignment_id, student_id } = write;
  return { write, before, after: null, result: { assignment_id, student_id, status, code, notice: null } };
}

function keyOf({ assignment_id, student_id }: { assignment_id: string; student_id: string }): string {
  return `${assignment_id}/${student_id}`;
}
