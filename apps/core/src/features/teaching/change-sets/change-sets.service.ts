import type { ChangeSet, GradeHistoryEntry, GradeHistoryQuery } from '@k12/contracts/teaching/totals';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canRevert } from '../gradebook/gradebook.policy.ts';
import { hidesNames } from '../grading/anonymity.rules.ts';
import { shownId } from '../grading/graded-cell.service.ts';
import { type GradeWrite, writeGrades } from '../student-work/work-grades.service.ts';
import { listGradedAssignments } from '../student-work/work-grades-records.service.ts';
import * as queries from './change-sets.queries.ts';

const keptMs = 30 * 86_400_000;

export async function listHistory(context: Context, id: string, query: GradeHistoryQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const { scope } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const students = scope.section_ids && (await queries.listStudentsOfSections(tx, scope.section_ids));
    const rows = await queries.listHistory(tx, id, query, students, after);
    return pageOf(rows, query.limit, presentChange, (row) => [row.changed_at, row.id]);
  });
}

function presentChange(row: queries.HistoryRow): GradeHistoryEntry {
  const { id, subject, assignment_id, assignment_title, source, reason, change_set_id, changed_at } = row;
  // Who is meant stays untold as long as the work is anonymous (TCH-78).
  const isHidden = row.is_anonymous === true && row.anonymity_lifted_at === null;
  const student = {
    given_name: row.student_given_name ?? '',
    preferred_name: row.student_preferred_name,
    family_name: row.student_family_name ?? '',
  };
  const author = {
    given_name: row.author_given_name ?? '',
    preferred_name: row.author_preferred_name,
    family_name: row.author_family_name ?? '',
  };
  return {
    id,
    subject,
    assignment_id,
    assignment_title,
    student_id: isHidden ? null : row.student_id,
    student_name: isHidden || row.student_id === null ? null : displayName(student),
    before: row.before as GradeHistoryEntry['before'],
    after: row.after as GradeHistoryEntry['after'],
    source,
    reason,
    change_set_id,
    changed_by: row.changed_by === null ? null : { id: row.changed_by, name: displayName(author) },
    changed_at,
  };
}

export async function listChangeSets(
  context: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined },
) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    const from = new Date(context.platform.clock.now().getTime() - keptMs).toISOString();
    const rows = await queries.listChangeSets(tx, id, { limit: query.limit, from, after });
    return pageOf(
      rows,
      query.limit,
      (row): ChangeSet => ({
        id: row.id,
        action: row.action,
        cells_count: row.cells_count,
        state: row.state,
        made_by: { id: row.made_by, name: displayName(row) },
        made_at: row.made_at,
        can: { revert: row.state === 'applied' && canRevert(context.actor, course, row.made_by) },
      }),
      (row) => [row.made_at, row.id],
    );
  });
}

interface KeptGrade {
  entry: string | null;
  score: string | null;
  state: 'none' | 'graded' | 'excused' | 'incomplete';
  status_override: GradeWrite['status_override'];
  late_minutes: number | null;
  grade_version: number;
}

/** Puts back what a bulk change replaced; a cell that somebody changed since is left and named (TCH-99, TCH-185). */
export async function revertChangeSet(context: Context, id: string) {
  return context.withTenant(async (tx) => {
    const set = await queries.selectOptionalChangeSet(tx, id);
    if (!set) throw new Problem('not_found');
    const { course, scope } = await selectTaughtCourse(
      tx,
      context,
      set.course_id,
      'submissions.grade',
      'enter_grades',
    );
    authorize(canRevert(context.actor, course, set.made_by), 'submissions.grade');
    if (set.state === 'reverted')
      throw new Problem('conflict', { detail: 'It has been taken back already.' });
    if (context.platform.clock.now().getTime() - Date.parse(set.made_at) > keptMs) throw new Problem('gone');
    const changes = await queries.listCellChanges(tx, id);
    const cells = changes.flatMap(({ assignment_id, student_id, before, after }): GradeWrite[] => {
      if (!assignment_id || !student_id || !before || !after) return [];
      const { entry, score, state, status_override, late_minutes } = before as unknown as KeptGrade;
      const { grade_version } = after as unknown as KeptGrade;
      const kept = { ...(entry === null ? {} : { entry }), score, state, status_override, late_minutes };
      return [{ assignment_id, student_id, grade_version, ...kept }];
    });
    const written = await writeGrades(tx, context, {
      course,
      source: 'typed',
      cells,
      section_ids: scope.section_ids,
      change_set: { action: 'revert', reverts_id: id },
    });
    await queries.markReverted(tx, id);
    await recordAudit(tx, context, {
      action: 'gradebook.change_set_reverted',
      target_type: 'change_set',
      target_id: id,
      school_id: course.school_id,
      changes: { reverted_count: written.saved.length },
    });
    const skipped = written.results.flatMap(({ assignment_id, student_id, status, code }) =>
      status === 'saved' ? [] : [{ assignment_id, student_id, code: code ?? 'changed_since' }],
    );
    return {
      change_set_id: written.change_set_id,
      reverted_count: written.saved.length,
      skipped: await withAliases(tx, context, course.id, skipped),
    };
  });
}

/** What was graded without names is named as it was then (TCH-78). */
async function withAliases<C extends { assignment_id: string; student_id: string }>(
  tx: Transaction,
  context: Context,
  courseId: string,
  cells: readonly C[],
): Promise<C[]> {
  if (cells.length === 0) return [];
  const ids = [...new Set(cells.map(({ assignment_id }) => assignment_id))];
  const assignments = await listGradedAssignments(tx, courseId, ids);
  const secret = new Set(assignments.filter(hidesNames).map(({ id }) => id));
  return cells.map((cell) => ({
    ...cell,
    student_id: shownId(context, cell.assignment_id, secret.has(cell.assignment_id), cell.student_id),
  }));
}
