import type { AssignmentDateInput } from '@k12/contracts/teaching/assignment-date-records';
import { newId, type Transaction } from '@k12/db';

export type DateLineRow = Awaited<ReturnType<typeof listDateLines>>[number];

/** What was set for targets of assignments, with the targets' names: one statement for any number. */
export function listDateLines(tx: Transaction, assignmentIds: readonly string[]) {
  if (assignmentIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('assignment_dates as line')
    .leftJoin('sections as section', 'section.id', 'line.section_id')
    .leftJoin('student_groups as group', 'group.id', 'line.group_id')
    .leftJoin('users as student', 'student.id', 'line.student_id')
    .select([
      'line.assignment_id',
      'line.target',
      'line.section_id',
      'line.group_id',
      'line.student_id',
      'line.is_assigned',
      'line.available_from_at',
      'line.due_at',
      'line.due_rule',
      'line.available_until_at',
      'section.name as section_name',
      'group.name as group_name',
      'student.given_name',
      'student.family_name',
      'student.preferred_name',
    ])
    .where('line.assignment_id', 'in', assignmentIds)
    .orderBy('line.assignment_id')
    .orderBy((eb) =>
      eb
        .case()
        .when('line.target', '=', 'everyone')
        .then(0)
        .when('line.target', '=', 'section')
        .then(1)
        .when('line.target', '=', 'group')
        .then(2)
        .else(3)
        .end(),
    )
    .orderBy('section.name')
    .orderBy('group.name')
    .orderBy('student.sort_name')
    .orderBy('line.id')
    .execute();
}

const column = { everyone: null, section: 'section_id', group: 'group_id', student: 'student_id' } as const;

export function targetColumns({ target, target_id }: Pick<AssignmentDateInput, 'target' | 'target_id'>) {
  const name = column[target];
  return { section_id: null, group_id: null, student_id: null, ...(name && { [name]: target_id ?? null }) };
}

export interface NewDateLine extends AssignmentDateInput {
  assignment_id: string;
  reason?: string | null | undefined;
}

/** Writes lines over those of the same target. */
export async function putDateLines(
  tx: Transaction,
  lines: readonly NewDateLine[],
  now: string,
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: newId(),
    assignment_id: line.assignment_id,
    target: line.target,
    ...targetColumns(line),
    is_assigned: line.is_assigned ?? true,
    available_from_at: line.available_from_at ?? null,
    due_at: line.due_at ?? null,
    due_rule: line.due_rule ? JSON.stringify(line.due_rule) : null,
    available_until_at: line.available_until_at ?? null,
    reason: line.reason ?? null,
    created_at: now,
  }));
  await tx
    .insertInto('assignment_dates')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'assignment_id', 'target', 'section_id', 'group_id', 'student_id'])
        .doUpdateSet((eb) => ({
          is_assigned: eb.ref('excluded.is_assigned'),
          available_from_at: eb.ref('excluded.available_from_at'),
          due_at: eb.ref('excluded.due_at'),
          due_rule: eb.ref('excluded.due_rule'),
          available_until_at: eb.ref('excluded.available_until_at'),
          reason: eb.ref('excluded.reason'),
        })),
    )
    .execute();
}

export async function deleteDateLines(tx: Transaction, assignmentId: string): Promise<void> {
  await tx.deleteFrom('assignment_dates').where('assignment_id', '=', assignmentId).execute();
}

/** Sections, groups and students that lines of a course's assignments may name. */
export async function listTargets(tx: Transaction, courseId: string) {
  const [sections, groups, students] = await Promise.all([
    tx
      .selectFrom('sections')
      .select(['id', 'name'])
      .where('course_id', '=', courseId)
      .orderBy('name')
      .execute(),
    tx
      .selectFrom('student_groups as group')
      .innerJoin('group_sets as set', 'set.id', 'group.group_set_id')
      .select(['group.id', 'group.name', 'group.group_set_id'])
      .where('set.course_id', '=', courseId)
      .where('group.deleted_at', 'is', null)
      .execute(),
    tx
      .selectFrom('enrollments as member')
      .innerJoin('sections as section', 'section.id', 'member.section_id')
      .select(['member.user_id as id', 'member.section_id'])
      .where('section.course_id', '=', courseId)
      .where('member.role', '=', 'student')
      .execute(),
  ]);
  return { sections, groups, students };
}

export async function deleteSectionLine(
  tx: Transaction,
  assignmentId: string,
  sectionId: string,
): Promise<void> {
  await tx
    .deleteFrom('assignment_dates')
    .where('assignment_id', '=', assignmentId)
    .where('section_id', '=', sectionId)
    .execute();
}

/** What holds for students now, where they have the work. */
export function listResolvedDates(
  tx: Transaction,
  assignmentIds: readonly string[],
  studentIds: readonly string[],
  sectionIds: readonly string[] | null,
) {
  let rows = tx
    .selectFrom('student_work')
    .select([
      'assignment_id',
      'student_id',
      'available_from_at',
      'due_at',
      'available_until_at',
      'is_assigned',
      'section_id',
    ])
    .where('assignment_id', 'in', assignmentIds)
    .where('student_id', 'in', studentIds);
  if (sectionIds) rows = rows.where('section_id', 'in', sectionIds);
  return rows.execute();
}
