import type {
  LatePolicyChange,
  LatePolicyEffect,
  LatePolicyPreview,
} from '@k12/contracts/teaching/late-policy';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { joinTransaction } from '../../../platform/http/joined-transaction.ts';
import { selectCourseForChange } from '../assignments/assignment-access.service.ts';
import { courseSettings } from '../courses/course-settings.rules.ts';
import { updateSettings } from '../gradebook/gradebook-settings.service.ts';
import { writeGrades } from '../student-work/work-grades.service.ts';
import * as queries from './late-policy.queries.ts';

/** Done and undone again: what is told is what would happen, to the last cell (TCH-40). */
export async function previewLatePolicy(
  context: Context,
  courseId: string,
  { late_policy }: LatePolicyPreview,
): Promise<LatePolicyEffect> {
  const looked = new LookedAt();
  try {
    await context.withTenant(async (tx) => {
      const { course } = await selectCourseForChange(tx, context, courseId);
      const { lock_version } = course;
      looked.effect = await change(tx, context, courseId, { late_policy, apply: 'unlocked', lock_version });
      throw looked;
    });
  } catch (error) {
    if (error !== looked) throw error;
  }
  return looked.effect;
}

/** Thrown so that nothing of a preview stays. */
class LookedAt extends Error {
  effect: LatePolicyEffect = { ...nothing };
}

const nothing: LatePolicyEffect = {
  cells_changed: 0,
  students_changed: 0,
  cells_locked: 0,
  assignments_kept: 0,
};

export async function changeLatePolicy(
  context: Context,
  courseId: string,
  input: LatePolicyChange,
): Promise<LatePolicyEffect> {
  return context.withTenant((tx) => change(tx, context, courseId, input));
}

async function change(
  tx: Transaction,
  context: Context,
  courseId: string,
  { late_policy, apply, lock_version }: LatePolicyChange,
): Promise<LatePolicyEffect> {
  const { course } = await selectCourseForChange(tx, context, courseId);
  const before = courseSettings(course);
  const now = context.platform.clock.now().toISOString();
  const assignments_kept =
    apply === 'from_now' ? await queries.keepPolicy(tx, courseId, before.late_policy, now) : 0;
  await updateSettings(joinTransaction(context, tx), courseId, { settings: { late_policy }, lock_version });
  if (apply !== 'unlocked') return { ...nothing, assignments_kept };
  const cells = (await queries.listLateCells(tx, courseId)).map((cell) => ({ ...cell, grade_version: null }));
  const settings = { ...before, late_policy };
  const { results, saved } = await writeGrades(tx, context, {
    course: { ...course, settings } as unknown as typeof course,
    source: 'policy',
    cells,
    change_set: { action: 'late_policy' },
  });
  return {
    cells_changed: saved.length,
    students_changed: new Set(saved.map(({ student_id }) => student_id)).size,
    cells_locked: results.filter(({ code }) => code === 'period_locked').length,
    assignments_kept,
  };
}
