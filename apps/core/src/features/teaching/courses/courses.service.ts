import type {
  Course,
  CourseCreate,
  CourseQuery,
  CourseUpdate,
  EnrollmentRole,
} from '@k12/contracts/teaching/courses';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import {
  selectOpenYear,
  selectOptionalActiveYearId,
} from '../../identity/academic-years/academic-years.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { courseReachOf, selectReadableCourse } from './course-access.service.ts';
import * as policy from './courses.policy.ts';
import * as queries from './courses.queries.ts';
import { courseProblems } from './courses.rules.ts';
import { createSections, loadSections } from './section-records.service.ts';
import { scopeIn } from './teaching-scope.service.ts';

export async function listCourses(context: Context, query: CourseQuery) {
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const reach = await courseReachOf(tx, context);
    const academic_year_id = query.academic_year_id ?? (await selectOptionalActiveYearId(tx)) ?? undefined;
    const filter = { ...query, academic_year_id };
    const rows = await queries.listCourses(tx, reach, context.actor.user_id, filter, after);
    const shown = await present(tx, context.actor, rows);
    return pageOf(
      rows,
      query.limit,
      (row) => shown.get(row.id) as Course,
      (row) => [row.name, row.id],
    );
  });
}

export async function getCourse(context: Context, id: string): Promise<Course> {
  return context.readTenant(async (tx) =>
    presentOne(tx, context.actor, await selectReadableCourse(tx, context, id)),
  );
}

export async function createCourse(context: Context, input: CourseCreate): Promise<Course> {
  authorize(policy.canCreateCourse(context.actor, input.school_id), 'courses.create');
  if (context.school_id && context.school_id !== input.school_id) throw new Problem('school_mismatch');
  return context.withTenant(async (tx) => {
    await checkSurroundings(tx, input);
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    await queries.createCourse(tx, {
      id,
      school_id: input.school_id,
      academic_year_id: input.academic_year_id,
      name: input.name,
      code: input.code ?? '',
      subject: input.subject ?? '',
      grade_levels: input.grade_levels ?? [],
      color: input.color ?? null,
      created_by: context.actor.user_id,
      created_at,
    });
    await createSections(tx, id, input.sections, created_at, context.actor);
    const { school_id } = input;
    await recordAudit(tx, context, {
      action: 'course.created',
      target_type: 'course',
      target_id: id,
      school_id,
    });
    await publishEvent(tx, context, 'course.created', { course_id: id, school_id });
    return presentOne(tx, context.actor, await selectReadableCourse(tx, context, id));
  });
}

async function checkSurroundings(tx: Transaction, input: CourseCreate): Promise<void> {
  const [year, terms, [school]] = await Promise.all([
    queries.selectOptionalYear(tx, input.academic_year_id),
    queries.listTermsOfYear(tx, input.academic_year_id),
    queries.listSchoolsOfIds(tx, [input.school_id]),
  ]);
  const errors = courseProblems(input.sections, { year, term_ids: new Set(terms.map(({ id }) => id)) });
  if (school?.state !== 'active') {
    errors.push({ pointer: '/school_id', code: 'unknown_school', detail: 'There is no such school.' });
  }
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

export async function updateCourse(context: Context, id: string, input: CourseUpdate): Promise<Course> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectReadableCourse(tx, context, id);
    authorize(policy.canUpdateCourse(context.actor, before), 'courses.update');
    const scope = await scopeIn(tx, context, before, 'courses.update', 'edit_content');
    authorize(scope?.section_ids === null, 'courses.update');
    await selectOpenYear(tx, before.academic_year_id);
    const updated_at = context.platform.clock.now().toISOString();
    if (!(await queries.updateCourse(tx, id, lock_version, { ...changes, updated_at }))) {
      throw new Problem('version_conflict', { current: await presentOne(tx, context.actor, before) });
    }
    await recordAudit(tx, context, {
      action: 'course.updated',
      target_type: 'course',
      target_id: id,
      school_id: before.school_id,
      changes: changesBetween<object>(before, changes),
    });
    return presentOne(tx, context.actor, await selectReadableCourse(tx, context, id));
  });
}

/** For other features: a course as the caller sees it now. */
export async function presentCourse(tx: Transaction, context: Context, id: string): Promise<Course> {
  return presentOne(tx, context.actor, await selectReadableCourse(tx, context, id));
}

async function presentOne(tx: Transaction, actor: Actor, row: queries.CourseRow): Promise<Course> {
  return (await present(tx, actor, [row])).get(row.id) as Course;
}

/** Sections and staff of all rows at once. */
async function present(
  tx: Transaction,
  actor: Actor,
  rows: readonly queries.CourseRow[],
): Promise<Map<string, Course>> {
  const ids = rows.map(({ id }) => id);
  const [sections, teachers] = await Promise.all([
    loadSections(tx, { course_ids: ids }),
    queries.listTeachers(tx, ids),
  ]);
  return new Map(
    rows.map((row) => {
      const own = sections.filter(({ course_id }) => course_id === row.id);
      return [
        row.id,
        {
          ...row,
          state: row.state as Course['state'],
          sections: own,
          students_count: own.reduce((sum, section) => sum + section.students_count, 0),
          teachers: teachers.filter(({ course_id }) => course_id === row.id).map(presentTeacher),
          my_role: row.my_role as Course['my_role'],
          can: {
            update: policy.canUpdateCourse(actor, row),
            archive: policy.canArchiveCourse(actor, row),
            copy: policy.canCopyCourse(actor, row),
            restore: policy.canRestoreCourse(actor, row),
            delete: policy.canDeleteCourse(actor, row),
            plan: policy.canPlanCourse(actor, row),
            manage_sections: policy.canManageSections(actor, row),
            manage_enrollments: policy.canManageEnrollments(actor, row),
          },
        } satisfies Course,
      ];
    }),
  );
}

function presentTeacher(row: Awaited<ReturnType<typeof queries.listTeachers>>[number]) {
  return { user_id: row.user_id, name: displayName(row), role: row.role as EnrollmentRole };
}
