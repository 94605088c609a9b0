import { newId } from '@k12/db';
import { publishNow } from '../features/teaching/assignments/assignment-states.service.ts';
import { selectTaughtCourse } from '../features/teaching/courses/teaching-scope.service.ts';
import { systemActor } from '../platform/auth/actor.ts';
import { createContext } from '../platform/context.ts';
import { aCourse } from './a-course.ts';
import { type ASchool, actorOf } from './a-school.ts';
import { nextNumber, type TestPerson } from './people.ts';
import { insert, now, type RecordBuilder, simple, someone } from './record-tools.ts';
import type { TestActor } from './test-server.ts';

/** Puts somebody into a section. */
export async function enroll(
  world: ASchool,
  sectionId: string,
  userId: string,
  given: object = {},
): Promise<string> {
  const id = newId();
  const at = { created_at: now(world), updated_at: now(world) };
  await insert(world, 'enrollments', {
    id,
    section_id: sectionId,
    user_id: userId,
    role: 'student',
    ...at,
    ...given,
  });
  return id;
}

interface TaughtCourseGiven {
  teacher?: TestActor;
  /** In each section; one section with one student unless said. */
  students?: readonly number[];
}

/**
 * A course of `teacher` with students in its sections. Read it as `const { course_id, sections, students } = await
 * aTaughtCourse(world, { students: [2, 1] })`.
 */
export async function aTaughtCourse(world: ASchool, given: TaughtCourseGiven = {}) {
  const teacher = given.teacher ?? world.teacher;
  if (!teacher.person) throw new Error('A course needs somebody who teaches it.');
  const { course_id, section_id } = await aCourse(world, teacher.person);
  const sections = [section_id];
  const students: TestActor[] = [];
  for (const [at, count] of (given.students ?? [1]).entries()) {
    if (at > 0) {
      const id = newId();
      const times = { created_at: now(world), updated_at: now(world) };
      await insert(world, 'sections', { id, course_id, name: `Section ${at + 1}`, ...times });
      sections.push(id);
    }
    for (let made = 0; made < count; made++) {
      const student = await actorOf(world.server, world.tenant, {
        role: 'student',
        school_ids: [world.school.id],
        grade_level: '9',
      });
      await enroll(world, sections[at] ?? '', student.person?.id ?? '');
      students.push(student);
    }
  }
  return { teacher, course_id, sections, students };
}

interface AssignmentGiven extends Record<string, unknown> {
  state?: 'draft' | 'published';
  due_at?: string | null;
  available_from_at?: string | null;
  available_until_at?: string | null;
}

/** An assignment for everyone in a course: published, with a row of work for each student, unless given as a draft. */
export async function anAssignment(
  world: ASchool,
  courseId: string,
  given: AssignmentGiven = {},
): Promise<string> {
  const {
    state = 'published',
    due_at = null,
    available_from_at = null,
    available_until_at = null,
    ...fields
  } = given;
  const id = newId();
  await insert(world, 'assignments', {
    id,
    course_id: courseId,
    title: `Assignment ${nextNumber()}`,
    created_at: now(world),
    updated_at: now(world),
    ...fields,
  });
  const dates = { due_at, available_from_at, available_until_at };
  if (Object.values(dates).some((at) => at !== null)) {
    await insert(world, 'assignment_dates', {
      id: newId(),
      assignment_id: id,
      target: 'everyone',
      ...dates,
      created_at: now(world),
    });
  }
  if (state === 'published') await publishAsSystem(world, courseId, id);
  return id;
}

async function publishAsSystem(world: ASchool, courseId: string, id: string): Promise<void> {
  const context = contextOfTests(world);
  await context.withTenant(async (tx) => {
    const { course } = await selectTaughtCourse(tx, context, courseId, 'assignments.write', 'edit_content');
    await publishNow(tx, context, { id, course, published_at: null });
  });
}

/** For calling services in the name of the system. */
export function contextOfTests({ platform, tenant }: ASchool) {
  return createContext({ platform, actor: systemActor(tenant.id, 'test'), request_id: 'test-request' });
}

const categories: RecordBuilder = simple('grade_categories', async (world, owner) => ({
  course_id: (await aCourse(world, owner)).course_id,
  name: `Category ${nextNumber()}`,
  created_at: now(world),
  updated_at: now(world),
}));

/** A module with one page-less header in a course of its owner. */
async function aModule(
  world: ASchool,
  owner: TestPerson,
): Promise<{ id: string; item_id: string; course_id: string }> {
  const ids = { id: newId(), item_id: newId(), course_id: (await aCourse(world, owner)).course_id };
  const at = { created_at: now(world), updated_at: now(world) };
  const title = `Module ${nextNumber()}`;
  await insert(world, 'modules', { id: ids.id, course_id: ids.course_id, title, ...at });
  const item = { id: ids.item_id, course_id: ids.course_id, module_id: ids.id, kind: 'header', title };
  await insert(world, 'module_items', { ...item, ...at });
  return ids;
}

/** A student in a course that `owner` teaches, with one piece of work. */
async function aStudentOfMine(world: ASchool, owner: TestPerson) {
  const { course_id, section_id } = await aCourse(world, owner);
  const student_id = await someone(world, 'student');
  await enroll(world, section_id, student_id);
  return { course_id, student_id, assignment_id: await anAssignment(world, course_id) };
}

/** Assignments, work and grades; a new kind of record adds its line here. */
export const teachingRecords: Readonly<Record<string, RecordBuilder>> = {
  '/assignments/{id}': async (world, owner: TestPerson) => ({
    id: await anAssignment(world, (await aCourse(world, owner)).course_id),
  }),
  '/grade_categories/{id}': categories,
  '/courses/{id}/students/{student_id}': async (world, owner) => {
    const { course_id: id, student_id } = await aStudentOfMine(world, owner);
    return { id, student_id };
  },
  '/assignments/{id}/students/{student_id}': async (world, owner) => {
    const { assignment_id: id, student_id } = await aStudentOfMine(world, owner);
    return { id, student_id };
  },
  '/student_notes/{id}': simple('student_notes', async (world, owner) => {
    const { course_id, student_id } = await aStudentOfMine(world, owner);
    const at = { created_at: now(world), updated_at: now(world) };
    return { course_id, student_id, author_id: owner.id, body: 'Sits in front', ...at };
  }),
  '/group_sets/{id}': simple('group_sets', async (world, owner) => ({
    course_id: (await aCourse(world, owner)).course_id,
    name: `Groups ${nextNumber()}`,
    created_at: now(world),
  })),
  '/accommodations/{id}': simple('course_accommodations', async (world, owner) => {
    const { course_id, section_id } = await aCourse(world, owner);
    const student_id = await someone(world, 'student');
    await enroll(world, section_id, student_id);
    return { course_id, student_id, created_by: owner.id, created_at: now(world), updated_at: now(world) };
  }),
  '/modules/{id}': async (world, owner) => ({ id: (await aModule(world, owner)).id }),
  '/module_items/{id}': async (world, owner) => ({ id: (await aModule(world, owner)).item_id }),
  '/course_pages/{id}': simple('course_pages', async (world, owner) => ({
    course_id: (await aCourse(world, owner)).course_id,
    title: `Page ${nextNumber()}`,
    created_at: now(world),
    updated_at: now(world),
  })),
  '/course_copies/{id}': async (world, owner) => {
    const { course_id } = await aCourse(world, owner);
    const id = newId();
    const parts = ['modules'];
    await insert(world, 'course_copies', {
      ...{
        id,
        source_course_id: course_id,
        course_id,
        parts,
        requested_by: owner.id,
        created_at: now(world),
      },
    });
    return { id };
  },
  '/course_changes/{id}': async (world, owner) => {
    const { course_id } = await aModule(world, owner);
    const id = newId();
    await insert(world, 'course_changes', {
      id,
      course_id,
      kind: 'module_items',
      actor_id: owner.id,
      before: '[]',
      created_at: now(world),
      undo_until_at: now(world, 30),
    });
    return { id };
  },
};
