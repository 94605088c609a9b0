import type { GradeCellResult } from '@k12/contracts/teaching/gradebook';
import { parseEntry } from '@k12/grading/entry';
import type { GradeEntry } from '@k12/grading/types';
import { type GradeWish, isSameGrade, postingOf, withWish } from './cell-grade.rules.ts';
import type { GradeFacts } from './grade-facts.service.ts';
import { withDeduction } from './late-deduction.rules.ts';
import type { CellGrade, CellRow, GradedAssignment } from './work-grades.queries.ts';

export type GradeSource = 'typed' | 'rubric' | 'quiz' | 'import' | 'policy' | 'sync' | 'transfer';

export interface GradeWrite extends GradeWish {
  assignment_id: string;
  student_id: string;
  /** The version the writer saw; null for programs that decide on the cell as it is. */
  grade_version: number | null;
}

export interface Writer {
  user_id: string | null;
  source: GradeSource;
  now: Date;
  facts: GradeFacts;
  decimal_mark: '.' | ',';
  /** The graders of an anonymous assignment do not see whom they grade; the sheet does (TCH-78). */
  refuses_anonymous: boolean;
  /** Students of other sections are not there for this writer (TCH-12); null: all. */
  section_ids: readonly string[] | null;
}

export interface PlannedCell {
  write: GradeWrite;
  before: CellRow | undefined;
  after: CellGrade | null;
  result: Omit<GradeCellResult, 'cell'>;
}

/** What each write does to its cell, before anything is written. */
export function planGrades(
  writer: Writer,
  writes: readonly GradeWrite[],
  rows: readonly CellRow[],
  assignments: readonly GradedAssignment[],
): PlannedCell[] {
  const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
  const assignmentOf = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const seen = new Set<string>();
  return writes.map((write) => {
    const key = keyOf(write);
    const row = rowOf.get(key);
    const isHidden = writer.section_ids !== null && !writer.section_ids.includes(row?.section_id ?? '');
    const before = isHidden ? undefined : row;
    const assignment = assignmentOf.get(write.assignment_id);
    const isSecret =
      writer.refuses_anonymous && assignment?.is_anonymous === true && !assignment.anonymity_lifted_at;
    if (seen.has(key)) return outcome(write, isSecret ? undefined : before, 'refused', 'duplicate');
    seen.add(key);
    if (!before?.is_assigned || !assignment) return outcome(write, undefined, 'refused', 'not_assigned');
    // The answer to a refusal shows the cell: of a person with a name it must not (TCH-78).
    if (isSecret) return outcome(write, undefined, 'refused', 'anonymous');
    return planCell(writer, { write, before, assignment });
  });
}

interface CellToPlan {
  write: GradeWrite;
  before: CellRow;
  assignment: GradedAssignment;
}

function planCell(writer: Writer, cell: CellToPlan): PlannedCell {
  const { write, before } = cell;
  const refuse = (code: string) => outcome(write, before, 'refused', code);
  if (write.grade_version !== null && write.grade_version !== before.grade_version) {
    return outcome(write, before, 'conflict', null);
  }
  if (writer.facts.periods.isLocked(periodFacts(cell), write.student_id)) return refuse('period_locked');
  const entry = entryOf(writer, cell);
  if (entry?.kind === 'refused') return refuse(entry.code);
  const after = gradeOf(writer, cell, entry);
  const saved = outcome(write, before, 'saved', null);
  if (entry?.kind === 'score') saved.result.notice = entry.notice;
  return isSameGrade(before, after) ? saved : { ...saved, after };
}

function periodFacts({ before, assignment }: Omit<CellToPlan, 'write'>) {
  return {
    assigned_period_id: assignment.grading_period_id,
    due_at: before.due_at,
    published_at: assignment.published_at,
  };
}

function entryOf({ facts, decimal_mark }: Writer, { write, assignment }: CellToPlan): GradeEntry | null {
  if (write.entry === undefined || write.score !== undefined || write.state !== undefined) return null;
  return parseEntry(write.entry, {
    points_possible: assignment.points_possible,
    grading_type: assignment.grading_type,
    scheme: facts.scheme,
    decimal_mark,
    confirmed: write.confirm_high === true,
  });
}

/** Marks of status leave the grade as it is; the words and numbers change it. */
function touchesGrade({ score, state }: GradeWrite, entry: GradeEntry | null): boolean {
  if (score !== undefined || state !== undefined) return true;
  return entry !== null && entry.kind !== 'late' && entry.kind !== 'missing';
}

function gradeOf(writer: Writer, cell: CellToPlan, entry: GradeEntry | null): CellGrade {
  const { write, before, assignment } = cell;
  const { facts, now } = writer;
  const fields = withWish(before, write, entry);
  const graded = { ...before, ...fields, ...withDeduction(before, assignment, fields, facts) };
  const { assignment_id, student_id } = write;
  const base = { assignment_id, student_id, ...fields };
  const { deduction, effective_score, has_new_work } = graded;
  if (!touchesGrade(write, entry)) {
    const { attempt_graded, grade_source, graded_by, graded_at, posted_at, posts_at } = before;
    const kept = { attempt_graded, grade_source, graded_by, graded_at, posted_at, posts_at };
    return { ...base, ...kept, deduction, effective_score, has_new_work };
  }
  const isGraded = fields.grade_state !== 'none';
  const posting = { state: fields.grade_state, posted_at: before.posted_at };
  const attempt = before.attempts_count === 0 ? null : before.attempts_count;
  return {
    ...base,
    deduction,
    effective_score,
    attempt_graded: isGraded ? (write.attempt_graded ?? attempt) : null,
    grade_source: isGraded ? writer.source : null,
    graded_by: isGraded ? writer.user_id : null,
    graded_at: isGraded ? now.toISOString() : null,
    ...postingOf(assignment, facts.settings, posting, now),
    has_new_work: isGraded ? false : has_new_work,
  };
}

function outcome(
  write: GradeWrite,
  before: CellRow | undefined,
  status: GradeCellResult['status'],
  code: string | null,
): PlannedCell {
  const { assignment_id, student_id } = write;
  return { write, before, after: null, result: { assignment_id, student_id, status, code, notice: null } };
}

function keyOf({ assignment_id, student_id }: { assignment_id: string; student_id: string }): string {
  return `${assignment_id}/${student_id}`;
}
