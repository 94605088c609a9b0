import type { Transaction } from '@k12/db';
import { hashPassword } from '../features/identity/sessions/password-hash.ts';
import { createTenant } from '../features/identity/tenants/provisioning.queries.ts';
import type { Platform } from '../platform/context.ts';
import { seedActivity } from './activity.ts';
import { seedAlignments } from './alignments.ts';
import { seedApprovals } from './approvals.ts';
import { seedCalendar } from './calendar.ts';
import { seedCourses } from './courses.ts';
import { calculateSeedTotals, type SeededCourses, seedCoursework } from './coursework.ts';
import { seedCovers } from './covers.ts';
import { seedCurriculumDocuments } from './curriculum-documents.ts';
import { demoPassword } from './demo-accounts.ts';
import { seedFamilies } from './families.ts';
import { gatherSeedMastery, seedMastery } from './mastery.ts';
import { seedModules } from './modules.ts';
import { seedOwnEvents } from './own-events.ts';
import { seedPacing } from './pacing.ts';
import { type SeedPerson, schoolId, seedPeople } from './people.ts';
import { seedPlacements } from './placements.ts';
import { type DemoTenant, demoTenants } from './places.ts';
import { seedPlanComments } from './plan-comments.ts';
import { seedPlans } from './plans.ts';
import { demoId } from './random.ts';
import { seedResources } from './resources.ts';
import { insertRows } from './rows.ts';
import { seedSavedSearches } from './saved-searches.ts';
import { seedStandards } from './standards.ts';
import { seedTemplates } from './templates.ts';

/** Makes the demo organisations that are not there yet; true when it made any. */
export async function seedDemo(platform: Platform): Promise<boolean> {
  const password_hash = await hashPassword(demoPassword);
  let made = false;
  for (const tenant of demoTenants) {
    const seeded = await platform.db.asJob('demo data', (tx) =>
      seedTenant(tx, platform, tenant, password_hash),
    );
    if (!seeded) continue;
    await calculateSeedTotals(platform, seeded);
    await gatherSeedMastery(platform, seeded);
    made = true;
  }
  return made;
}

async function seedTenant(
  tx: Transaction,
  platform: Platform,
  tenant: DemoTenant,
  password_hash: string,
): Promise<SeededCourses | null> {
  const known = await tx
    .selectFrom('tenants')
    .select('id')
    .where('slug', '=', tenant.slug)
    .executeTakeFirst();
  if (known) return null;
  const tenant_id = demoId(`tenants/${tenant.key}`);
  const { name, slug, kind, locale, time_zone } = tenant;
  const roles = await createTenant(tx, { id: tenant_id, name, slug, kind, locale, time_zone });
  const now = platform.clock.now();
  await seedSchools(tx, tenant, tenant_id);
  await seedCalendar(tx, tenant, tenant_id, now);
  const seeding = {
    tenant,
    tenant_id,
    roles,
    app_secret: platform.config.APP_SECRET_KEY,
    password_hash,
    now,
  };
  const people = await seedPeople(tx, seeding);
  await seedFamilies(tx, seeding, people);
  await seedActivity(tx, seeding, people);
  const courses = await seedCourses(tx, seeding, people);
  const standards = await seedStandards(tx, seeding);
  const plans = await seedPlans(tx, seeding, people, courses, standards);
  await seedTemplates(tx, seeding, people);
  await seedPlacements(tx, seeding, plans);
  await seedPacing(tx, seeding, people, courses);
  await seedOwnEvents(tx, seeding, people);
  await seedAlignments(tx, seeding, standards);
  await seedApprovals(tx, seeding, people);
  await seedPlanComments(tx, seeding, people);
  await seedCurriculumDocuments(tx, seeding, people, plans);
  await seedCovers(tx, seeding, people, courses);
  await seedResources(tx, platform, seeding, people, plans);
  await seedSavedSearches(tx, seeding, people);
  const course_ids = await seedCoursework(tx, seeding, people, courses);
  const masteryCourses = courses.filter(({ id }) => course_ids.includes(id));
  await seedMastery(tx, seeding, masteryCourses, standards);
  await seedModules(tx, seeding);
  await seedCounts(tx, tenant, tenant_id, people, courses.length);
  return { tenant_id, course_ids };
}

async function seedSchools(tx: Transaction, tenant: DemoTenant, tenant_id: string): Promise<void> {
  await insertRows(
    tx,
    'schools',
    tenant.schools.map((school) => ({
      tenant_id,
      id: schoolId(tenant, school.key),
      name: school.name,
      code: school.code,
      code_normalized: school.code.toLowerCase(),
      address: school.address,
      time_zone: school.time_zone,
      lowest_grade: school.grades[0] ?? null,
      highest_grade: school.grades.at(-1) ?? null,
    })),
  );
}

/** Counters belong to whoever writes the rows; the seed writes them all, so it counts them all. */
async function seedCounts(
  tx: Transaction,
  tenant: DemoTenant,
  tenant_id: string,
  people: SeedPerson[],
  courses_count: number,
): Promise<void> {
  for (const school of tenant.schools) {
    const id = schoolId(tenant, school.key);
    const members = people.filter(({ school_ids }) => school_ids.includes(id));
    const students_count = members.filter(({ role }) => role === 'student').length;
    const staff_count = members.length - students_count;
    await tx
      .updateTable('schools')
      .set({ students_count, staff_count })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', id)
      .execute();
  }
  await tx
    .updateTable('tenants')
    .set({ users_count: people.length, schools_count: tenant.schools.length, courses_count })
    .where('id', '=', tenant_id)
    .execute();
}
