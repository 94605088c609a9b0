import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { GradebookSettingsUpdate } from '@k12/contracts/teaching/totals';
import type { Transaction } from '@k12/db';

/** False when the version named is no longer the current one. */
export async function updateSettings(
  tx: Transaction,
  id: string,
  lockVersion: number,
  settings: CourseSettings,
  now: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('courses')
    .set((eb) => ({
      settings: JSON.stringify(settings),
      updated_at: now,
      lock_version: eb('lock_version', '+', 1),
    }))
    .where('id', '=', id)
    .where('lock_version', '=', lockVersion)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateCategories(
  tx: Transaction,
  categories: NonNullable<GradebookSettingsUpdate['categories']>,
  now: string,
): Promise<void> {
  for (const { id, weight_percent, drop_lowest, drop_highest } of categories) {
    await tx
      .updateTable('grade_categories')
      .set((eb) => ({
        weight_percent: String(weight_percent),
        drop_lowest,
        drop_highest,
        updated_at: now,
        lock_version: eb('lock_version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }
}

export function selectOptionalScheme(tx: Transaction, id: string, course: { id: string; school_id: string }) {
  return tx
    .selectFrom('grading_schemes')
    .select('id')
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('scope', '=', 'tenant'),
        eb('school_id', '=', course.school_id),
        eb('course_id', '=', course.id),
      ]),
    )
    .executeTakeFirst();
}
