import type { Transaction } from '@k12/db';
import { addDays } from '@k12/plan-content/days';
import type { SeedCourse } from './courses.ts';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';

const leadOf = 'lead@riverbend.example';
const follows = 'Biology';

/** A recommended pacing that one course follows, by now a few days apart from it here and there. */
export async function seedPacing(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
  people: readonly SeedPerson[],
  courses: readonly SeedCourse[],
): Promise<void> {
  const created_by = people.find(({ person }) => person.email === leadOf)?.person.id;
  const course = courses.find(({ given, year }) => given.name === follows && year === 'active');
  if (!created_by || !course) return;
  const placements = await tx
    .selectFrom('unit_placements')
    .select(['id', 'unit_plan_id', 'starts_on', 'ends_on'])
    .where('tenant_id', '=', tenant_id)
    .where('course_id', '=', course.id)
    .orderBy('starts_on')
    .execute();
  if (placements.length === 0) return;
  const { school_id, academic_year_id, given } = course;
  const guideId = demoId(`${tenant.key}/pacing/${follows}`);
  const at = now.toISOString();
  await insertRows(tx, 'pacing_guides', [
    {
      ...{ tenant_id, id: guideId, school_id, academic_year_id, name: `${given.name}, whole year` },
      ...{ subject: given.subject, grade_level: given.grade, state: 'published' },
      ...{ created_by, created_at: at, updated_at: at },
    },
  ]);
  const random = new Random(guideId);
  const units = placements.map(({ id, unit_plan_id, starts_on, ends_on }) => {
    const days = -random.between(0, 3);
    const range = { starts_on: addDays(starts_on, days), ends_on: addDays(ends_on, days) };
    return { placement_id: id, unit_plan_id, ...range };
  });
  await insertRows(
    tx,
    'pacing_guide_units',
    units.map(({ unit_plan_id, starts_on, ends_on }) => {
      const id = demoId(`${guideId}/${unit_plan_id}`);
      return { tenant_id, id, pacing_guide_id: guideId, unit_plan_id, starts_on, ends_on };
    }),
  );
  for (const { placement_id, starts_on, ends_on } of units) {
    await tx
      .updateTable('unit_placements')
      .set({
        pacing_guide_id: guideId,
        recommended_starts_on: starts_on,
        recommended_ends_on: ends_on,
      })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', placement_id)
      .execute();
  }
}
