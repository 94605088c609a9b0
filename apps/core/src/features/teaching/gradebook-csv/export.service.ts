import { type CodedCell, readCells } from '@k12/contracts/teaching/cell-codes';
import type { GradebookExportQuery } from '@k12/contracts/teaching/gradebook-csv';
import type { Transaction } from '@k12/db';
import { dayOf } from '@k12/grading/local-time';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { csvLine } from '../../../platform/csv/write-csv.ts';
import { Problem } from '../../../platform/errors.ts';
import { registerName } from '../../identity/users/users.rules.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canExportGrades } from '../gradebook/gradebook.policy.ts';
import * as sheet from '../gradebook/gradebook-records.service.ts';
import { statusColumn } from '../gradebook/status-column.rules.ts';
import { selectSchoolZone } from '../grading-periods/grading-periods-records.service.ts';
import * as queries from './gradebook-csv.queries.ts';
import { columnHeader, headers, statusText } from './sheet-table.rules.ts';

const byteOrderMark = '\uFEFF';
/** More than this is made by a job (TCH-129). */
const mostCellsAtOnce = 20_000;

/** The whole sheet for a spreadsheet; what is anonymous stays out of it (TCH-78, TCH-129). */
export async function exportGradebook(context: Context, id: string, query: GradebookExportQuery) {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'gradebook.export', 'see_grades');
    authorize(canExportGrades(context.actor, course), 'gradebook.export');
    const sections = query.section_id
      ? (scope.section_ids?.filter((section) => section === query.section_id) ?? [query.section_id])
      : scope.section_ids;
    const now = context.platform.clock.now().toISOString();
    const facts = await loadTable(tx, course, sections);
    if (facts.students.length * facts.columns.length > mostCellsAtOnce)
      throw new Problem('gradebook.too_large');
    await recordAudit(tx, context, {
      action: 'gradebook.exported',
      target_type: 'course',
      target_id: id,
      school_id: course.school_id,
      changes: { students_count: facts.students.length, columns_count: facts.columns.length },
    });
    return textOf(facts, course.name, query.statuses === true, now);
  });
}

/** The same for the job, which may take its time; who may was asked when it was wished for. */
export async function writeTable(
  tx: Transaction,
  course: ExportedCourse,
  wanted: { section_ids: string[] | null; has_statuses: boolean },
  now: string,
): Promise<{ file: string; text: string }> {
  const facts = await loadTable(tx, course, wanted.section_ids);
  return textOf(facts, course.name, wanted.has_statuses, now);
}

function textOf(table: Table, name: string, hasStatuses: boolean, now: string) {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${dayOf(table.time_zone, now)}.csv`;
  const columns = columnsOf(table, hasStatuses, now);
  const lines = table.students.map((student) => {
    const cells = readCells(table.code_of.get(student.student_id) ?? '', table.columns.length);
    return csvLine(columns.map(({ value }) => value(student, cells)));
  });
  return { file, text: byteOrderMark + csvLine(columns.map(({ header }) => header)) + lines.join('') };
}

type Table = Awaited<ReturnType<typeof loadTable>>;

interface ExportedCourse {
  id: string;
  name: string;
  school_id: string;
  settings: unknown;
}

async function loadTable(tx: Transaction, course: ExportedCourse, sectionIds: string[] | null) {
  const { id } = course;
  const [columns, students, categories, sections, { time_zone }] = await Promise.all([
    sheet.listColumns(tx, id),
    sheet.listStudents(tx, id, sectionIds),
    sheet.listCategories(tx, id),
    sheet.listSections(tx, id),
    selectSchoolZone(tx, course.school_id),
  ]);
  const student_ids = students.map(({ student_id }) => student_id);
  const [coded, totals, people] = await Promise.all([
    sheet.listCodedCells(tx, { course_id: id, columns, student_ids }),
    sheet.listTotals(tx, id, null),
    queries.listEmails(tx, student_ids),
  ]);
  const years = totals.filter(({ grading_period_id }) => grading_period_id === null);
  return {
    columns,
    students,
    time_zone,
    settings: courseSettings(course),
    category_of: new Map<string | null, string>(categories.map((category) => [category.id, category.name])),
    section_of: new Map(sections.map((section) => [section.id, section.name])),
    code_of: new Map(coded.map((row) => [row.student_id, row.cells])),
    total_of: new Map(years.map((row) => [row.student_id, row])),
    email_of: new Map(people.map((person) => [person.id, person.email])),
  };
}

interface SheetColumn {
  header: string;
  value: (student: sheet.StudentRow, cells: readonly (CodedCell | undefined)[]) => unknown;
}

function columnsOf(table: Table, hasStatuses: boolean, now: string): SheetColumn[] {
  const { email_of, section_of, total_of } = table;
  const sectionsOf = ({ section_ids }: sheet.StudentRow) =>
    section_ids.map((section) => section_of.get(section)).join(' / ');
  const totalOf = ({ student_id }: sheet.StudentRow) => total_of.get(student_id);
  return [
    { header: headers.student, value: registerName },
    { header: headers.id, value: ({ student_id }) => student_id },
    { header: headers.number, value: ({ student_number }) => student_number },
    { header: headers.email, value: ({ student_id }) => email_of.get(student_id) },
    { header: headers.section, value: sectionsOf },
    ...table.columns.flatMap((_, place) => workColumns(table, place, hasStatuses, now)),
    { header: headers.so_far, value: (student) => totalOf(student)?.so_far_percent },
    { header: headers.if_nothing_more, value: (student) => totalOf(student)?.if_nothing_more_percent },
    {
      header: headers.label,
      value: (student) => totalOf(student)?.override_label ?? totalOf(student)?.label,
    },
    { header: headers.exported, value: () => now },
  ];
}

/** The column of one assignment, and that of its statuses where they are wished for. */
function workColumns(table: Table, place: number, hasStatuses: boolean, now: string): SheetColumn[] {
  const column = table.columns[place];
  if (!column) return [];
  const { category_of, time_zone, settings } = table;
  const due_on = column.due_at ? dayOf(time_zone, column.due_at) : '';
  const header = columnHeader({ ...column, category: category_of.get(column.category_id) ?? '', due_on });
  const deciding = statusColumn(column, settings);
  const open = (cell: CodedCell | undefined) => (cell && !cell.is_anonymous ? cell : undefined);
  const entry: SheetColumn['value'] = (_, cells) => open(cells[place])?.entry ?? '';
  const status: SheetColumn['value'] = (_, cells) => {
    const cell = open(cells[place]);
    return cell ? statusText(cell, deciding, now) : '';
  };
  if (!hasStatuses) return [{ header, value: entry }];
  return [
    { header, value: entry },
    { header: `${column.title} status`, value: status },
  ];
}
