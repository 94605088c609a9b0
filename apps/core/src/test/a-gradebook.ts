import { newId } from '@k12/db';
import { type ATaughtYear, aTaughtYear } from './a-taught-year.ts';
import { build, buildPerson } from './people.ts';
import { signedIn, type TestActor } from './test-server.ts';

interface WorkGiven {
  points?: string;
  due_at?: string | null;
  category_id?: string | null;
  [column: string]: unknown;
}

/** Biology of `aTaughtYear` with two co-teachers, students in 9B and 9D, and what makes a column of their gradebook. */
export async function aGradebook(students = 3) {
  const world = await aTaughtYear();
  const coTeacher = await join(world, 'teacher', 0, 'co_teacher');
  const pupils: TestActor[] = [];
  for (let place = 0; place < students; place++) pupils.push(await join(world, 'student', place, 'student'));
  let position = 0;
  return {
    ...world,
    course_id: world.ids.course,
    coTeacher,
    pupils,
    /** A published assignment with work of every student. */
    anAssignment: (given: WorkGiven = {}) => {
      position += 1;
      return insertAssignment(world, pupils, { title: `Work ${position}`, position, ...given });
    },
    changeWork: (assignment_id: string, student_id: string, columns: object) =>
      build(world.platform, (tx) =>
        tx
          .updateTable('student_work')
          .set(columns as never)
          .where('assignment_id', '=', assignment_id)
          .where('student_id', '=', student_id)
          .execute(),
      ),
    changeSettings: (settings: object) =>
      build(world.platform, (tx) =>
        tx
          .updateTable('courses')
          .set({ settings: JSON.stringify(settings) })
          .where('id', '=', world.ids.course)
          .execute(),
      ),
    insert: (table: 'grade_categories' | 'grading_periods', row: object) => insertRow(world, table, row),
  };
}

export type AGradebook = Awaited<ReturnType<typeof aGradebook>>;

function sectionAt({ ids }: ATaughtYear, place: number): string {
  return place % 2 === 0 ? ids.nine_b : ids.nine_d;
}

async function join(
  world: ATaughtYear,
  role: string,
  place: number,
  as: 'student' | 'co_teacher',
): Promise<TestActor> {
  const { platform, tenant, school, server, clock } = world;
  const person = await buildPerson(platform, tenant, { role, school_ids: [school.id] });
  const at = clock.now().toISOString();
  const member = { id: newId(), section_id: sectionAt(world, place), user_id: person.id, role: as };
  await build(platform, (tx) =>
    tx
      .insertInto('enrollments')
      .values({ tenant_id: tenant.id, ...member, created_at: at, updated_at: at })
      .execute(),
  );
  return signedIn(server, person);
}

async function insertRow(
  { platform, tenant, clock, ids, school }: ATaughtYear,
  table: 'grade_categories' | 'grading_periods',
  row: object,
): Promise<string> {
  const id = newId();
  const now = clock.now().toISOString();
  const place =
    table === 'grade_categories'
      ? { course_id: ids.course }
      : { school_id: school.id, academic_year_id: ids.year };
  await build(platform, (tx) =>
    tx
      .insertInto(table)
      .values({ tenant_id: tenant.id, id, ...place, created_at: now, updated_at: now, ...row } as never)
      .execute(),
  );
  return id;
}

async function insertAssignment(
  world: ATaughtYear,
  pupils: readonly TestActor[],
  { points = '20', due_at = null, ...columns }: WorkGiven,
): Promise<string> {
  const { platform, tenant, clock, ids } = world;
  const id = newId();
  const now = clock.now().toISOString();
  const base = { tenant_id: tenant.id, course_id: ids.course };
  const at = { published_at: now, created_at: now, updated_at: now };
  const work = pupils.map((pupil, place) => ({
    ...base,
    assignment_id: id,
    student_id: pupil.id,
    section_id: sectionAt(world, place),
    due_at,
    changed_at: now,
  }));
  await build(platform, async (tx) => {
    const assignment = { ...base, id, points_possible: points, state: 'published', ...at, ...columns };
    await tx
      .insertInto('assignments')
      .values(assignment as never)
      .execute();
    await tx
      .insertInto('assignment_dates')
      .values({
        tenant_id: tenant.id,
        id: newId(),
        assignment_id: id,
        target: 'everyone',
        due_at,
        created_at: now,
      })
      .execute();
    if (work.length > 0) await tx.insertInto('student_work').values(work).execute();
  });
  return id;
}
