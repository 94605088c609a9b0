import { readCells } from '@k12/contracts/teaching/cell-codes';
import type { GradebookExportQuery } from '@k12/contracts/teaching/gradebook-csv';
import type { Transaction } from '@k12/db';
import { dayOf } from '@k12/grading/local-time';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { csvLine } from '../../../platform/csv/write-csv.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { canExportGrades } from '../gradebook/gradebook.policy.ts';
import * as sheet from '../gradebook/gradebook-records.service.ts';
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
    const facts = await loadTable(tx, id, course.school_id, sections);
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
  course: { id: string; name: string; school_id: string },
  wanted: { section_ids: string[] | null; has_statuses: boolean },
  now: string,
): Promise<{ file: string; text: string }> {
  const facts = await loadTable(tx, course.id, course.school_id, wanted.section_ids);
  return textOf(facts, course.name, wanted.has_statuses, now);
}

function textOf(facts: Table, name: string, hasStatuses: boolean, now: string) {
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${dayOf(facts.time_zone, now)}.csv`;
  const lines = facts.students.map((student) => csvLine(lineOf(facts, student, hasStatuses, now)));
  return { file, text: byteOrderMark + csvLine(headOf(facts, hasStatuses)) + lines.join('') };
}

type Table = Awaited<ReturnType<typeof loadTable>>;

async function loadTable(tx: Transaction, id: string, schoolId: string, sectionIds: string[] | null) {
  const [columns, students, categories, sections, { time_zone }] = await Promise.all([
    sheet.listColumns(tx, id),
    sheet.listStudents(tx, id, sectionIds),
    sheet.listCategories(tx, id),
    sheet.listSections(tx, id),
    selectSchoolZone(tx, schoolId),
  ]);
  const [coded, totals, people] = await Promise.all([
    sheet.listCodedCells(tx, { course_id: id, columns, student_ids: null, since: null }),
    sheet.listTotals(tx, id, null),
    queries.listEmails(
      tx,
      students.map(({ student_id }) => student_id),
    ),
  ]);
  const years = totals.filter(({ grading_period_id }) => grading_period_id === null);
  return {
    columns,
    students,
    time_zone,
    category_of: new Map<string | null, string>(categories.map((category) => [category.id, category.name])),
    section_of: new Map(sections.map((section) => [section.id, section.name])),
    code_of: new Map(coded.map((row) => [row.student_id, row.cells])),
    total_of: new Map(years.map((row) => [row.student_id, row])),
    email_of: new Map(people.map((person) => [person.id, person.email])),
  };
}

function headOf({ columns, category_of, time_zone }: Table, hasStatuses: boolean): string[] {
  const works = columns.flatMap((column) => {
    const due_on = column.due_at ? dayOf(time_zone, column.due_at) : '';
    const header = columnHeader({ ...column, category: category_of.get(column.category_id) ?? '', due_on });
    return hasStatuses ? [header, `${column.title} status`] : [header];
  });
  const own = [headers.student, headers.id, headers.number, headers.email, headers.section];
  return [...own, ...works, headers.so_far, headers.if_nothing_more, headers.label, headers.exported];
}

function lineOf(table: Table, student: sheet.StudentRow, hasStatuses: boolean, now: string): unknown[] {
  const { student_id, family_name, preferred_name, given_name, student_number, section_ids } = student;
  const cells = readCells(table.code_of.get(student_id) ?? '', table.columns.length);
  const total = table.total_of.get(student_id);
  const works = cells.flatMap((cell) => {
    const open = cell && !cell.is_anonymous ? cell : undefined;
    return hasStatuses ? [open?.entry ?? '', open ? statusText(open) : ''] : [open?.entry ?? ''];
  });
  return [
    `${family_name}, ${preferred_name ?? given_name}`,
    student_id,
    student_number,
    table.email_of.get(student_id),
    section_ids.map((section) => table.section_of.get(section)).join(' / '),
    ...works,
    total?.so_far_percent,
    total?.if_nothing_more_percent,
    total?.override_label ?? total?.label,
    now,
  ];
}
