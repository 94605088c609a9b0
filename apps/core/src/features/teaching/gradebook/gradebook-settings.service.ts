import { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { GradebookSettings, GradebookSettingsUpdate } from '@k12/contracts/teaching/totals';
import { newId, type Transaction } from '@k12/db';
import { weightSum, weightsAreFinal } from '@k12/grading/weights';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import type { CourseRow } from '../courses/course-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { requireWholeCourse, selectTaughtCourse } from '../courses/teaching-scope.service.ts';
import { coursePeriods, requireOpenPeriods } from '../grading-periods/period-locks.service.ts';
import { createGradeChanges } from '../student-work/work-grades-records.service.ts';
import { followCourse } from '../totals/follow-grades.service.ts';
import * as policy from './gradebook.policy.ts';
import { listCategories } from './gradebook.queries.ts';
import * as queries from './gradebook-settings.queries.ts';

export async function getSettings(context: Context, id: string): Promise<GradebookSettings> {
  return context.readTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, id, 'gradebook.read', 'see_grades');
    return present(tx, context, course);
  });
}

export async function updateSettings(
  context: Context,
  id: string,
  input: GradebookSettingsUpdate,
): Promise<GradebookSettings> {
  return context.withTenant(async (tx) => {
    const { course, scope } = await selectTaughtCourse(tx, context, id, 'submissions.grade', 'enter_grades');
    requireWholeCourse(scope, 'submissions.grade');
    authorize(policy.canSetUpGrading(context.actor, course), 'submissions.grade');
    const before = courseSettings(course);
    const after = CourseSettings.parse({ ...before, ...input.settings });
    const categories = await mergeCategories(tx, id, input.categories ?? []);
    const isFinal = weightsAreFinal(categories.map(asWeight));
    if (after.calculation === 'weighted' && !isFinal && input.is_draft !== true) {
      throw new Problem('gradebook.weights', { context: { sum: weightSum(categories.map(asWeight)) } });
    }
    await checkScheme(tx, course, after);
    const now = context.platform.clock.now();
    // Weights and ways of calculating move every total; what was closed must not move (TCH-121).
    if (movesTotals(before, after) || input.categories) {
      requireOpenPeriods(await coursePeriods(tx, context, course), now);
    }
    const saved = await queries.updateSettings(tx, id, input.lock_version, after, now.toISOString());
    if (!saved) throw new Problem('version_conflict', { current: await present(tx, context, course) });
    await queries.updateCategories(tx, input.categories ?? [], now.toISOString());
    await keepChange(tx, context, course, { before, after, input });
    await followCourse(tx, context, id);
    const fresh = { ...course, settings: after, lock_version: course.lock_version + 1 };
    return present(tx, context, fresh as unknown as CourseRow);
  });
}

function movesTotals(before: CourseSettings, after: CourseSettings): boolean {
  return before.calculation !== after.calculation || before.total_cap_percent !== after.total_cap_percent;
}

type Categories = Awaited<ReturnType<typeof listCategories>>;

async function mergeCategories(
  tx: Transaction,
  id: string,
  given: NonNullable<GradebookSettingsUpdate['categories']>,
): Promise<Categories> {
  const known = await listCategories(tx, id);
  for (const [at, { id: category }] of given.entries()) {
    if (!known.some((row) => row.id === category)) {
      throw invalid(`/categories/${at}/id`, 'unknown_category', 'There is no such category.');
    }
  }
  return known.map((row) => {
    const change = given.find(({ id: category }) => category === row.id);
    return change ? { ...row, ...change, weight_percent: String(change.weight_percent) } : row;
  });
}

const asWeight = ({ weight_percent, is_extra_credit }: Categories[number]) => ({
  weight: weight_percent,
  extra_credit: is_extra_credit,
});

async function checkScheme(tx: Transaction, course: CourseRow, { grading_scheme_id }: CourseSettings) {
  if (grading_scheme_id === null) return;
  if (!(await queries.selectOptionalScheme(tx, grading_scheme_id, course))) {
    throw invalid('/settings/grading_scheme_id', 'unknown_scheme', 'There is no such scheme.');
  }
}

/** Weights and policies have a history like grades (TCH-103). */
async function keepChange(
  tx: Transaction,
  context: Context,
  course: CourseRow,
  { before, after, input }: { before: CourseSettings; after: CourseSettings; input: GradebookSettingsUpdate },
): Promise<void> {
  const changes = changesBetween<object>(before, after);
  const old = Object.fromEntries(Object.entries(changes).map(([key, [value]]) => [key, value]));
  const next = Object.fromEntries(Object.entries(changes).map(([key, [, value]]) => [key, value]));
  await createGradeChanges(
    tx,
    {
      course_id: course.id,
      subject: 'setting',
      source: 'typed',
      reason: null,
      change_set_id: null,
      changed_by: context.actor.user_id,
      changed_at: context.platform.clock.now().toISOString(),
    },
    [
      {
        id: newId(),
        assignment_id: null,
        student_id: null,
        before: old,
        after: { ...next, ...(input.categories ? { categories: input.categories } : {}) },
      },
    ],
  );
  await recordAudit(tx, context, {
    action: 'gradebook.settings_changed',
    target_type: 'course',
    target_id: course.id,
    school_id: course.school_id,
    changes,
  });
}

async function present(tx: Transaction, context: Context, course: CourseRow): Promise<GradebookSettings> {
  const categories = await listCategories(tx, course.id);
  return {
    settings: courseSettings(course),
    categories: categories.map(({ lock_version: _version, ...category }) => category),
    weight_total: weightSum(categories.map(asWeight)),
    is_final: weightsAreFinal(categories.map(asWeight)),
    lock_version: course.lock_version,
    can: { update: policy.canSetUpGrading(context.actor, course) },
  };
}
