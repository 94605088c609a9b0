import { newId, type Transaction } from '@k12/db';
import { type ASchool, aSchool } from './a-school.ts';
import { build } from './people.ts';
import { signedIn, type TestActor } from './test-server.ts';

/** The year of these tests runs from Monday 2026-09-07 to Friday 2027-06-11; today is Monday 2026-11-16. */
export const taughtYear = { starts_on: '2026-09-07', ends_on: '2027-06-11' };
export const today = '2026-11-16';
const at = { created_at: `${today}T12:00:00Z`, updated_at: `${today}T12:00:00Z` };

/**
 * A school in the middle of its year: Biology with two sections that meet every day, or one on each day of an A/B
 * rotation, both of `teacher`, and Thanksgiving off.
 */
export async function aTaughtYear(options: { rotation?: boolean } = {}) {
  const world = await aSchool();
  world.clock.advance({ minutes: (Date.parse(`${today}T12:00:00Z`) - world.clock.now().getTime()) / 60_000 });
  const { platform, tenant, school } = world;
  const again = (actor: TestActor) => signedIn(world.server, actor.person as never);
  const people = {
    teacher: await again(world.teacher),
    lead: await again(world.lead),
    admin: await again(world.admin),
    student: await again(world.student),
    guardian: await again(world.guardian),
    districtAdmin: await again(world.districtAdmin),
    otherTenantTeacher: await again(world.otherTenantTeacher),
  };
  const { teacher } = people;
  const ids = { year: newId(), course: newId(), nine_b: newId(), nine_d: newId() };
  const base = { tenant_id: tenant.id };
  const place = { ...base, school_id: school.id, academic_year_id: ids.year };
  await build(platform, async (tx) => {
    await insertCalendar(tx, place, options.rotation === true);
    const course = { name: 'Biology', subject: 'Science', grade_levels: ['9'], state: 'active' as const };
    await tx
      .insertInto('courses')
      .values({ ...place, id: ids.course, ...course, ...at })
      .execute();
    for (const [id, name, starts_at, ends_at] of [
      [ids.nine_b, '9B', '09:00', '09:50'],
      [ids.nine_d, '9D', '11:00', '11:50'],
    ] as const) {
      const section = { ...base, id, course_id: ids.course, name, teacher_id: teacher.id };
      const days = options.rotation ? [name === '9B' ? 'A' : 'B'] : [1, 2, 3, 4, 5];
      await insertSection(tx, section, { starts_at, ends_at, days });
    }
  });

  const aUnit = (given: UnitGiven = {}) => insertUnit(world, teacher.id, given);
  return { ...world, ...people, ids, aUnit };
}

interface UnitGiven {
  title?: string;
  lessons?: number;
  home?: 'school' | 'personal';
}

/** A unit with lessons of 50 minutes. */
async function insertUnit({ platform, tenant, school }: ASchool, owner_id: string, given: UnitGiven) {
  const id = newId();
  const plan = {
    tenant_id: tenant.id,
    owner_id,
    created_by: owner_id,
    school_id: school.id,
    home: given.home ?? ('school' as const),
    pack_key: 'plain',
    pack_version: 1,
    ...at,
  };
  const lessons = Array.from({ length: given.lessons ?? 5 }, () => newId());
  const rows = lessons.map((lesson, position) => ({
    ...plan,
    id: lesson,
    kind: 'lesson' as const,
    schema_key: 'lesson',
    title: `Lesson ${position + 1}`,
    unit_plan_id: id,
    position,
    duration_minutes: 50,
  }));
  const unit = {
    ...plan,
    id,
    kind: 'unit' as const,
    schema_key: 'unit',
    title: given.title ?? 'Living things',
  };
  await build(platform, async (tx) => {
    await tx.insertInto('plans').values(unit).execute();
    if (rows.length > 0) await tx.insertInto('plans').values(rows).execute();
  });
  return { id, lessons };
}

async function insertCalendar(
  tx: Transaction,
  place: { tenant_id: string; school_id: string; academic_year_id: string },
  rotates: boolean,
): Promise<void> {
  const { academic_year_id, ...base } = place;
  const year = { id: academic_year_id, name: '2026–27', ...taughtYear, state: 'active' as const };
  await tx
    .insertInto('academic_years')
    .values({ tenant_id: base.tenant_id, ...year })
    .execute();
  await tx
    .insertInto('school_calendars')
    .values({ ...place, rotation_days: rotates ? ['A', 'B'] : [], updated_at: at.updated_at })
    .execute();
  const days = ['2026-11-25', '2026-11-26', '2026-11-27'];
  await tx
    .insertInto('school_days')
    .values(days.map((day_on) => ({ ...base, day_on, is_instructional: false, note: 'Thanksgiving break' })))
    .execute();
}

export async function insertSection(
  tx: Transaction,
  {
    teacher_id,
    ...section
  }: { tenant_id: string; id: string; course_id: string; name: string; teacher_id: string },
  { days, ...times }: { starts_at: string; ends_at: string; days: (number | string)[] },
): Promise<void> {
  const base = { tenant_id: section.tenant_id, section_id: section.id };
  await tx
    .insertInto('sections')
    .values({ ...section, ...at })
    .execute();
  const meetings = days.map((day) => ({
    ...base,
    id: newId(),
    weekday: typeof day === 'number' ? day : null,
    rotation_day: typeof day === 'string' ? day : null,
    ...times,
    created_at: at.created_at,
  }));
  await tx.insertInto('section_meetings').values(meetings).execute();
  await tx
    .insertInto('enrollments')
    .values({ ...base, id: newId(), user_id: teacher_id, role: 'teacher', ...at })
    .execute();
}

export type ATaughtYear = Awaited<ReturnType<typeof aTaughtYear>>;
