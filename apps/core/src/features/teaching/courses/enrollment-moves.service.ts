import type { EnrollmentMove, EnrollmentMovePreview } from '@k12/contracts/teaching/enrollment-moves';
import type { Transaction } from '@k12/db';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectOpenYear } from '../../identity/academic-years/academic-years.service.ts';
import { datesInSections, refreshWork } from '../student-work/work-dates.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import { type CourseRow, selectReadableCourse } from './course-access.service.ts';
import * as queries from './enrollment-moves.queries.ts';
import { authorizeManager } from './enrollment-rights.service.ts';
import * as enrollments from './enrollments.service.ts';
import { firstDay, type ManagedEnrollment } from './enrollments.service.ts';
import { scopeIn } from './teaching-scope.service.ts';
import { transferredEntry } from './transferred-entry.rules.ts';

interface Move {
  enrollment: ManagedEnrollment;
  target: NonNullable<Awaited<ReturnType<typeof queries.selectOptionalTarget>>>;
  course: CourseRow;
  isSameCourse: boolean;
  /** An enrollment of before in the section they go to. */
  former: Awaited<ReturnType<typeof queries.selectOptionalOf>>;
}

/** What would change, so that nobody is surprised; the move itself does the same (TCH-09). */
export async function previewMove(
  context: Context,
  id: string,
  { section_id }: { section_id: string },
): Promise<EnrollmentMovePreview> {
  return context.readTenant(async (tx) => {
    const move = await selectMove(tx, context, id, section_id);
    const { enrollment, target, isSameCourse, course } = move;
    const student_id = enrollment.user_id;
    const { starts_on, ends_on } = enrollment;
    const others = await queries.listOtherPlaces(tx, course.id, student_id, id);
    const start = isSameCourse ? starts_on : await firstDay(tx, context, course, { role: 'student' });
    const places = [...others, { section_id, starts_on: start, ends_on }];
    const changes = await datesInSections(tx, context, { course_id: course.id, student_id, places });
    const targets = await queries.listWorkTitles(tx, course.id);
    const titleOf = new Map(targets.map(({ assignment_id, title }) => [assignment_id, title]));
    const grades = isSameCourse ? [] : await carriedGrades(tx, context, move);
    return {
      section_id,
      section_name: target.name,
      course_name: target.course_name,
      is_same_course: isSameCourse,
      due_changes: changes.map((change) => ({ ...change, title: titleOf.get(change.assignment_id) ?? '' })),
      grades: grades.map((grade) => ({
        ...grade,
        suggested_id: targets.find(({ title }) => title === grade.title)?.assignment_id ?? null,
      })),
      targets: isSameCourse ? [] : targets,
      time_zone: target.time_zone,
    };
  });
}

export async function moveEnrollment(context: Context, id: string, input: EnrollmentMove) {
  return context.withTenant(async (tx) => {
    const move = await selectMove(tx, context, id, input.section_id);
    const { enrollment, course, isSameCourse } = move;
    await selectOpenYear(tx, course.academic_year_id);
    const wanted = isSameCourse ? [] : (input.grades ?? []);
    // Read before the student is gone from here.
    const grades = wanted.length > 0 ? await carriedGrades(tx, context, move) : [];
    const moved_id = isSameCourse
      ? await moveWithin(tx, context, move, input.lock_version)
      : await moveAcross(tx, context, move, input.lock_version);
    const student_ids = [enrollment.user_id];
    await refreshWork(tx, context, { course_id: course.id, student_ids });
    const carried = await carry(tx, context, move, wanted, grades);
    const after = await enrollments.selectEnrollment(tx, context, moved_id);
    return { enrollment: enrollments.present(after, true), ...carried };
  });
}

/** Both sections are the caller's to manage, and the student is not in the other one. */
async function selectMove(tx: Transaction, context: Context, id: string, sectionId: string): Promise<Move> {
  const enrollment = await enrollments.selectForChange(tx, context, id);
  if (enrollment.role !== 'student' || enrollment.state !== 'active') {
    throw new Problem('conflict', { detail: 'Only active students are moved.' });
  }
  enrollments.refuseManaged(enrollment);
  const target = await queries.selectOptionalTarget(tx, sectionId);
  if (!target) throw new Problem('not_found');
  const course = await selectReadableCourse(tx, context, target.course_id);
  await authorizeManager(tx, context, course, { section_id: sectionId, role: 'student' });
  await enrollments.requireOfSchool(tx, enrollment.user_id, course.school_id, '/section_id');
  const former = await queries.selectOptionalOf(tx, sectionId, enrollment.user_id, 'student');
  if (former?.state === 'active') throw new Problem('conflict', { detail: 'Is in this section already.' });
  if (former) enrollments.refuseManaged(former);
  return { enrollment, target, course, former, isSameCourse: course.id === enrollment.course_id };
}

/** The enrollment goes along with all it says; nothing of the work is touched but its dates. */
async function moveWithin(tx: Transaction, context: Context, move: Move, lockVersion: number) {
  const { enrollment, former, target } = move;
  if (former) return replace(tx, context, move, lockVersion, enrollment.starts_on);
  const updated_at = context.platform.clock.now().toISOString();
  await enrollments.write(tx, enrollment, lockVersion, { section_id: target.id, updated_at });
  const changes = { section_id: [enrollment.section_id, target.id] };
  await enrollments.recordChange(tx, context, enrollment, changes);
  return enrollment.id;
}

/** Here they have left and keep what they did, there they begin. */
async function moveAcross(tx: Transaction, context: Context, move: Move, lockVersion: number) {
  const starts_on = await firstDay(tx, context, move.course, { role: 'student' });
  return replace(tx, context, move, lockVersion, starts_on);
}

async function replace(
  tx: Transaction,
  context: Context,
  { enrollment, target, former, course }: Move,
  lockVersion: number,
  starts_on: string | null,
): Promise<string> {
  const gone = { state: 'withdrawn', lock_version: lockVersion } as const;
  if (former) {
    const back = { state: 'active', starts_on, lock_version: former.lock_version } as const;
    await enrollments.changeEnrollment(tx, context, former.id, back);
    await enrollments.changeEnrollment(tx, context, enrollment.id, gone);
    return former.id;
  }
  await enrollments.changeEnrollment(tx, context, enrollment.id, gone);
  const { user_id, ends_on } = enrollment;
  const input = { section_id: target.id, user_id, role: 'student', starts_on, ends_on } as const;
  return enrollments.insertEnrollment(tx, context, course, input);
}

/** For who may read grades here; carrying them needs the right to grade there, or to run the school's enrollments. */
async function carriedGrades(tx: Transaction, context: Context, { enrollment, course }: Move) {
  const from = await selectReadableCourse(tx, context, enrollment.course_id);
  const reads = await scopeIn(tx, context, from, 'gradebook.read', 'see_grades');
  const grades = await scopeIn(tx, context, course, 'submissions.grade', 'enter_grades');
  const isOffice = reachesSchool(context.actor, 'enrollments.manage', course.school_id);
  if (!reads || !(grades || isOffice)) return [];
  return queries.listScores(tx, from.id, enrollment.user_id);
}

async function carry(
  tx: Transaction,
  context: Context,
  { enrollment, course }: Move,
  wanted: NonNullable<EnrollmentMove['grades']>,
  grades: Awaited<ReturnType<typeof queries.listScores>>,
) {
  if (wanted.length === 0) return { carried_count: 0, refused: [] };
  authorize(grades.length > 0, 'submissions.grade');
  const scoreOf = new Map(grades.map((grade) => [grade.assignment_id, grade]));
  const targets = await queries.listWorkTitles(tx, course.id);
  const pointsOf = new Map(
    targets.map(({ assignment_id, points_possible }) => [assignment_id, points_possible]),
  );
  const unknown = wanted.filter(({ from_assignment_id }) => !scoreOf.has(from_assignment_id));
  const cells = wanted.flatMap(({ from_assignment_id, to_assignment_id }) => {
    const grade = scoreOf.get(from_assignment_id);
    if (!grade) return [];
    const entry = transferredEntry(grade, pointsOf.get(to_assignment_id) ?? null);
    const student_id = enrollment.user_id;
    return [{ assignment_id: to_assignment_id, student_id, grade_version: null, entry, confirm_high: true }];
  });
  const { results, saved } = await writeGrades(tx, context, {
    course,
    source: 'transfer',
    cells,
    refuses_anonymous: true,
    change_set: { action: 'transfer', summary: { from_course_id: enrollment.course_id } },
  });
  const refused = results.flatMap(({ assignment_id, status, code }) =>
    status === 'saved' ? [] : [{ assignment_id, code: code ?? status }],
  );
  const missing = unknown.map(({ to_assignment_id }) => ({
    assignment_id: to_assignment_id,
    code: 'no_grade',
  }));
  return { carried_count: saved.length, refused: [...refused, ...missing] };
}
