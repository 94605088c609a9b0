import { newId } from '@k12/db';
import { aCourse } from './a-course.ts';
import { type ASchool, actorOf, aSchool } from './a-school.ts';
import { build } from './people.ts';
import type { TestActor } from './test-server.ts';

interface AssignmentGiven {
  title?: string;
  state?: 'draft' | 'scheduled' | 'published' | 'closed';
  submission_types?: string[];
  allowed_file_types?: string[];
  max_files?: number;
  attempts_allowed?: number | null;
  group_set_id?: string | null;
  is_anonymous?: boolean;
  instructions?: object;
  late_policy?: 'course' | 'own' | 'none';
  own_late_policy?: object;
  points_possible?: string;
  /** Minutes from now. */
  opens_in?: number | null;
  due_in?: number | null;
  until_in?: number | null;
  students?: readonly TestActor[];
}

/** A course in the middle of its year, taught by `teacher`, with `student` and `classmate` in its one section. */
export async function aWorkingCourse(environment: Record<string, string> = {}) {
  const world = await aSchool(environment);
  const { tenant, school, teacher, student } = world;
  const classmate = await actorOf(world.server, tenant, { role: 'student', school_ids: [school.id] });
  const stranger = await actorOf(world.server, tenant, { role: 'student', school_ids: [school.id] });
  const place = await aCourse(world, teacher.person as never);
  const course = { world, ...place };
  await enroll(course, student);
  await enroll(course, classmate);
  const everyone = [student, classmate];
  return {
    ...world,
    ...place,
    classmate,
    stranger,
    enroll: (person: TestActor, role?: 'student' | 'assistant') => enroll(course, person, role),
    assignment: (given: AssignmentGiven = {}) => insertAssignment(course, { students: everyone, ...given }),
    group: (set: string | null, members: readonly TestActor[]) => insertGroup(course, set, members),
    cell: (assignmentId: string, person: TestActor = student) => selectCell(world, assignmentId, person),
    setCell: (assignmentId: string, fields: object, person: TestActor = student) =>
      updateCell(world, assignmentId, person, fields),
  };
}

export type AWorkingCourse = Awaited<ReturnType<typeof aWorkingCourse>>;

interface CoursePlace {
  world: ASchool;
  course_id: string;
  section_id: string;
}

async function enroll(
  { world, section_id }: CoursePlace,
  person: TestActor,
  role: 'student' | 'assistant' = 'student',
) {
  const id = newId();
  const row = { tenant_id: world.tenant.id, id, section_id, user_id: person.id, role };
  const times = { created_at: nowOf(world), updated_at: nowOf(world) };
  await build(world.platform, (tx) =>
    tx
      .insertInto('enrollments')
      .values({ ...row, ...times })
      .execute(),
  );
  return id;
}

async function insertAssignment(
  { world, course_id, section_id }: CoursePlace,
  given: AssignmentGiven & { students: readonly TestActor[] },
): Promise<string> {
  const { opens_in = null, due_in = 24 * 60, until_in = null, students, ...rest } = given;
  const { instructions, own_late_policy, ...fields } = rest;
  const base = { tenant_id: world.tenant.id, course_id };
  const id = newId();
  const row = {
    ...{ ...base, id, title: 'Lab report', state: 'published' as const },
    submission_types: ['text', 'file', 'link'],
    ...fields,
    instructions: instructions ? JSON.stringify(instructions) : null,
    own_late_policy: own_late_policy ? JSON.stringify(own_late_policy) : null,
    ...{ published_at: nowOf(world), created_at: nowOf(world), updated_at: nowOf(world) },
  };
  const cells = students.map((person) => ({
    ...{ ...base, assignment_id: id, student_id: person.id, section_id, changed_at: nowOf(world) },
    available_from_at: nowOf(world, opens_in),
    due_at: nowOf(world, due_in),
    available_until_at: nowOf(world, until_in),
  }));
  await build(world.platform, async (tx) => {
    await tx.insertInto('assignments').values(row).execute();
    if (cells.length > 0)
      await tx
        .insertInto('student_work')
        .values(cells as never)
        .execute();
  });
  return id;
}

/** A group of these members, in a set of its own unless one is named. */
async function insertGroup(
  { world, course_id }: CoursePlace,
  set: string | null,
  members: readonly TestActor[],
) {
  const base = { tenant_id: world.tenant.id };
  const ids = { set: set ?? newId(), group: newId() };
  const created_at = nowOf(world);
  await build(world.platform, async (tx) => {
    if (!set) {
      const row = { ...base, id: ids.set, course_id, name: 'Lab teams', created_at };
      await tx.insertInto('group_sets').values(row).execute();
    }
    const name = `Team ${ids.group.slice(-4)}`;
    const team = { ...base, id: ids.group, group_set_id: ids.set, name, created_at };
    await tx.insertInto('student_groups').values(team).execute();
    for (const { id: student_id } of members) {
      const member = { group_set_id: ids.set, group_id: ids.group, student_id, joined_at: created_at };
      await tx
        .insertInto('group_members')
        .values({ ...base, id: newId(), ...member })
        .execute();
    }
  });
  return ids;
}

/** The cell of the gradebook as it lies in the database. */
function selectCell(world: ASchool, assignmentId: string, person: TestActor) {
  return build(world.platform, (tx) =>
    tx
      .selectFrom('student_work')
      .selectAll()
      .where('assignment_id', '=', assignmentId)
      .where('student_id', '=', person.id)
      .executeTakeFirstOrThrow(),
  );
}

/** Changes a cell behind everybody's back, as a grade typed by the teacher would. */
async function updateCell(world: ASchool, assignmentId: string, person: TestActor, fields: object) {
  await build(world.platform, (tx) =>
    tx
      .updateTable('student_work')
      .set(fields)
      .where('assignment_id', '=', assignmentId)
      .where('student_id', '=', person.id)
      .execute(),
  );
}

function nowOf(world: ASchool): string;
function nowOf(world: ASchool, minutes: number | null): string | null;
function nowOf(world: ASchool, minutes: number | null = 0): string | null {
  return minutes === null ? null : new Date(world.clock.now().getTime() + minutes * 60_000).toISOString();
}

/** Rich text of one paragraph. */
export function words(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

/** An instant that comes back from the database as it was written: without parts of a second. */
export function wholeSecond(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
