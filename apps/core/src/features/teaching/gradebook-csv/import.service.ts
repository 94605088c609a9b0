import { type CodedCell, readCells } from '@k12/contracts/teaching/cell-codes';
import type {
  GradebookImport,
  GradebookImportApply,
  GradebookImportCreate,
  ImportedCell,
} from '@k12/contracts/teaching/gradebook-csv';
import { newId, type Transaction } from '@k12/db';
import { parseEntry } from '@k12/grading/entry';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { readTable } from '../../../platform/csv/read-table.ts';
import { Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canEditGrades } from '../gradebook/gradebook.policy.ts';
import * as sheet from '../gradebook/gradebook-records.service.ts';
import { loadGradeFacts } from '../student-work/grade-facts.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import * as queries from './gradebook-csv.queries.ts';
import { type ImportFacts, planImport, type UnknownCell } from './import-plan.rules.ts';
import { createColumns } from './new-columns.service.ts';
import { bytesOf } from './uploaded-table.service.ts';

interface Preview {
  counts: GradebookImport['counts'];
  unknown_columns: string[];
  unknown_cells?: UnknownCell[];
  cells: ImportedCell[];
}

const cell = (student: string, assignment: string) => `${student}/${assignment}`;

/** Says what a file would change, cell by cell, and writes nothing of it (TCH-130). */
export async function createImport(
  context: Context,
  id: string,
  input: GradebookImportCreate,
): Promise<GradebookImport> {
  const table = readTable(await bytesOf(context, input));
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    authorize(canEditGrades(context.actor, course), 'submissions.grade');
    const facts = await loadImportFacts(tx, context, course, scope.section_ids, input);
    const { unknown_columns, unknown_cells, cells } = planImport(table, facts);
    const count = (outcome: ImportedCell['outcome']) =>
      cells.filter((each) => each.outcome === outcome).length;
    const preview: Preview = {
      unknown_columns,
      unknown_cells,
      cells: cells.filter(({ outcome }) => outcome !== 'same'),
      counts: {
        change: count('change'),
        same: count('same'),
        refused: count('refused'),
        conflict: count('conflict'),
        unknown_student: count('unknown_student'),
        duplicate_row: count('duplicate_row'),
      },
    };
    const row = {
      id: newId(),
      course_id: id,
      file_name: input.file_name,
      preview,
      created_by: context.actor.user_id ?? '',
      created_at: context.platform.clock.now().toISOString(),
    };
    await queries.createImport(tx, row);
    return present({ ...row, state: 'previewed', change_set_id: null });
  });
}

async function loadImportFacts(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  sectionIds: string[] | null,
  input: GradebookImportCreate,
): Promise<ImportFacts> {
  const [columns, students] = await Promise.all([
    sheet.listColumns(tx, course.id),
    sheet.listStudents(tx, course.id, sectionIds),
  ]);
  const month = new Date(context.platform.clock.now().getTime() - 92 * 86_400_000).toISOString();
  const student_ids = students.map(({ student_id }) => student_id);
  const [coded, people, changes, grading] = await Promise.all([
    sheet.listCodedCells(tx, { course_id: course.id, columns, student_ids }),
    queries.listEmails(tx, student_ids),
    queries.listChanges(tx, course.id, month),
    loadGradeFacts(tx, context, course, []),
  ]);
  const rows = new Map<string, (CodedCell | undefined)[]>(
    coded.map((row) => [row.student_id, readCells(row.cells, columns.length)]),
  );
  const columnAt = new Map(columns.map(({ id }, at) => [id, at]));
  const changedAt = new Map(
    changes.map((change) => [cell(change.student_id ?? '', change.assignment_id ?? ''), change.changed_at]),
  );
  const personOf = new Map(people.map((person) => [person.id, person]));
  const cellOf = (student: string, assignment: string) => rows.get(student)?.[columnAt.get(assignment) ?? -1];
  return {
    columns,
    students: students.map(({ student_id, student_number }) => ({
      student_id,
      student_number,
      email: personOf.get(student_id)?.email ?? null,
      external_id: personOf.get(student_id)?.external_id ?? null,
    })),
    cellOf,
    refusalOf: (student, assignment, text) => {
      const column = columns[columnAt.get(assignment) ?? -1];
      if (!column) return 'not_assigned';
      const found = cellOf(student, assignment);
      const own = found?.due_at === undefined ? column.due_at : null;
      const due_at = found?.due_at ? new Date(found.due_at).toISOString() : own;
      const { grading_period_id: assigned_period_id, published_at } = column;
      if (grading.periods.isLocked({ assigned_period_id, due_at, published_at }, student))
        return 'period_locked';
      const read = parseEntry(text, {
        points_possible: column.points_possible,
        grading_type: column.grading_type,
        scheme: grading.scheme,
        decimal_mark: '.',
        confirmed: false,
      });
      return read.kind === 'refused' ? read.code : null;
    },
    isChangedSince: (student, assignment, exportedAt) => {
      const at = changedAt.get(cell(student, assignment));
      return at !== undefined && Date.parse(at) > Date.parse(exportedAt);
    },
    blank_clears: input.blank_clears ?? false,
    overwrites_excused: input.overwrites_excused ?? false,
  };
}

type ImportRow = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalImport>>>;

/** Whoever may grade in the course may see its imports; to others there are none. */
async function requireImport(tx: Transaction, context: Context, row: ImportRow | undefined) {
  if (!row) throw new Problem('not_found');
  const { course, scope } = await selectTaughtCourse(
    tx,
    context,
    row.course_id,
    'submissions.grade',
    'enter_grades',
  );
  if (row.created_by !== context.actor.user_id) throw new Problem('not_found');
  return { row, course, scope };
}

export async function getImport(context: Context, id: string): Promise<GradebookImport> {
  return context.readTenant(async (tx) => {
    const { row } = await requireImport(tx, context, await queries.selectOptionalImport(tx, id));
    return present(row);
  });
}

/** Writes what the preview showed, all of it or the chosen cells, as one act with one way back (TCH-131). */
export async function applyImport(context: Context, id: string, input: GradebookImportApply) {
  const { cells: chosen, create_columns = [] } = input;
  return context.withTenant(async (tx) => {
    const found = await queries.lockOptionalImport(tx, id);
    const { row, course, scope } = await requireImport(tx, context, found);
    authorize(canEditGrades(context.actor, course), 'submissions.grade');
    if (row.state === 'applied') throw new Problem('conflict', { detail: 'It has been applied already.' });
    const wanted = chosen && new Set(chosen.map((key) => cell(key.student_id, key.assignment_id)));
    const { cells, unknown_cells = [] } = row.preview as unknown as Preview;
    const writes = cells.flatMap(({ student_id, assignment_id, outcome, after, grade_version }) => {
      if (outcome !== 'change' || !student_id || !assignment_id || grade_version === null) return [];
      if (wanted && !wanted.has(cell(student_id, assignment_id))) return [];
      return [{ student_id, assignment_id, grade_version, entry: after }];
    });
    const made = await createColumns(tx, context, course, create_columns, unknown_cells);
    const written = await writeGrades(tx, context, {
      course,
      source: 'import',
      cells: [...writes, ...made.writes],
      section_ids: scope.section_ids,
      refuses_anonymous: true,
      change_set: { action: 'import', summary: { file_name: row.file_name } },
    });
    await queries.markApplied(tx, id, written.change_set_id);
    await recordAudit(tx, context, {
      action: 'gradebook.imported',
      target_type: 'course',
      target_id: course.id,
      school_id: course.school_id,
      changes: { saved_count: written.saved.length },
    });
    return {
      change_set_id: written.change_set_id,
      saved_count: written.saved.length,
      created_assignment_ids: made.assignment_ids,
      skipped: written.results.flatMap(({ student_id, assignment_id, status, code }) =>
        status === 'saved' ? [] : [{ student_id, assignment_id, code: code ?? status }],
      ),
    };
  });
}

function present(
  row: Pick<ImportRow, 'id' | 'file_name' | 'state' | 'created_at' | 'change_set_id'> & { preview: unknown },
): GradebookImport {
  const { counts, unknown_columns, cells } = row.preview as Preview;
  const { id, file_name, state, created_at, change_set_id } = row;
  return { id, file_name, state, created_at, change_set_id, counts, unknown_columns, cells };
}
